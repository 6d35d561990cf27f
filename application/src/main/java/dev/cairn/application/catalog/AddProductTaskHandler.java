package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Products;
import dev.cairn.application.catalog.view.ProductTaskView;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Product;
import jakarta.inject.Singleton;

@Singleton
class AddProductTaskHandler extends ProductChange<AddProductTask.Command, ProductTaskView> implements AddProductTask {
    AddProductTaskHandler(Frame frame, Products products) {
        super(frame, products);
    }

    @Override
    ProductTaskView behave(Product product, Command command, Call call) {
        var task = product.addTask(command.task(), ids()::next, call.actor(), call.now());
        return new ProductView(product.snapshot()).show(task);
    }
}
