package dev.cairn.domain.adoption;

import dev.cairn.domain.adoption.published.MilestoneReached;
import dev.cairn.domain.adoption.published.PlanCreated;
import dev.cairn.domain.adoption.published.PlanSynced;
import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.adoption.published.ProgressChanged;
import dev.cairn.domain.adoption.published.TelemetryEvaluated;
import dev.cairn.domain.adoption.published.ValuesRecorded;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.AggregateRoot;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.EntityKind;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Occurrence;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.SolutionId;
import dev.cairn.domain.shared.Subject;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.telemetry.published.Freshness;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a customer should do with one product, or with what is a solution's own: a snapshot of the catalogue and the figures over its tasks. The tasks are
 * aggregates of their own; the plan never loads them to change a figure, it moves by the steps they report, and whoever
 * does that holds the plan's row lock. So the stored figures always equal the sum over the tasks.
 *
 * <p>{@code version} rises with every change of the plan itself; figures move without it.
 */
public final class AdoptionPlan extends AggregateRoot {
    private final OrgId org;
    private final PlanId id;
    private final AssignmentId assignment;
    private final CustomerId customer;
    private final OfferingId product;
    private String productName;
    private Entitlement entitlement;
    private Instant lastSyncedAt;
    private long syncedProductVersion;
    private Progress progress;
    private boolean entitlementsChanged;
    private long version;
    private Optional<Instant> archivedAt;
    private List<Instant> fullFiles;
    private boolean valuesSinceSync;
    private Instant startedAt;
    private Milestones milestones;

    /**
     * A plan as it is stored.
     *
     * @param assignment the one assignment it belongs to, of a product or of a solution
     * @param product the product its tasks were copied from, or the solution whose own tasks they are
     * @param productName the product's name when the plan was last synchronised
     * @param entitlement what the plan's tasks were chosen by; the assignment's may have changed since
     * @param progress the figures over its tasks
     * @param lastSyncedAt when it was last made equal to the catalogue; at its birth, to begin with
     * @param syncedProductVersion the version of the product it was made equal to, from 1
     * @param entitlementsChanged whether the assignment's entitlement is another one by now
     * @param version from 1
     * @param archivedAt when it was put away with its assignment, and all its tasks with it
     * @param fullFiles when full files of telemetry for it came in, the newest first, as many as matter
     * @param valuesSinceSync whether values of telemetry were stored for it since a synchronisation last changed it
     * @param startedAt when it was born, or came back with its assignment
     * @param milestones what it has reached, and when
     */
    public record Snapshot(
            OrgId org,
            PlanId id,
            AssignmentId assignment,
            CustomerId customer,
            OfferingId product,
            String productName,
            Entitlement entitlement,
            Progress progress,
            Instant lastSyncedAt,
            long syncedProductVersion,
            boolean entitlementsChanged,
            long version,
            Optional<Instant> archivedAt,
            List<Instant> fullFiles,
            boolean valuesSinceSync,
            Instant startedAt,
            Milestones milestones) {
        public Snapshot {
            fullFiles = List.copyOf(fullFiles);
        }

        /** Whether its tasks are a solution's own, so that the plans of the solution's products stand beside it. */
        public boolean isOfSolution() {
            return product instanceof SolutionId;
        }

        /** Which values of its tasks still speak. */
        public Freshness freshness(FreshnessPolicy policy, Instant now) {
            return policy.at(now, fullFiles);
        }

        /**
         * Whether a synchronisation could change something.
         *
         * @param currentProductVersion the version the product has now
         */
        public boolean needsSync(long currentProductVersion) {
            return entitlementsChanged || currentProductVersion > syncedProductVersion;
        }
    }

    /**
     * A plan at its birth.
     *
     * @param plan the plan
     * @param tasks its tasks by sequence
     */
    public record Birth(AdoptionPlan plan, List<CustomerTask> tasks) {
        public Birth {
            tasks = List.copyOf(tasks);
        }
    }

    private AdoptionPlan(Snapshot state) {
        org = state.org();
        id = state.id();
        assignment = state.assignment();
        customer = state.customer();
        product = state.product();
        productName = state.productName();
        entitlement = state.entitlement();
        progress = state.progress();
        lastSyncedAt = state.lastSyncedAt();
        syncedProductVersion = state.syncedProductVersion();
        entitlementsChanged = state.entitlementsChanged();
        version = state.version();
        archivedAt = state.archivedAt();
        fullFiles = state.fullFiles();
        valuesSinceSync = state.valuesSinceSync();
        startedAt = state.startedAt();
        milestones = state.milestones();
    }

