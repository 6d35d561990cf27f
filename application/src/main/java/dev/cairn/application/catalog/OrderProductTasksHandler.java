package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Offering;
import jakarta.inject.Singleton;

@Singleton
class OrderProductTasksHandler extends OfferingChange<OrderProductTasks.Command, ProductView>
        implements OrderProductTasks {
    OrderProductTasksHandler(Frame frame, Offerings offerings) {
        super(frame, offerings);
    }

    @Override
    ProductView behave(Offering offering, Command command, Call call) {
        offering.orderTasks(command.order(), call.actor(), call.now());
        return new ProductView(offering.snapshot());
    }
}
