package dev.cairn.application.catalog.published;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.SolutionBlueprint;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.SolutionId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;

/** What other contexts copy products from, inside the unit of work at hand. */
public interface Blueprints {
    /**
     * The product as it is now; it does not change, and is not deleted, until the unit of work ends. Fails with
     * PRODUCT_NOT_FOUND, also for an archived product: nobody is assigned to one any more.
     */
    Uni<Blueprint> get(ProductId product);

    /**
     * The same for a product, or what is a solution's own, that somebody has already, archived or not: what was sold can still be changed. Fails with
     * PRODUCT_NOT_FOUND or SOLUTION_NOT_FOUND.
     */
    Uni<Blueprint> ofAssigned(OfferingId product);

    /**
     * The solution with its products as they are now; neither it nor they change, nor are deleted, until the unit of work
     * ends. As many statements for fifty products as for one. Fails with SOLUTION_NOT_FOUND, also for an archived solution.
     */
    Uni<SolutionBlueprint> get(SolutionId solution);

    /**
     * The same for a solution that somebody has already, archived or not. Fails with SOLUTION_NOT_FOUND.
     *
     * @param assigned the products that came with it, among its sources even when they are archived or have left it
     */
    Uni<SolutionBlueprint> ofAssigned(SolutionId solution, Collection<ProductId> assigned);
}
