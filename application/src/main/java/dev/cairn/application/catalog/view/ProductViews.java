package dev.cairn.application.catalog.view;

import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.ProductTaskId;
import io.smallrye.mutiny.Uni;

/**
 * Products and solutions, read without a lock. They belong to the organisation as a whole: whoever may read the catalogue sees them
 * all. Every method about one fails with PRODUCT_NOT_FOUND or SOLUTION_NOT_FOUND; archived ones are there.
 */
public interface ProductViews {
    /** One of them with all its parts. */
    Uni<ProductView> get(ReadScope scope, OfferingId id);

    /** A page of them. Fails with VALIDATION_ERROR when the cursor is not one of this list. */
    Uni<Page<ProductSummary>> list(ReadScope scope, ProductFilter filter, PageRequest<ProductSort> page);

    /** A page of a product's tasks. Fails with VALIDATION_ERROR when the cursor is not one of this list. */
    Uni<Page<ProductTaskView>> tasks(ReadScope scope, OfferingId id, PageRequest<ProductTaskSort> page);

    /** One task of a product. Fails with TASK_NOT_FOUND when the product has none such. */
    Uni<ProductTaskView> task(ReadScope scope, OfferingId id, ProductTaskId task);

    /** One product as the document that import takes. */
    Uni<ProductExport> export(ReadScope scope, OfferingId id);
}