    /**
     * First door: the plan of a new assignment is born, with a copy of every eligible task.
     *
     * @param source the product as it is now
     * @param ids makes the ids of plan, tasks and telemetry attributes
     */
    public static Birth bornFrom(Assignment owner, Blueprint source, Supplier<UUID> ids, Actor by, Instant now) {
        var id = new PlanId(ids.get());
        var entitlement = owner.entitlementTo(source);
        var tasks = source.tasks().stream()
                .filter(entitlement::covers)
                .map(task -> CustomerTask.copied(owner.org(), id, owner.customer(), task, ids))
                .toList();
        var plan = new AdoptionPlan(new Snapshot(
                owner.org(),
                id,
                owner.id(),
                owner.customer(),
                source.product(),
                source.name(),
                entitlement,
                tasks.stream().map(CustomerTask::share).reduce(Progress.NONE, Progress::plus),
                now,
                source.version(),
                false,
                1,
                Optional.empty(),
                List.of(),
                false,
                now,
                Milestones.NONE));
        plan.record(
                new PlanCreated(plan.happened(by, now), owner.id(), source.product(), source.version(), plan.progress));
        return new Birth(plan, tasks);
    }

    /** Second door: as it was stored. */
    public static AdoptionPlan restore(Snapshot stored) {
        if (stored.version() < 1) {
            throw new IllegalStateException("a stored plan has a version from 1 on");
        }
        return new AdoptionPlan(stored);
    }

    /**
     * Moves the figures by what tasks reported, and takes note of the milestones that they reach for the first time.
     *
     * @throws DomainException TASK_ARCHIVED when the plan was put away: no task of it changes any more, in whatever way
     */
    public void advance(Progress step, Actor by, Instant now) {
        requireLive();
        if (step.isNothing()) {
            return;
        }
        var before = progress;
        progress = before.plus(step);
        record(new ProgressChanged(happened(by, now), before, progress));
        var earlier = milestones;
        milestones = earlier.with(progress, now);
        milestones
                .since(earlier)
                .forEach(fresh -> record(new MilestoneReached(happened(by, now), product, fresh, progress)));
    }

    /**
     * Learns what the assignment's entitlement is by now. The tasks stay as they are until a synchronisation; going back
     * to what they were chosen by leaves nothing to synchronise.
     */
    public void learn(Entitlement current) {
        var changed = !current.equals(entitlement);
        if (changed != entitlementsChanged) {
            entitlementsChanged = changed;
            version++;
        }
    }

    /**
     * What lies between the plan and what it would be copied from now, and the token to apply exactly that.
     *
     * @param tasks all its tasks, those in the archive too
     * @param entitlement what its assignment entitles to now
     * @throws DomainException TASK_ARCHIVED when the plan was put away
     */
    public Preview preview(List<CustomerTask> tasks, Blueprint now, Entitlement entitlement) {
        requireLive();
        return new Preview(token(now, entitlement), diff(tasks, now, entitlement));
    }

    /**
     * What a synchronisation would do.
     *
     * @param token by which the synchronisation can be held to it
     */
    public record Preview(PreviewToken token, SyncDiff diff) {}

    /**
     * What a synchronisation did.
     *
     * @param diff what it was made of; when it is empty nothing changed but the product version that the plan knows
     * @param added the tasks that entered the plan
     * @param touched the tasks that were there and changed
     * @param undo what it takes to take it back; absent when nothing changed
     */
    public record Synchronisation(
            SyncDiff diff, List<CustomerTask> added, List<CustomerTask> touched, Optional<LastSync> undo) {
        public Synchronisation {
            added = List.copyOf(added);
            touched = List.copyOf(touched);
        }
    }

    /**
     * Becomes what it would be copied from now; what its tasks have of the customer stays, and none is lost.
     *
     * @param expected the token of the preview that is to be applied; absent when whatever differs is
     * @param tasks all its tasks, those in the archive too
     * @param entitlement what its assignment entitles to now
     * @param ids makes the ids of tasks and telemetry attributes
     * @throws DomainException TASK_ARCHIVED when the plan was put away; PREVIEW_OUTDATED when product, entitlement or the
     *     last synchronisation changed since the preview, or it was none of this plan
     */
    public Synchronisation synchronise(
            Optional<PreviewToken> expected,
            List<CustomerTask> tasks,
            Blueprint now,
            Entitlement entitlement,
            Supplier<UUID> ids,
            Actor by,
            Instant at) {
        requireLive();
        expected.ifPresent(token -> token.requireSameAs(token(now, entitlement)));
        var diff = diff(tasks, now, entitlement);
        if (diff.isEmpty()) {
            syncedProductVersion = diff.toVersion();
            return new Synchronisation(diff, List.of(), List.of(), Optional.empty());
        }
        var marksBefore = marks();
        var applied = new Application(diff, tasks, ids, at);
        become(new LastSync.Marks(now.name(), entitlement, at, now.version()), entitlement);
        tell(false, marksBefore, diff.counts(), by, at);
        advance(applied.step, by, at);
        var undo = new LastSync(
                id,
                marksBefore,
                applied.before,
                applied.added.stream().map(CustomerTask::id).collect(Collectors.toSet()),
                diff.counts(),
                versions(Stream.concat(tasks.stream(), applied.added.stream())));
        return new Synchronisation(diff, applied.added, applied.touched, Optional.of(undo));
    }

