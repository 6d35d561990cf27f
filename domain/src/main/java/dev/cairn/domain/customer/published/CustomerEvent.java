package dev.cairn.domain.customer.published;

import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.Occurrence;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something happened to a customer.
 *
 * @param what which of the things that can happen
 * @param occurrence to which customer, by whom, when
 * @param moved the fields that moved
 * @param reason why, where a reason was asked for
 * @param note what the person added
 */
public record CustomerEvent(
        What what, Occurrence occurrence, Changes moved, Optional<String> reason, Optional<String> note)
        implements DomainEvent {
    /** The things that can happen to a customer. */
    public enum What {
        CREATED("customer.created"),
        UPDATED("customer.updated"),
        ASSIGNED("customer.assigned"),
        DELETED("customer.deleted"),
        SUSPENDED("customer.suspended"),
        ACTIVATED("customer.activated"),
        DEACTIVATED("customer.deactivated"),
        LIFECYCLE_CHANGED("customer.lifecycle_changed");

        private final String type;

        What(String type) {
            this.type = type;
        }
    }

    @Override
    public String type() {
        return what.type;
    }

    /** The fields that moved, and what was said about it. */
    @Override
    public Changes changes() {
        return moved.and(Changes.compare()
                .field("reason", Optional.empty(), reason)
                .field("note", Optional.empty(), note)
                .done());
    }

    @Override
    public Map<String, Object> data() {
        var data = new HashMap<String, Object>();
        data.put("before", moved.before());
        data.put("after", moved.after());
        reason.ifPresent(why -> data.put("reason", why));
        note.ifPresent(said -> data.put("note", said));
        return data;
    }
}
