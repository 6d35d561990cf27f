package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.catalog.view.PartView;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.catalog.Part;
import jakarta.inject.Singleton;

@Singleton
class AddProductPartHandler extends OfferingChange<AddProductPart.Command<?, ?>, PartView<?>>
        implements AddProductPart {
    AddProductPartHandler(Frame frame, Offerings offerings) {
        super(frame, offerings);
    }

    @Override
    PartView<?> behave(Offering offering, Command<?, ?> command, Call call) {
        return new PartView<>(add(offering, command, call), offering.snapshot().version());
    }

    private <I, P extends Part<I>> P add(Offering offering, Command<I, P> command, Call call) {
        return offering.add(command.facet(), command.document(), ids()::next, call.actor(), call.now());
    }
}
