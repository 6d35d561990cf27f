package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.catalog.view.ImportedProduct;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Creation;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class CreateProductHandler extends Creation<CreateProduct.Command, ImportedProduct> implements CreateProduct {
    private final Offerings offerings;

    CreateProductHandler(Frame frame, Offerings offerings) {
        super(frame, Permission.CATALOG_WRITE);
        this.offerings = offerings;
    }

    @Override
    protected Uni<ImportedProduct> create(Command command, Call call) {
        var id = new ProductId(ids().next());
        var created =
                Product.create(id, command.document(), command.normalize(), ids()::next, call.actor(), call.now());
        return offerings
                .add(created.offering())
                .replaceWith(() -> new ImportedProduct(
                        new ProductView(created.offering().snapshot()), created.weightsNormalizedFrom()));
    }
}
