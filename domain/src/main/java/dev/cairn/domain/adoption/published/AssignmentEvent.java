package dev.cairn.domain.adoption.published;

import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.Occurrence;
import dev.cairn.domain.shared.OfferingId;
import java.util.Map;

/**
 * Something happened to the assignment of a product or of a solution.
 *
 * @param what which of the things that can happen
 * @param occurrence to which assignment, by whom, when
 * @param offering the product or the solution that is assigned
 * @param changes the fields that moved
 */
public record AssignmentEvent(What what, Occurrence occurrence, OfferingId offering, Changes changes)
        implements DomainEvent {
    /** The things that can happen to an assignment. */
    public enum What {
        ASSIGNED("assigned"),
        CHANGED("changed"),
        REMOVED("removed");

        private final String said;

        What(String said) {
            this.said = said;
        }
    }

    @Override
    public String type() {
        return offering.kind().noun() + "." + what.said;
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                offering.kind().noun() + "Id",
                offering.value().toString(),
                "before",
                changes.before(),
                "after",
                changes.after());
    }
}
