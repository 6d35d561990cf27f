package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ProductTaskView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.TaskDocument;
import dev.cairn.domain.shared.ProductId;

/** Somebody adds a task to a product. */
public interface AddProductTask extends UseCase<AddProductTask.Command, ProductTaskView> {
    /** The task as it is to be; without a place it comes last. */
    record Command(ProductId product, TaskDocument task) implements ProductChange.OfOne {}
}
