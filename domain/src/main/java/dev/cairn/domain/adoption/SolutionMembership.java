package dev.cairn.domain.adoption;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.SolutionBlueprint;
import dev.cairn.domain.shared.ProductId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What lies between the products that a customer has with a solution, and those that the solution holds now.
 *
 * @param staying those that it has and that the solution still holds, in the solution's order
 * @param joining the products that the solution holds and the customer does not have with it, in the solution's order
 * @param leaving those that it has and that the solution does not hold any more
 */
public record SolutionMembership(
        List<ProductAssignment> staying, List<Blueprint> joining, List<ProductAssignment> leaving) {
    public SolutionMembership {
        staying = List.copyOf(staying);
        joining = List.copyOf(joining);
        leaving = List.copyOf(leaving);
    }

    /**
     * Compares the two.
     *
     * @param managed the products that the customer has with the solution
     */
    public static SolutionMembership of(List<ProductAssignment> managed, SolutionBlueprint now) {
        var byProduct = managed.stream().collect(Collectors.groupingBy(ProductAssignment::product));
        return new SolutionMembership(
                now.held().stream()
                        .flatMap(product -> byProduct.getOrDefault(product, List.of()).stream())
                        .toList(),
                now.products().stream()
                        .filter(product -> !byProduct.containsKey(product.ofProduct()))
                        .toList(),
                managed.stream()
                        .filter(product -> !now.held().contains(product.product()))
                        .toList());
    }

    /** The products that are to come, by their ids. */
    public List<ProductId> joiningIds() {
        return joining.stream().map(Blueprint::ofProduct).toList();
    }
}
