package dev.cairn.domain.adoption.published;

import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.Occurrence;
import dev.cairn.domain.shared.OfferingId;
import java.util.Map;

/**
 * A plan reached a milestone, for the first and only time.
 *
 * @param occurrence which plan, by whose change, when
 * @param product the product, or the solution with its own tasks, its tasks are copied from
 * @param milestone which one
 * @param progress its figures by then
 */
public record MilestoneReached(Occurrence occurrence, OfferingId product, Milestone milestone, Progress progress)
        implements DomainEvent {
    @Override
    public String type() {
        return "adoption.milestone_reached";
    }

    @Override
    public Changes changes() {
        return new Changes(Map.of(), Map.of("milestone", milestone.name()));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                product.kind().noun() + "Id",
                product.value().toString(),
                "milestone",
                milestone.name(),
                "progress",
                progress.figures());
    }
}
