package dev.cairn.domain.adoption.published;

import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.Occurrence;
import dev.cairn.domain.shared.OfferingId;
import java.util.Map;

/**
 * A plan was made equal to its product and its assignment, or that was taken back.
 *
 * @param occurrence which plan, by whom, when
 * @param product the product, or the solution with its own tasks, its tasks are copied from
 * @param undone whether a synchronisation was taken back; the numbers are then those of that one
 * @param added how many tasks entered the plan
 * @param restored how many came back from the archive
 * @param archived how many were put away
 * @param updated how many followed their source
 * @param changes what moved of the plan itself
 */
public record PlanSynced(
        Occurrence occurrence,
        OfferingId product,
        boolean undone,
        int added,
        int restored,
        int archived,
        int updated,
        Changes changes)
        implements DomainEvent {
    @Override
    public String type() {
        return "adoption.plan_synced";
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                product.kind().noun() + "Id",
                product.value().toString(),
                "undone",
                undone,
                "added",
                added,
                "restored",
                restored,
                "archived",
                archived,
                "updated",
                updated,
                "before",
                changes.before(),
                "after",
                changes.after());
    }
}
