package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ImportedProduct;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.ProductDocument;

/** Somebody brings a product into the organisation, with a name alone or as a whole document. */
public interface CreateProduct extends UseCase<CreateProduct.Command, ImportedProduct> {
    /**
     * The product as it is to be.
     *
     * @param normalize whether its weights are scaled to 100
     */
    record Command(ProductDocument document, boolean normalize) implements OfferingChange.OfCatalogue {}
}
