package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ProductId;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** What can be adopted by itself. */
public final class Product extends Offering {
    private Product(Snapshot stored) {
        super(stored);
    }

    private Product(ProductId id, Brought brought, Actor by, Instant now) {
        super(id, brought, by, now);
    }

    /**
     * First door: a product enters the organisation of the actor, whole.
     *
     * @param normalize whether its weights are scaled to 100
     * @param ids makes ids for its parts
     * @throws DomainException VALIDATION_ERROR when a task refers to what the document lacks, INVALID_CRITERIA,
     *     TOTAL_WEIGHT_EXCEEDED
     */
    public static Created<Product> create(
            ProductId id, ProductDocument document, boolean normalize, Supplier<UUID> ids, Actor by, Instant now) {
        var brought = Brought.of(document, normalize, ids);
        return new Created<>(new Product(id, brought, by, now), brought.normalizedFrom());
    }

    /** Second door: as it was stored. */
    public static Product restore(Snapshot stored) {
        return new Product(stored);
    }
}
