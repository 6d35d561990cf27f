package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ProductTaskView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.catalog.TaskDocument;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.ProductTaskId;
import java.util.function.UnaryOperator;

/** Somebody rewrites a task of a product or a solution. */
public interface ReplaceProductTask extends UseCase<ReplaceProductTask.Command, ProductTaskView> {
    /**
     * What it is to be.
     *
     * @param document makes the whole task as it is to be of the one that is; an absent key or place stays
     */
    record Command(OfferingId offering, ProductTaskId task, UnaryOperator<TaskDocument> document)
            implements OfferingChange.OfOne {
        @Override
        public void seek(Offering aggregate) {
            aggregate.document(task);
        }
    }
}
