package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Products;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Part;
import dev.cairn.domain.catalog.Product;
import jakarta.inject.Singleton;

@Singleton
class RemoveProductPartHandler extends ProductChange<RemoveProductPart.Command<?, ?>, ProductView>
        implements RemoveProductPart {
    RemoveProductPartHandler(Frame frame, Products products) {
        super(frame, products);
    }

    @Override
    ProductView behave(Product product, Command<?, ?> command, Call call) {
        remove(product, command, call);
        return new ProductView(product.snapshot());
    }

    private static <I, P extends Part<I>> void remove(Product product, Command<I, P> command, Call call) {
        product.remove(command.facet(), command.part(), call.actor(), call.now());
    }
}
