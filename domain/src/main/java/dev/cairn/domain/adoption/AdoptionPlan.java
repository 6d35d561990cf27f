package dev.cairn.domain.adoption;

import dev.cairn.domain.adoption.published.PlanCreated;
import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.adoption.published.ProgressChanged;
import dev.cairn.domain.adoption.published.TelemetryEvaluated;
import dev.cairn.domain.adoption.published.ValuesRecorded;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.AggregateRoot;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.EntityKind;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Occurrence;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.Subject;
import dev.cairn.domain.telemetry.published.Freshness;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a customer should do with one product: a snapshot of the catalogue and the figures over its tasks. The tasks are
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
    private final ProductId product;
    private final String productName;
    private final Entitlement entitlement;
    private final Instant lastSyncedAt;
    private final long syncedProductVersion;
    private Progress progress;
    private boolean entitlementsChanged;
    private long version;
    private Optional<Instant> archivedAt;
    private List<Instant> fullFiles;

    /**
     * A plan as it is stored.
     *
     * @param assignment the one assignment it belongs to
     * @param productName the product's name when the plan was last synchronised
     * @param entitlement what the plan's tasks were chosen by; the assignment's may have changed since
     * @param progress the figures over its tasks
     * @param lastSyncedAt when it was last made equal to the catalogue; at its birth, to begin with
     * @param syncedProductVersion the version of the product it was made equal to, from 1
     * @param entitlementsChanged whether the assignment's entitlement is another one by now
     * @param version from 1
     * @param archivedAt when it was put away with its assignment, and all its tasks with it
     * @param fullFiles when full files of telemetry for it came in, the newest first, as many as matter
     */
    public record Snapshot(
            OrgId org,
            PlanId id,
            AssignmentId assignment,
            CustomerId customer,
            ProductId product,
            String productName,
            Entitlement entitlement,
            Progress progress,
            Instant lastSyncedAt,
            long syncedProductVersion,
            boolean entitlementsChanged,
            long version,
            Optional<Instant> archivedAt,
            List<Instant> fullFiles) {
        public Snapshot {
            fullFiles = List.copyOf(fullFiles);
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
    }

    /**
     * First door: the plan of a new assignment is born, with a copy of every eligible task.
     *
     * @param source the product as it is now
     * @param ids makes the ids of plan, tasks and telemetry attributes
     */
    public static Birth bornFrom(
            ProductAssignment assigned, Blueprint source, Supplier<UUID> ids, Actor by, Instant now) {
        var owner = assigned.snapshot();
        var id = new PlanId(ids.get());
        var tasks = source.tasks().stream()
                .filter(owner.entitlement()::covers)
                .map(task -> CustomerTask.copied(owner.org(), id, owner.customer(), task, ids))
                .toList();
        var plan = new AdoptionPlan(new Snapshot(
                owner.org(),
                id,
                owner.id(),
                owner.customer(),
                source.product(),
                source.name(),
                owner.entitlement(),
                tasks.stream().map(CustomerTask::share).reduce(Progress.NONE, Progress::plus),
                now,
                source.version(),
                false,
                1,
                Optional.empty(),
                List.of()));
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
     * Moves the figures by what tasks reported.
     *
     * @throws DomainException TASK_ARCHIVED when the plan was put away: no task of it changes any more, in whatever way
     */
    public void advance(Progress step, Actor by, Instant now) {
        if (archivedAt.isPresent()) {
            throw new DomainException(
                    ErrorCode.TASK_ARCHIVED, "The plan was removed from its customer and is kept for reading only.");
        }
        if (step.isNothing()) {
            return;
        }
        var before = progress;
        progress = before.plus(step);
        record(new ProgressChanged(happened(by, now), before, progress));
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

    /** Puts the plan away, and its tasks with it; the figures stay as they are, for reading. */
    public void archive(Instant now) {
        if (archivedAt.isEmpty()) {
            archivedAt = Optional.of(now);
            version++;
        }
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

    /** The product its tasks were copied from. */
    public ProductId product() {
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
                fullFiles);
    }

    private Occurrence happened(Actor by, Instant now) {
        return new Occurrence(new Subject(EntityKind.ADOPTION_PLAN, id.value(), Optional.of(customer)), by, now);
    }
}
