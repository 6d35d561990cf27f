package dev.cairn.domain.adoption.published;

import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.Occurrence;
import dev.cairn.domain.shared.OfferingId;
import java.util.HashMap;
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
        /** Assigned anew, from what was kept when it was removed. */
        RESTORED("assigned"),
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
        var data = new HashMap<String, Object>();
        data.put(offering.kind().noun() + "Id", offering.value().toString());
        data.put("before", changes.before());
        data.put("after", changes.after());
        if (what == What.ASSIGNED || what == What.RESTORED) {
            data.put("restored", what == What.RESTORED);
        }
        return data;
    }
}
