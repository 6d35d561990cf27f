package dev.cairn.domain.adoption.published;

import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.Occurrence;
import dev.cairn.domain.shared.OfferingId;
import java.util.Map;

/**
 * A plan was born with its tasks.
 *
 * @param occurrence which plan, by whom, when
 * @param assignment the assignment it belongs to
 * @param product the product, or the solution with its own tasks, its tasks were copied from
 * @param productVersion the version of the product that was copied
 * @param progress its figures at birth
 */
public record PlanCreated(
        Occurrence occurrence, AssignmentId assignment, OfferingId product, long productVersion, Progress progress)
        implements DomainEvent {
    @Override
    public String type() {
        return "adoption.plan_created";
    }

    @Override
    public Changes changes() {
        return new Changes(Map.of(), data());
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "assignmentId",
                assignment.value().toString(),
                product.kind().noun() + "Id",
                product.value().toString(),
                "syncedProductVersion",
                productVersion,
                "progress",
                progress.figures());
    }
}
