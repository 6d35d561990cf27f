package dev.cairn.domain.adoption;

import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.adoption.published.TaskStatusChanged;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.AggregateRoot;
import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.EntityKind;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Occurrence;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.Subject;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.shared.TelemetryAttributeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One task of one customer's plan: a copy of a catalogue task, and how far this customer is with it.
 *
 * <p>{@code version} rises once with every change that is kept; a change that changes nothing raises nothing.
 */
public final class CustomerTask extends AggregateRoot {
    private final OrgId org;
    private final TaskId id;
    private final PlanId plan;
    private final CustomerId customer;
    private final TaskContent content;
    private final List<TelemetryAttribute> telemetry;
    private TaskState state;
    private long version;

    /**
     * A task as it is stored.
     *
     * @param customer the customer that the plan belongs to
     * @param content what was copied of the source
     * @param telemetry what can be measured about it, by order and name
     * @param state how far the customer is
     * @param version from 1
     */
    public record Snapshot(
            OrgId org,
            TaskId id,
            PlanId plan,
            CustomerId customer,
            TaskContent content,
            List<TelemetryAttribute> telemetry,
            TaskState state,
            long version) {
        public Snapshot {
            telemetry = List.copyOf(telemetry);
        }
    }

    private CustomerTask(Snapshot stored) {
        org = stored.org();
        id = stored.id();
        plan = stored.plan();
        customer = stored.customer();
        content = stored.content();
        telemetry = stored.telemetry();
        state = stored.state();
        version = stored.version();
    }

    /** First door: a source task enters a plan, NOT_STARTED, and telemetry may speak. */
    static CustomerTask copied(OrgId org, PlanId plan, CustomerId customer, Blueprint.Task source, Supplier<UUID> ids) {
        var id = new TaskId(ids.get());
        var telemetry = source.telemetry().stream()
                .map(definition -> TelemetryAttribute.copied(new TelemetryAttributeId(ids.get()), definition))
                .toList();
        return new CustomerTask(
                new Snapshot(org, id, plan, customer, TaskContent.of(source), telemetry, TaskState.FRESH, 1));
    }

    /** Second door: as it was stored. */
    public static CustomerTask restore(Snapshot stored) {
        if (stored.version() < 1) {
            throw new IllegalStateException("a stored task has a version from 1 on");
        }
        return new CustomerTask(stored);
    }

    /**
     * Somebody decides. The decision outranks telemetry from now on, except that NOT_STARTED hands the task back to it.
     * The same status again with the same note, or none, changes nothing and records nothing, unless it takes over what
     * so far was automation's to say.
     *
     * @param note what is said about it; none clears the note that is there
     * @param source where the decision came from: MANUAL or API
     * @return the step the plan's figures take; {@link Progress#NONE} when none moved
     * @throws DomainException TASK_ARCHIVED when the task is no longer part of its plan
     */
    public Progress changeStatus(TaskStatus to, Optional<StatusNote> note, StatusSource source, Actor by, Instant now) {
        if (!source.isDecision()) {
            throw new IllegalStateException(source + " is nobody's decision");
        }
        if (isArchived()) {
            throw new DomainException(ErrorCode.TASK_ARCHIVED, "The task is archived and no longer part of its plan.");
        }
        var mode = to == TaskStatus.NOT_STARTED ? StatusMode.AUTO : StatusMode.MANUAL;
        var saysNothingNew = note.isEmpty() || note.equals(state.note());
        // Equal modes: whoever sets again what a person set adds nothing, but what stands in AUTO is automation's, and
        // to confirm it is to take it over.
        if (to == state.status() && mode == state.mode() && saysNothingNew) {
            return Progress.NONE;
        }
        return become(to, mode, new StatusStamp(now, by.name(), source, note), by);
    }

    /**
     * Puts the task away: it leaves its plan's figures and default lists, and keeps status, notes and history.
     *
     * @return the step the plan's figures take; {@link Progress#NONE} when it was put away already
     */
    public Progress archive(ArchiveReason reason, Instant now) {
        if (isArchived()) {
            return Progress.NONE;
        }
        var before = share();
        state = state.archived(new Archival(now, reason));
        version++;
        return share().minus(before);
    }

    /** What this task adds to its plan as it stands. */
    public Progress share() {
        return state.share(content.weight());
    }

    /** Which one it is. */
    public TaskId id() {
        return id;
    }

    /** Whether it was put away. */
    public boolean isArchived() {
        return state.isArchived();
    }

    @Override
    public long version() {
        return version;
    }

    /** As it is now. */
    public Snapshot snapshot() {
        return new Snapshot(org, id, plan, customer, content, telemetry, state, version);
    }

    private Progress become(TaskStatus to, StatusMode mode, StatusStamp stamp, Actor by) {
        var shareBefore = share();
        var before = state;
        state = before.moved(to, mode, stamp);
        version++;
        var changes = Changes.compare()
                .field("status", before.status().name(), to.name())
                .field("statusMode", before.mode().name(), mode.name())
                .field("statusNotes", text(before.note()), text(stamp.note()))
                .done();
        record(new TaskStatusChanged(
                new Occurrence(new Subject(EntityKind.TASK, id.value(), Optional.of(customer)), by, stamp.at()),
                plan,
                before.status(),
                to,
                mode,
                stamp.source(),
                text(stamp.note()),
                Optional.empty(),
                changes));
        return share().minus(shareBefore);
    }

    private static Optional<String> text(Optional<StatusNote> note) {
        return note.map(StatusNote::value);
    }
}
