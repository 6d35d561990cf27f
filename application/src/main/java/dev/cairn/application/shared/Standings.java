package dev.cairn.application.shared;

import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Finds the standing of the customer behind a target, inside the unit of work at hand. */
public interface Standings {
    /**
     * Empty when there is no such target, or none that the scope sees: nobody can tell the two apart. Fails with
     * ASSIGNMENT_NOT_FOUND when the customer is seen and has no such assignment.
     */
    Uni<Optional<Standing>> find(ReadScope scope, Target target);

    /** The standings behind those of the plans that are there and that the scope sees. */
    default Uni<Map<PlanId, Standing>> ofPlans(ReadScope scope, Collection<PlanId> plans) {
        return Multi.createFrom()
                .iterable(plans)
                .onItem()
                .transformToUniAndConcatenate(
                        plan -> find(scope, new Target.OfPlan(plan)).map(found -> Map.entry(plan, found)))
                .filter(entry -> entry.getValue().isPresent())
                .collect()
                .asMap(Map.Entry::getKey, entry -> entry.getValue().orElseThrow());
    }
}
