package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Products;
import dev.cairn.application.catalog.view.ProductTaskView;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Product;
import jakarta.inject.Singleton;

@Singleton
class ReplaceProductTaskHandler extends ProductChange<ReplaceProductTask.Command, ProductTaskView>
        implements ReplaceProductTask {
    ReplaceProductTaskHandler(Frame frame, Products products) {
        super(frame, products);
    }

    @Override
    ProductTaskView behave(Product product, Command command, Call call) {
        var document = command.document().apply(product.document(command.task()));
        var task = product.replaceTask(command.task(), document, ids()::next, call.actor(), call.now());
        return new ProductView(product.snapshot()).show(task);
    }
}
