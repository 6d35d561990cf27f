package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ProductTaskView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.TaskDocument;
import dev.cairn.domain.shared.OfferingId;

/** Somebody adds a task to a product or a solution. */
public interface AddProductTask extends UseCase<AddProductTask.Command, ProductTaskView> {
    /** The task as it is to be; without a place it comes last. */
    record Command(OfferingId offering, TaskDocument task) implements OfferingChange.OfOne {}
}
