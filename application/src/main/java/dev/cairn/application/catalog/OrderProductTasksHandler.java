package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Products;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Product;
import jakarta.inject.Singleton;

@Singleton
class OrderProductTasksHandler extends ProductChange<OrderProductTasks.Command, ProductView>
        implements OrderProductTasks {
    OrderProductTasksHandler(Frame frame, Products products) {
        super(frame, products);
    }

    @Override
    ProductView behave(Product product, Command command, Call call) {
        product.orderTasks(command.order(), call.actor(), call.now());
        return new ProductView(product.snapshot());
    }
}
