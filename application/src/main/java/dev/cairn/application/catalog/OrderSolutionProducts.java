package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.SolutionId;
import java.util.List;

/** Somebody puts the products of a solution into an order. */
public interface OrderSolutionProducts extends UseCase<OrderSolutionProducts.Command, ProductView> {
    /** The order, which names each product of the solution once. */
    record Command(SolutionId solution, List<ProductId> order) implements SolutionChange.OfSolution {}
}
