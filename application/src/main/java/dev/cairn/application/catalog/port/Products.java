package dev.cairn.application.catalog.port;

import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;

/** The products of the organisation at hand. */
public interface Products {
    /** The product, locked until the unit of work ends. Fails with PRODUCT_NOT_FOUND. */
    Uni<Product> get(ProductId id);

    /**
     * Brings a new product in. Fails with PRODUCT_NAME_EXISTS or EXTERNAL_ID_EXISTS, at the latest when the unit of work
     * ends; so does {@link #save}.
     */
    Uni<Void> add(Product product);

    /** Stores the state and, in the same transaction, what the product says happened to it. */
    Uni<Void> save(Product product);

    /** Lets a product go that was deleted, with all its parts; what it says happened to it is stored. */
    Uni<Void> remove(Product product);
}
