package dev.cairn.application.shared;

import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.CustomerId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A set of customers, described and not listed. The view {@code visible_customer} says the same in SQL; a test holds
 * the two together.
 *
 * @param everything every customer of the organisation
 * @param pipeline every customer that is a prospect or lead
 * @param assignee every customer assigned to this name
 * @param listed these customers
 */
public record RowScope(boolean everything, boolean pipeline, Optional<String> assignee, Set<CustomerId> listed) {
    /** No customer. */
    public static final RowScope NOTHING = new RowScope(false, false, Optional.empty(), Set.of());

    /** Every customer of the organisation. */
    public static final RowScope EVERYTHING = new RowScope(true, false, Optional.empty(), Set.of());

    public RowScope {
        listed = Set.copyOf(listed);
    }

    static RowScope listed(Set<CustomerId> customers) {
        return new RowScope(false, false, Optional.empty(), customers);
    }

    /** What either of two roles of one caller gives. */
    RowScope or(RowScope other) {
        var both = new HashSet<>(listed);
        both.addAll(other.listed);
        return new RowScope(
                everything || other.everything, pipeline || other.pipeline, assignee.or(other::assignee), both);
    }

    /** Whether the customer is one of the set. */
    public boolean covers(Standing standing) {
        return everything
                || pipeline && isPipeline(standing.stage())
                || assignee.isPresent() && assignee.equals(standing.assignedTo())
                || listed.contains(standing.customer());
    }

    private static boolean isPipeline(LifecycleStage stage) {
        return stage == LifecycleStage.PROSPECT || stage == LifecycleStage.LEAD;
    }
}
