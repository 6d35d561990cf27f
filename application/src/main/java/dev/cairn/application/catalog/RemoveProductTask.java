package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.ProductTaskId;

/** Somebody takes a task out of a product or a solution. Customers' copies of it stay. */
public interface RemoveProductTask extends UseCase<RemoveProductTask.Command, ProductView> {
    /** Which task of which product. */
    record Command(OfferingId offering, ProductTaskId task) implements OfferingChange.OfOne {
        @Override
        public void seek(Offering aggregate) {
            aggregate.document(task);
        }
    }
}
