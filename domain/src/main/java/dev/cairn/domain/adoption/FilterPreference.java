package dev.cairn.domain.adoption;

import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.AggregateRoot;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.EntityKind;
import dev.cairn.domain.shared.Occurrence;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.Subject;
import java.time.Instant;
import java.util.Optional;

/**
 * How one person looks at the tasks of one plan. It is nobody else's, and changes nothing of the plan.
 *
 * <p>{@code version} is 0 while nothing was ever saved; then every change raises it by one.
 */
public final class FilterPreference extends AggregateRoot {
    private final Owner owner;
    private TaskFilter filter;
    private long version;

    /**
     * Whose it is, and of which plan.
     *
     * @param who the person
     * @param customer the customer that the plan belongs to
     */
    public record Owner(Actor who, PlanId plan, CustomerId customer) {}

    /**
     * A preference as it is stored.
     *
     * @param version from 0, and then it is the filter that does not narrow
     */
    public record Snapshot(Owner owner, TaskFilter filter, long version) {}

    private FilterPreference(Snapshot state) {
        owner = state.owner();
        filter = state.filter();
        version = state.version();
    }

    /** First door: nothing was saved so far, and every task that is part of the plan is shown. */
    public static FilterPreference none(Owner owner) {
        return new FilterPreference(new Snapshot(owner, TaskFilter.LIVE, 0));
    }

    /** Second door: as it was stored. */
    public static FilterPreference restore(Snapshot stored) {
        if (stored.version() < 1) {
            throw new IllegalStateException("a stored preference has a version from 1 on");
        }
        return new FilterPreference(stored);
    }

    /** Is another one from now on; the same one again changes nothing. */
    public void save(TaskFilter other, Instant now) {
        var changes = filter.until(other);
        if (changes.isEmpty()) {
            return;
        }
        filter = other;
        version++;
        var subject = new Subject(EntityKind.ADOPTION_PLAN, owner.plan().value(), Optional.of(owner.customer()));
        record(new FilterSaved(new Occurrence(subject, owner.who(), now), changes));
    }

    @Override
    public long version() {
        return version;
    }

    /** As it is now. */
    public Snapshot snapshot() {
        return new Snapshot(owner, filter, version);
    }
}
