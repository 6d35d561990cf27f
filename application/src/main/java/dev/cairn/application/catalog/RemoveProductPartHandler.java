package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.catalog.Part;
import jakarta.inject.Singleton;

@Singleton
class RemoveProductPartHandler extends OfferingChange<RemoveProductPart.Command<?, ?>, ProductView>
        implements RemoveProductPart {
    RemoveProductPartHandler(Frame frame, Offerings offerings) {
        super(frame, offerings);
    }

    @Override
    ProductView behave(Offering offering, Command<?, ?> command, Call call) {
        remove(offering, command, call);
        return new ProductView(offering.snapshot());
    }

    private static <I, P extends Part<I>> void remove(Offering offering, Command<I, P> command, Call call) {
        offering.remove(command.facet(), command.part(), call.actor(), call.now());
    }
}
