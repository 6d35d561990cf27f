package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Offering;
import jakarta.inject.Singleton;

@Singleton
class RemoveProductTaskHandler extends OfferingChange<RemoveProductTask.Command, ProductView>
        implements RemoveProductTask {
    RemoveProductTaskHandler(Frame frame, Offerings offerings) {
        super(frame, offerings);
    }

    @Override
    ProductView behave(Offering offering, Command command, Call call) {
        offering.removeTask(command.task(), call.actor(), call.now());
        return new ProductView(offering.snapshot());
    }
}
