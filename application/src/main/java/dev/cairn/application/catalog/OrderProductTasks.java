package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.ProductTaskId;
import java.util.List;

/** Somebody puts the tasks of a product or a solution into an order. */
public interface OrderProductTasks extends UseCase<OrderProductTasks.Command, ProductView> {
    /** The order, which names each task of the product once. */
    record Command(OfferingId offering, List<ProductTaskId> order) implements OfferingChange.OfOne {}
}
