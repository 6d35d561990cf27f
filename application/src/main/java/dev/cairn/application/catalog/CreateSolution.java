package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ImportedProduct;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.ProductDocument;

/** Somebody brings a solution into the organisation, with a name alone or as a whole document. */
public interface CreateSolution extends UseCase<CreateSolution.Command, ImportedProduct> {
    /**
     * The solution as it is to be.
     *
     * @param normalize whether the weights of its own tasks are scaled to 100
     */
    record Command(ProductDocument document, boolean normalize) implements OfferingChange.OfCatalogue {}
}
