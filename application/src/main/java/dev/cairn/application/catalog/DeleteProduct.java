package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.shared.OfferingId;

/** Somebody lets a product or a solution go, or archives it. A product that goes leaves the solutions that hold it. */
public interface DeleteProduct extends UseCase<DeleteProduct.Command, ProductView> {
    /** Which product, and whether it is archived: kept for those who have it, out of sight for others. */
    record Command(OfferingId offering, boolean archive) implements OfferingChange.OfOne {}
}
