package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ProductTaskView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.TaskDocument;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ProductTaskId;

/** Somebody rewrites a task of a product. */
public interface ReplaceProductTask extends UseCase<ReplaceProductTask.Command, ProductTaskView> {
    /** The whole task as it is to be; an absent key or place stays. */
    record Command(ProductId product, ProductTaskId task, TaskDocument document) implements ProductChange.OfOne {}
}
