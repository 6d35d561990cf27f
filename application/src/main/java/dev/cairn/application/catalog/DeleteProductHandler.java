package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.ProductUse;
import dev.cairn.application.catalog.port.Products;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.catalog.Product;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class DeleteProductHandler extends Change<DeleteProduct.Command, Product, ProductView> implements DeleteProduct {
    private final Products products;
    private final ProductUse use;

    DeleteProductHandler(Frame frame, Products products, ProductUse use) {
        super(frame, Permission.CATALOG_WRITE);
        this.products = products;
        this.use = use;
    }

    @Override
    protected Uni<Product> find(Command command) {
        return products.get(command.product());
    }

    @Override
    protected Uni<ProductView> change(Product product, Command command, Call call) {
        var done = command.archive() ? archive(product, call) : delete(product, call);
        return done.map(stored -> new ProductView(product.snapshot()));
    }

    private Uni<Void> archive(Product product, Call call) {
        product.archive(call.actor(), call.now());
        return products.save(product);
    }

    private Uni<Void> delete(Product product, Call call) {
        // Asked while the product is locked: nobody can be assigned to it in between.
        return use.isAssigned(product.id()).chain(assigned -> {
            product.delete(assigned, call.actor(), call.now());
            return products.remove(product);
        });
    }
}
