package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Products;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Product;
import jakarta.inject.Singleton;

@Singleton
class UpdateProductHandler extends ProductChange<UpdateProduct.Command, ProductView> implements UpdateProduct {
    UpdateProductHandler(Frame frame, Products products) {
        super(frame, products);
    }

    @Override
    ProductView behave(Product product, Command command, Call call) {
        product.update(command.details().apply(product.snapshot().details()), call.actor(), call.now());
        return new ProductView(product.snapshot());
    }
}
