package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Products;
import dev.cairn.application.catalog.view.PartView;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Part;
import dev.cairn.domain.catalog.Product;
import jakarta.inject.Singleton;

@Singleton
class ReplaceProductPartHandler extends ProductChange<ReplaceProductPart.Command<?, ?>, PartView<?>>
        implements ReplaceProductPart {
    ReplaceProductPartHandler(Frame frame, Products products) {
        super(frame, products);
    }

    @Override
    PartView<?> behave(Product product, Command<?, ?> command, Call call) {
        return new PartView<>(
                replace(product, command, call), product.snapshot().version());
    }

    private static <I, P extends Part<I>> P replace(Product product, Command<I, P> command, Call call) {
        return product.replace(command.facet(), command.part(), command.document(), call.actor(), call.now());
    }
}