    /** A diff on its way into the tasks. */
    private final class Application {
        private final List<CustomerTask> touched = new ArrayList<>();
        private final List<LastSync.TaskBefore> before = new ArrayList<>();
        private final List<CustomerTask> added;
        private Progress step;

        Application(SyncDiff diff, List<CustomerTask> tasks, Supplier<UUID> ids, Instant at) {
            var byId = byId(tasks);
            added = diff.added().stream()
                    .map(source -> CustomerTask.copied(org, id, customer, source, ids))
                    .toList();
            step = added.stream().map(CustomerTask::share).reduce(Progress.NONE, Progress::plus);
            Stream.concat(diff.updated().stream(), diff.restored().stream())
                    .forEach(update -> touch(byId.apply(update.task()), task -> task.follow(update, ids)));
            diff.archived()
                    .forEach(archival ->
                            touch(byId.apply(archival.task()), task -> task.archive(archival.reason(), at)));
        }

        private void touch(CustomerTask task, Function<CustomerTask, Progress> how) {
            before.add(LastSync.TaskBefore.of(task.snapshot()));
            step = step.plus(how.apply(task));
            touched.add(task);
        }
    }

    /**
     * What was taken back.
     *
     * @param counts how many tasks the synchronisation had touched
     * @param touched the tasks that are as they were
     * @param removed the tasks that it had brought in; nothing is known of them but what their sources say
     */
    public record Undone(SyncCounts counts, List<CustomerTask> touched, List<CustomerTask> removed) {
        public Undone {
            touched = List.copyOf(touched);
            removed = List.copyOf(removed);
        }
    }

    /**
     * Takes the last synchronisation that changed something back.
     *
     * @param last what it overwrote; absent when there was none, or it was taken back already
     * @param tasks all its tasks, those in the archive too
     * @param entitlement what its assignment entitles to now; it stays
     * @throws DomainException TASK_ARCHIVED when the plan was put away; SYNC_NOT_UNDOABLE when there is none to take back, or
     *     a status of its tasks changed or a value of telemetry was stored since
     */
    public Undone undoSync(
            Optional<LastSync> last, List<CustomerTask> tasks, Entitlement entitlement, Actor by, Instant at) {
        requireLive();
        var undo = last.orElseThrow(
                () -> notUndoable("There is no synchronisation of this plan that could be taken back."));
        if (valuesSinceSync || versions(tasks.stream()) != undo.taskVersions()) {
            throw notUndoable("Tasks of the plan were worked on since its last synchronisation.");
        }
        var byId = byId(tasks);
        var removed =
                tasks.stream().filter(task -> undo.added().contains(task.id())).toList();
        var step = removed.stream().map(CustomerTask::share).reduce(Progress.NONE, Progress::minus);
        var touched = new ArrayList<CustomerTask>();
        for (var before : undo.tasks()) {
            var task = byId.apply(before.task());
            step = step.plus(task.takeBack(before));
            touched.add(task);
        }
        var marksBefore = marks();
        become(undo.marks(), entitlement);
        tell(true, marksBefore, undo.counts(), by, at);
        advance(step, by, at);
        return new Undone(undo.counts(), touched, removed);
    }

    private static DomainException notUndoable(String detail) {
        return new DomainException(ErrorCode.SYNC_NOT_UNDOABLE, detail);
    }

    private static Function<TaskId, CustomerTask> byId(List<CustomerTask> tasks) {
        var byId = tasks.stream().collect(Collectors.toMap(CustomerTask::id, Function.identity()));
        return task -> Optional.ofNullable(byId.get(task))
                .orElseThrow(() -> new IllegalStateException("not all tasks of the plan are at hand"));
    }

    private SyncDiff diff(List<CustomerTask> tasks, Blueprint now, Entitlement current) {
        return SyncDiff.of(
                snapshot(), tasks.stream().map(CustomerTask::snapshot).toList(), now, current);
    }

    private PreviewToken token(Blueprint now, Entitlement current) {
        return PreviewToken.of(snapshot(), now.version(), current);
    }

    private static long versions(Stream<CustomerTask> tasks) {
        return tasks.mapToLong(CustomerTask::version).sum();
    }

