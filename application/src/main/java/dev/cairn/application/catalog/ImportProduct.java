package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ImportedProduct;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.catalog.ProductDocument;
import dev.cairn.domain.shared.OfferingId;

/** Somebody brings a document into a product or a solution that is there. */
public interface ImportProduct extends UseCase<ImportProduct.Command, ImportedProduct> {
    /** The document, and how it enters. */
    record Command(OfferingId offering, ProductDocument document, Offering.Mode mode) implements OfferingChange.OfOne {}
}
