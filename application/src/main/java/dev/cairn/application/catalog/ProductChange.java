package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Products;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Handler;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.Target;
import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;

/** A change of one product: load it, let it behave, save it, show what came of it. */
abstract class ProductChange<C extends ProductChange.OfOne, R> extends Handler<C, R> {
    private final Products products;

    /** A command about the organisation's catalogue. */
    interface OfCatalogue extends GuardedCommand {
        @Override
        default Target target() {
            return new Target.OfOrganisation();
        }
    }

    /** A command about one product. */
    interface OfOne extends OfCatalogue {
        ProductId product();
    }

    ProductChange(Frame frame, Products products) {
        super(frame, Permission.CATALOG_WRITE);
        this.products = products;
    }

    @Override
    protected final Uni<R> execute(C command, Call call) {
        return products.get(command.product()).chain(product -> {
            var result = change(product, command, call);
            return products.save(product).replaceWith(() -> result);
        });
    }

    /** The one behaviour that the use case is about, and what it shows afterwards. */
    abstract R change(Product product, C command, Call call);
}
