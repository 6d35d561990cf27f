package dev.cairn.application.catalog.port;

import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;

/** Who lives by the products of the organisation at hand, as far as the catalogue must know. */
public interface ProductUse {
    /**
     * Whether a customer is assigned to the product. Holds until the unit of work ends when the product is locked before:
     * assigning takes the product's lock too.
     */
    Uni<Boolean> isAssigned(ProductId product);
}
