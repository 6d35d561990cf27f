package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.catalog.view.ProductTaskView;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Offering;
import jakarta.inject.Singleton;

@Singleton
class AddProductTaskHandler extends OfferingChange<AddProductTask.Command, ProductTaskView> implements AddProductTask {
    AddProductTaskHandler(Frame frame, Offerings offerings) {
        super(frame, offerings);
    }

    @Override
    ProductTaskView behave(Offering offering, Command command, Call call) {
        var task = offering.addTask(command.task(), ids()::next, call.actor(), call.now());
        return new ProductView(offering.snapshot()).show(task);
    }
}
