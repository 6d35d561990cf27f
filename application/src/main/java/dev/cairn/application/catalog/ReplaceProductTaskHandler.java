package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.catalog.view.ProductTaskView;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Offering;
import jakarta.inject.Singleton;

@Singleton
class ReplaceProductTaskHandler extends OfferingChange<ReplaceProductTask.Command, ProductTaskView>
        implements ReplaceProductTask {
    ReplaceProductTaskHandler(Frame frame, Offerings offerings) {
        super(frame, offerings);
    }

    @Override
    ProductTaskView behave(Offering offering, Command command, Call call) {
        var document = command.document().apply(offering.document(command.task()));
        var task = offering.replaceTask(command.task(), document, ids()::next, call.actor(), call.now());
        return new ProductView(offering.snapshot()).show(task);
    }
}
