package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ProductTaskId;

/** Somebody takes a task out of a product. Customers' copies of it stay. */
public interface RemoveProductTask extends UseCase<RemoveProductTask.Command, ProductView> {
    /** Which task of which product. */
    record Command(ProductId product, ProductTaskId task) implements ProductChange.OfOne {
        @Override
        public void seek(Product aggregate) {
            aggregate.document(task);
        }
    }
}
