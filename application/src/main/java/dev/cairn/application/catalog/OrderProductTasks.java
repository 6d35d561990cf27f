package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ProductTaskId;
import java.util.List;

/** Somebody puts the tasks of a product into an order. */
public interface OrderProductTasks extends UseCase<OrderProductTasks.Command, ProductView> {
    /** The order, which names each task of the product once. */
    record Command(ProductId product, List<ProductTaskId> order) implements ProductChange.OfOne {}
}
