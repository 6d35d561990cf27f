package dev.cairn.domain.adoption.published;

import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.Occurrence;
import dev.cairn.domain.shared.ProductId;
import java.util.HashMap;
import java.util.Map;

/**
 * Something happened to the assignment of a product.
 *
 * @param what which of the things that can happen
 * @param occurrence to which assignment, by whom, when
 * @param product the product that is assigned
 * @param changes the fields that moved
 */
public record AssignmentEvent(What what, Occurrence occurrence, ProductId product, Changes changes)
        implements DomainEvent {
    /** The things that can happen to an assignment. */
    public enum What {
        ASSIGNED("product.assigned"),
        /** Assigned anew, from what was kept when it was removed. */
        RESTORED("product.assigned"),
        CHANGED("product.changed"),
        REMOVED("product.removed");

        private final String type;

        What(String type) {
            this.type = type;
        }
    }

    @Override
    public String type() {
        return what.type;
    }

    @Override
    public Map<String, Object> data() {
        var data = new HashMap<String, Object>();
        data.put("productId", product.value().toString());
        data.put("before", changes.before());
        data.put("after", changes.after());
        if (what == What.ASSIGNED || what == What.RESTORED) {
            data.put("restored", what == What.RESTORED);
        }
        return data;
    }
}
