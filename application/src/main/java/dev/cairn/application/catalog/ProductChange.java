package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Products;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.Target;
import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;

/** A change of one product: load it, let it behave, save it, show what came of it. */
abstract class ProductChange<C extends ProductChange.OfOne, R> extends Change<C, Product, R> {
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

        /** Looks for the part that the command is about; fails with its NOT_FOUND. */
        default void seek(Product product) {}
    }

    ProductChange(Frame frame, Products products) {
        super(frame, Permission.CATALOG_WRITE);
        this.products = products;
    }

    @Override
    protected final Uni<Product> find(C command) {
        return products.get(command.product()).invoke(command::seek);
    }

    @Override
    protected final Uni<R> change(Product product, C command, Call call) {
        var result = behave(product, command, call);
        return products.save(product).replaceWith(() -> result);
    }

    /** The one behaviour that the use case is about, and what it shows afterwards. */
    abstract R behave(Product product, C command, Call call);
}
