package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.catalog.view.PartView;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.catalog.Part;
import jakarta.inject.Singleton;

@Singleton
class ReplaceProductPartHandler extends OfferingChange<ReplaceProductPart.Command<?, ?>, PartView<?>>
        implements ReplaceProductPart {
    ReplaceProductPartHandler(Frame frame, Offerings offerings) {
        super(frame, offerings);
    }

    @Override
    PartView<?> behave(Offering offering, Command<?, ?> command, Call call) {
        return new PartView<>(
                replace(offering, command, call), offering.snapshot().version());
    }

    private static <I, P extends Part<I>> P replace(Offering offering, Command<I, P> command, Call call) {
        return offering.replace(command.facet(), command.part(), command.document(), call.actor(), call.now());
    }
}
