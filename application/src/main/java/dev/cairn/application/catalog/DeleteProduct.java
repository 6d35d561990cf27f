package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.shared.ProductId;

/** Somebody lets a product go, or archives it. */
public interface DeleteProduct extends UseCase<DeleteProduct.Command, ProductView> {
    /** Which product, and whether it is archived: kept for those who have it, out of sight for others. */
    record Command(ProductId product, boolean archive) implements ProductChange.OfOne {}
}
