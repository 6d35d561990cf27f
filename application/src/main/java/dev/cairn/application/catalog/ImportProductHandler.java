package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Products;
import dev.cairn.application.catalog.view.ImportedProduct;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Product;
import jakarta.inject.Singleton;

@Singleton
class ImportProductHandler extends ProductChange<ImportProduct.Command, ImportedProduct> implements ImportProduct {
    ImportProductHandler(Frame frame, Products products) {
        super(frame, products);
    }

    @Override
    ImportedProduct behave(Product product, Command command, Call call) {
        var from = product.importDocument(command.document(), command.mode(), ids()::next, call.actor(), call.now());
        return new ImportedProduct(new ProductView(product.snapshot()), from);
    }
}
