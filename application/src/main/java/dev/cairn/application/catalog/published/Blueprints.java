package dev.cairn.application.catalog.published;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;

/** What other contexts copy products from, inside the unit of work at hand. */
public interface Blueprints {
    /**
     * The product as it is now; it does not change, and is not deleted, until the unit of work ends. Fails with
     * PRODUCT_NOT_FOUND, also for an archived product: nobody is assigned to one any more.
     */
    Uni<Blueprint> get(ProductId product);

    /**
     * The same for a product that somebody has already, archived or not: what was sold can still be changed. Fails with
     * PRODUCT_NOT_FOUND.
     */
    Uni<Blueprint> ofAssigned(ProductId product);
}
