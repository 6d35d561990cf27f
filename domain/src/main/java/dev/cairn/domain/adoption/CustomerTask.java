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
import dev.cairn.domain.shared.TelemetryValueId;
import dev.cairn.domain.telemetry.published.Freshness;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import dev.cairn.domain.telemetry.published.Observation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One task of one customer's plan: a copy of a catalogue task, and how far this customer is with it.
 *
 * <p>{@code version} rises once with every change that is kept; a change that changes nothing raises nothing.
 */
public final class CustomerTask extends AggregateRoot {
    /** Who acts when nobody does but the data. */
    public static final String AUTOMATION = "telemetry";

    private final OrgId org;
    private final TaskId id;
    private final PlanId plan;
    private final CustomerId customer;
    private TaskContent content;
    private List<TelemetryAttribute> telemetry;
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
        refuseArchived();
        var mode = to == TaskStatus.NOT_STARTED ? StatusMode.AUTO : StatusMode.MANUAL;
        var saysNothingNew = note.isEmpty() || note.equals(state.note());
        // Equal modes: whoever sets again what a person set adds nothing, but what stands in AUTO is automation's, and
        // to confirm it is to take it over.
        if (to == state.status() && mode == state.mode() && saysNothingNew) {
            return Progress.NONE;
        }
        version++;
        return become(to, mode, new StatusStamp(now, by.name(), source, note), by, Optional.empty());
    }

    /**
     * Takes note of what was seen of an attribute. Only the latest sight counts; one that comes late finds its place in
     * the attribute's history and changes nothing here.
     */
    public void observe(TelemetryAttributeId attribute, Observation seen) {
        measure(attribute, it -> it.seeing(seen));
    }

    /** A full file of the plan said a value once more that is there already: while it is the latest, it is fresh again. */
    public void hearAgain(TelemetryAttributeId attribute, TelemetryValueId value, Instant now) {
        measure(attribute, it -> it.hearingAgain(value, now));
    }

    private void measure(TelemetryAttributeId attribute, UnaryOperator<TelemetryAttribute> change) {
        telemetry = telemetry.stream()
                .map(it -> it.id().equals(attribute) ? change.apply(it) : it)
                .toList();
    }

    /** The attribute; nothing when the task has no such one. */
    public Optional<TelemetryAttribute> attribute(TelemetryAttributeId wanted) {
        return telemetry.stream().filter(it -> it.id().equals(wanted)).findFirst();
    }

    /** What telemetry says of the task as it stands, in whatever mode it is. It changes nothing. */
    public Judgement judge(Freshness freshness, Instant now) {
        return judge(freshness, isArchived(), now);
    }

    /**
     * The same as part of its plan: with the plan's freshness, and as archived when the plan was put away.
     *
     * @param within the plan it is part of
     */
    public Judgement judge(AdoptionPlan.Snapshot within, FreshnessPolicy policy, Instant now) {
        return judge(
                within.freshness(policy, now),
                isArchived() || within.archivedAt().isPresent(),
                now);
    }

    private Judgement judge(Freshness freshness, boolean archived, Instant now) {
        var findings = telemetry.stream()
                .filter(TelemetryAttribute::active)
                .map(attribute -> attribute.look(freshness, now))
                .toList();
        var rule = StatusRule.of(state.status(), archived, TelemetryFacts.found(findings));
        return new Judgement(id, rule, state.status(), rule.after(state.status()), findings);
    }

    /**
     * What an evaluation did.
     *
     * @param judgement what telemetry said, and why
     * @param mode who has the say: in AUTO the judgement became the status, in MANUAL it is the suggestion
     * @param step the step the plan's figures take
     * @param moved whether anything moved by it: the status in AUTO, the suggestion in MANUAL
     */
    public record Evaluated(Judgement judgement, StatusMode mode, Progress step, boolean moved) {
        /** Whether the task has another status now. */
        public boolean movedStatus() {
            return moved && mode == StatusMode.AUTO;
        }
    }

    /**
     * Looks at every active attribute and lets what is found move the status. A task in MANUAL keeps the status a person
     * gave it; what telemetry would say becomes its {@link #suggested() suggestion}.
     *
     * @param source TELEMETRY, or IMPORT after a spreadsheet
     * @param batch the batch of values behind it, where there is one
     */
    public Evaluated evaluate(Freshness freshness, StatusSource source, Optional<UUID> batch, Instant now) {
        if (source.isDecision()) {
            throw new IllegalStateException(source + " is a decision of somebody's");
        }
        var suggestedBefore = suggested();
        var judgement = judge(freshness, now);
        telemetry = telemetry.stream()
                .map(attribute -> judgement
                        .of(attribute.id())
                        .map(finding -> finding.attributeAt(now))
                        .orElse(attribute))
                .toList();
        if (state.mode() == StatusMode.MANUAL || !judgement.differs()) {
            return new Evaluated(
                    judgement, state.mode(), Progress.NONE, !suggested().equals(suggestedBefore));
        }
        version++;
        var telling = new Actor(org, AUTOMATION);
        var stamp = new StatusStamp(now, telling.name(), source, Optional.of(StatusNote.cut(judgement.sentence())));
        var step = become(judgement.to(), StatusMode.AUTO, stamp, telling, batch);
        return new Evaluated(judgement, StatusMode.AUTO, step, true);
    }

    /**
     * Hands the task to telemetry, if a person had the say, and evaluates it at once.
     *
     * @param decision where the wish came from: MANUAL or API
     * @throws DomainException TASK_ARCHIVED when the task is no longer part of its plan
     */
    public Evaluated resetToTelemetry(Freshness freshness, StatusSource decision, Actor by, Instant now) {
        refuseArchived();
        var handedOver = state.mode() == StatusMode.MANUAL;
        var before = version;
        if (handedOver) {
            var stamp = new StatusStamp(now, by.name(), decision, Optional.empty());
            become(state.status(), StatusMode.AUTO, stamp, by, Optional.empty());
        }
        var evaluated = evaluate(freshness, StatusSource.TELEMETRY, Optional.empty(), now);
        // One change for whoever asked, whether or not the status moved with it.
        version = handedOver ? before + 1 : version;
        return evaluated;
    }

    /**
     * The status that telemetry would give a task in MANUAL, by what was found when it last looked; absent when it would
     * give the same, and in AUTO.
     */
    public Optional<TaskStatus> suggested() {
        return state.suggested(TelemetryFacts.of(telemetry));
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

    /**
     * Follows its source, and comes back from the archive where it was put away. Status, notes, history and what was read of
     * its telemetry stay.
     *
     * @param ids makes the ids of new telemetry attributes
     * @return the step the plan's figures take
     */
    Progress follow(SyncDiff.TaskUpdate update, Supplier<UUID> ids) {
        var before = share();
        content = update.content();
        telemetry = following(update.telemetry(), ids);
        state = state.put(Optional.empty());
        version++;
        return share().minus(before);
    }

    private List<TelemetryAttribute> following(SyncDiff.TelemetryDiff diff, Supplier<UUID> ids) {
        var updates = diff.updated().stream()
                .collect(Collectors.toMap(SyncDiff.AttributeUpdate::attribute, SyncDiff.AttributeUpdate::definition));
        var kept = telemetry.stream()
                .map(it -> Optional.ofNullable(updates.get(it.id()))
                        .map(it::following)
                        .orElse(diff.removed().contains(it) ? it.inactive() : it));
        var added = diff.added().stream()
                .map(definition -> TelemetryAttribute.copied(new TelemetryAttributeId(ids.get()), definition));
        return Stream.concat(kept, added).sorted(TelemetryAttribute.BY_ORDER).toList();
    }

    /**
     * Becomes what it was before a synchronisation touched it, save for status and readings, which none touches.
     *
     * @return the step the plan's figures take
     */
    Progress takeBack(LastSync.TaskBefore earlier) {
        var before = share();
        var readings =
                telemetry.stream().collect(Collectors.toMap(TelemetryAttribute::id, TelemetryAttribute::reading));
        content = earlier.content();
        telemetry = earlier.telemetry().stream()
                .map(it -> it.reading(readings.getOrDefault(it.id(), Reading.NONE)))
                .toList();
        state = state.put(earlier.archival());
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

    /** The plan it is part of. */
    public PlanId plan() {
        return plan;
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

    private void refuseArchived() {
        if (isArchived()) {
            throw new DomainException(ErrorCode.TASK_ARCHIVED, "The task is archived and no longer part of its plan.");
        }
    }

    private Progress become(TaskStatus to, StatusMode mode, StatusStamp stamp, Actor by, Optional<UUID> batch) {
        var shareBefore = share();
        var before = state;
        state = before.moved(to, mode, stamp);
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
                batch,
                changes));
        return share().minus(shareBefore);
    }

    private static Optional<String> text(Optional<StatusNote> note) {
        return note.map(StatusNote::value);
    }
}
