package dev.cairn.application.adoption.port;

import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;

/** At which version the products are now; that is all a change of a plan must know of the catalogue. */
public interface ProductVersions {
    /** The version of the product, archived or not, from 1. Fails with PRODUCT_NOT_FOUND. */
    Uni<Long> current(ProductId product);
}
