package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Products;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Product;
import jakarta.inject.Singleton;

@Singleton
class RemoveProductTaskHandler extends ProductChange<RemoveProductTask.Command, ProductView>
        implements RemoveProductTask {
    RemoveProductTaskHandler(Frame frame, Products products) {
        super(frame, products);
    }

    @Override
    ProductView behave(Product product, Command command, Call call) {
        product.removeTask(command.task(), call.actor(), call.now());
        return new ProductView(product.snapshot());
    }
}
