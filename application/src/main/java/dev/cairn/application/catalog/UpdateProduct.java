package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.ProductDetails;
import dev.cairn.domain.shared.OfferingId;
import java.util.function.UnaryOperator;

/** Somebody rewrites what a product says of itself; its parts stay. */
public interface UpdateProduct extends UseCase<UpdateProduct.Command, ProductView> {
    /**
     * What it is to be.
     *
     * @param details makes the details as they are to be of those that are
     */
    record Command(OfferingId offering, UnaryOperator<ProductDetails> details) implements OfferingChange.OfOne {}
}
