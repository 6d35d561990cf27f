package dev.cairn.application.adoption.solution;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.ProductAssignment;
import dev.cairn.domain.adoption.SolutionAdoptionPlan.Part;
import dev.cairn.domain.adoption.SolutionAssignment.Arrival;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How products that come with a solution are stored: new ones with the plan that is born, others with the plan they have. */
record Arrivals(Assignments assignments, AdoptionPlans plans) {
    /** A product as it is now, and how it comes. */
    record Coming(Blueprint product, Arrival arrival) {
        private AssignmentId assignment() {
            return arrival.assignment().id();
        }
    }

    /** See {@link Assignments#present}. */
    Uni<List<ProductAssignment>> present(CustomerId customer, Collection<ProductId> products) {
        return products.isEmpty() ? Uni.createFrom().item(List.of()) : assignments.present(customer, products);
    }

    /** Stores them all; gives their plans as parts of the whole, in the same order. */
    Uni<List<Part>> store(List<Coming> coming, Supplier<UUID> ids, Call call) {
        var adopted = coming.stream()
                .filter(it -> !it.arrival().fresh())
                .map(Coming::assignment)
                .toList();
        var locked = adopted.isEmpty() ? Uni.createFrom().item(List.<AdoptionPlan>of()) : plans.lockOfAll(adopted);
        return locked.chain(found -> store(coming, found, ids, call));
    }

    private Uni<List<Part>> store(List<Coming> coming, List<AdoptionPlan> found, Supplier<UUID> ids, Call call) {
        var adopted =
                found.stream().collect(Collectors.toMap(plan -> plan.snapshot().assignment(), Function.identity()));
        Uni<Void> stored = Uni.createFrom().voidItem();
        var parts = new ArrayList<Part>();
        for (var it : coming) {
            var known = Optional.ofNullable(adopted.get(it.assignment()));
            var step = known.map(plan -> adopt(it, plan)).orElseGet(() -> bear(it, ids, call));
            stored = stored.chain(step.store());
            parts.add(Part.of(
                    step.plan(),
                    it.product().ofProduct(),
                    step.plan().needsSync(it.product().version())));
        }
        return stored.replaceWith(() -> List.copyOf(parts));
    }

    /** One plan as it will be, and how that is stored. */
    private record Step(AdoptionPlan.Snapshot plan, Supplier<Uni<? extends Void>> store) {}

    private Step adopt(Coming coming, AdoptionPlan plan) {
        var assignment = coming.arrival().assignment();
        plan.learn(assignment.entitlement());
        return new Step(plan.snapshot(), () -> assignments.save(assignment).chain(() -> plans.save(plan)));
    }

    private Step bear(Coming coming, Supplier<UUID> ids, Call call) {
        var assignment = coming.arrival().assignment();
        var birth = AdoptionPlan.bornFrom(assignment, coming.product(), ids, call.actor(), call.now());
        return new Step(
                birth.plan().snapshot(), () -> assignments.add(assignment).chain(() -> plans.add(birth)));
    }

    /** The plan of the one that came. */
    static PlanId only(List<Part> parts) {
        return parts.get(0).plan();
    }
}