    private LastSync.Marks marks() {
        return new LastSync.Marks(productName, entitlement, lastSyncedAt, syncedProductVersion);
    }

    private void become(LastSync.Marks marks, Entitlement current) {
        productName = marks.productName();
        entitlement = marks.entitlement();
        lastSyncedAt = marks.lastSyncedAt();
        syncedProductVersion = marks.syncedProductVersion();
        entitlementsChanged = !current.equals(entitlement);
        valuesSinceSync = false;
        version++;
    }

    private void tell(boolean undone, LastSync.Marks before, SyncCounts counts, Actor by, Instant at) {
        var changes = Changes.compare()
                .field("productName", before.productName(), productName)
                .field("syncedProductVersion", before.syncedProductVersion(), syncedProductVersion)
                .field("lastSyncedAt", before.lastSyncedAt(), lastSyncedAt)
                .done()
                .and(before.entitlement().until(entitlement));
        record(new PlanSynced(
                happened(by, at),
                product,
                undone,
                counts.added(),
                counts.restored(),
                counts.archived(),
                counts.updated(),
                changes));
    }

    private void requireLive() {
        if (archivedAt.isPresent()) {
            throw new DomainException(
                    ErrorCode.TASK_ARCHIVED, "The plan was removed from its customer and is kept for reading only.");
        }
    }

    /** Puts the plan away, and its tasks with it; the figures stay as they are, for reading. */
    public void archive(Instant now) {
        if (archivedAt.isEmpty()) {
            archivedAt = Optional.of(now);
            version++;
        }
    }

    /**
     * Comes back with its assignment, its tasks as far as they were. What it was chosen by stays until a synchronisation;
     * its pace is counted anew.
     *
     * @param current what the assignment entitles to now
     */
    public void comeBack(Entitlement current, Instant now) {
        if (archivedAt.isEmpty()) {
            throw new IllegalStateException("a plan that was not put away cannot come back");
        }
        archivedAt = Optional.empty();
        startedAt = now;
        entitlementsChanged = !current.equals(entitlement);
        version++;
    }

    /** Which values of its tasks still speak. */
    public Freshness freshness(FreshnessPolicy policy, Instant now) {
        return snapshot().freshness(policy, now);
    }

    /** A full file of telemetry came in: what it has no value for comes closer to falling silent. */
    public void receiveFullFile(Instant now) {
        // Sorted, not put in front: clocks of two machines may differ by a little.
        fullFiles = Stream.concat(Stream.of(now), fullFiles.stream())
                .sorted(Comparator.reverseOrder())
                .limit(FreshnessPolicy.MAX_FULL_FILES + 1L)
                .toList();
    }

    /** Values for its tasks were stored. */
    public void receive(int values, Optional<UUID> batch, Actor by, Instant now) {
        if (values > 0) {
            valuesSinceSync = true;
            record(new ValuesRecorded(happened(by, now), values, batch));
        }
    }

    /**
     * Tasks of it were evaluated: its figures move by what became of them. When none moved nothing is told.
     *
     * @throws DomainException TASK_ARCHIVED when the plan was put away
     */
    public void evaluated(List<CustomerTask.Evaluated> tasks, Optional<UUID> batch, Instant now) {
        var automation = new Actor(org, CustomerTask.AUTOMATION);
        var moved = tasks.stream()
                .filter(CustomerTask.Evaluated::moved)
                .map(task -> new TelemetryEvaluated.Verdict(
                        task.judgement().task(),
                        task.judgement().from(),
                        task.judgement().to(),
                        task.judgement().rule().number(),
                        task.mode()))
                .toList();
        if (!moved.isEmpty()) {
            record(new TelemetryEvaluated(happened(automation, now), tasks.size(), moved, batch));
        }
        advance(
                tasks.stream().map(CustomerTask.Evaluated::step).reduce(Progress.NONE, Progress::plus),
                automation,
                now);
    }

    /** Which one it is. */
    public PlanId id() {
        return id;
    }

    /** The product its tasks were copied from, or the solution whose own tasks they are. */
    public OfferingId product() {
        return product;
    }

    @Override
    public long version() {
        return version;
    }

    /** As it is now. */
    public Snapshot snapshot() {
        return new Snapshot(
                org,
                id,
                assignment,
                customer,
                product,
                productName,
                entitlement,
                progress,
                lastSyncedAt,
                syncedProductVersion,
                entitlementsChanged,
                version,
                archivedAt,
                fullFiles,
                valuesSinceSync,
                startedAt,
                milestones);
    }

    private Occurrence happened(Actor by, Instant now) {
        return new Occurrence(new Subject(EntityKind.ADOPTION_PLAN, id.value(), Optional.of(customer)), by, now);
    }
}
