package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Products;
import dev.cairn.application.catalog.view.PartView;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Part;
import dev.cairn.domain.catalog.Product;
import jakarta.inject.Singleton;

@Singleton
class AddProductPartHandler extends ProductChange<AddProductPart.Command<?, ?>, PartView<?>> implements AddProductPart {
    AddProductPartHandler(Frame frame, Products products) {
        super(frame, products);
    }

    @Override
    PartView<?> behave(Product product, Command<?, ?> command, Call call) {
        return new PartView<>(add(product, command, call), product.snapshot().version());
    }

    private <I, P extends Part<I>> P add(Product product, Command<I, P> command, Call call) {
        return product.add(command.facet(), command.document(), ids()::next, call.actor(), call.now());
    }
}
