package dev.cairn.application.adoption.solution;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.ProductAssignment;
import dev.cairn.domain.adoption.SolutionAssignment;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The assignment of a solution with everything that goes with it, all of it locked, the outermost first: the assignment, those
 * of its products, all plans by id.
 *
 * @param products the products that it manages
 * @param plans the plan of its own tasks and those of its products, by their assignments
 */
record Managed(SolutionAssignment assignment, List<ProductAssignment> products, Map<AssignmentId, AdoptionPlan> plans) {
    static Uni<Managed> of(SolutionAssignment assignment, Assignments assignments, AdoptionPlans plans) {
        return assignments.managedBy(assignment.id()).chain(products -> {
            var owners =
                    new ArrayList<>(products.stream().map(ProductAssignment::id).toList());
            owners.add(assignment.id());
            return plans.lockOfAll(owners)
                    .map(found -> new Managed(
                            assignment,
                            products,
                            found.stream()
                                    .collect(Collectors.toMap(
                                            plan -> plan.snapshot().assignment(), Function.identity()))));
        });
    }

    /** The plan of the solution's own tasks. */
    AdoptionPlan own() {
        return plan(assignment.id());
    }

    /** The plan of an assignment. */
    AdoptionPlan plan(AssignmentId of) {
        return Optional.ofNullable(plans.get(of))
                .orElseThrow(() -> new IllegalStateException("an assignment without a plan"));
    }

    /** The products that it manages, by their ids. */
    List<ProductId> productIds() {
        return products.stream().map(ProductAssignment::product).toList();
    }

    /** All its plans. */
    List<AdoptionPlan> allPlans() {
        return List.copyOf(plans.values());
    }
}
