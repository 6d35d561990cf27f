package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.ProductDetails;
import dev.cairn.domain.shared.ProductId;

/** Somebody rewrites what a product says of itself; its parts stay. */
public interface UpdateProduct extends UseCase<UpdateProduct.Command, ProductView> {
    /** The details as they are to be. */
    record Command(ProductId product, ProductDetails details) implements ProductChange.OfOne {}
}
