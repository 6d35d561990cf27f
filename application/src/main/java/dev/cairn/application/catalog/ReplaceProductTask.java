package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ProductTaskView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.catalog.TaskDocument;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ProductTaskId;
import java.util.function.UnaryOperator;

/** Somebody rewrites a task of a product. */
public interface ReplaceProductTask extends UseCase<ReplaceProductTask.Command, ProductTaskView> {
    /**
     * What it is to be.
     *
     * @param document makes the whole task as it is to be of the one that is; an absent key or place stays
     */
    record Command(ProductId product, ProductTaskId task, UnaryOperator<TaskDocument> document)
            implements ProductChange.OfOne {
        @Override
        public void seek(Product aggregate) {
            aggregate.document(task);
        }
    }
}
