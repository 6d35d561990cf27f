package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Columns;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.published.Milestone;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
class SqlAdoptionPlans implements AdoptionPlans {
    private static final String LOCK =
            "select " + PlanRow.COLUMNS + " from adoption_plan p where p.id = $1 for no key update";

    private static final String LOCK_OF_TASK = "select " + PlanRow.COLUMNS
            + " from adoption_plan p where p.id = (select t.plan_id from customer_task t where t.id = $1) for no key update";

    private static final String LOCK_OF_ASSIGNMENT = "select " + PlanRow.COLUMNS
            + " from adoption_plan p where p.assignment_id = $1 or p.solution_assignment_id = $1 for no key update";

    private static final String LOCK_ALL =
            "select " + PlanRow.COLUMNS + " from adoption_plan p where p.id = any ($1) order by p.id for no key update";

    private static final String LOCK_OF_ALL = "select " + PlanRow.COLUMNS
            + " from adoption_plan p where p.assignment_id = any ($1) or p.solution_assignment_id = any ($1)"
            + " order by p.id for no key update";

    private static final String INSERT = """
            insert into adoption_plan (org_id, id, assignment_id, solution_assignment_id, customer_id, product_id, product_name, license_level,
              selected_outcome_ids, selected_release_ids, not_started, in_progress, done, completed, not_applicable,
              no_longer_using, total_weight, completed_weight, last_synced_at, synced_product_version, entitlements_changed,
              version, archived_at, full_files, values_since_sync, started_at, reached_25_at, reached_50_at, reached_75_at,
              reached_100_at, live_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
              $24::text::timestamptz[], $25, $26, $27, $28, $29, $30, $31)""";

    private static final String UPDATE = """
            update adoption_plan set product_name = $2, license_level = $3, selected_outcome_ids = $4,
              selected_release_ids = $5, not_started = $6, in_progress = $7, done = $8, completed = $9,
              not_applicable = $10, no_longer_using = $11, total_weight = $12, completed_weight = $13,
              last_synced_at = $14, synced_product_version = $15, entitlements_changed = $16, version = $17,
              archived_at = $18, full_files = $19::text::timestamptz[], values_since_sync = $20,
              started_at = $21, reached_25_at = $22, reached_50_at = $23, reached_75_at = $24, reached_100_at = $25,
              live_at = $26
             where id = $1""";

    /** What moves with its tasks, of many plans at once. */
    private static final String UPDATE_FIGURES = """
            update adoption_plan p set not_started = n.s0, in_progress = n.s1, done = n.s2, completed = n.s3,
              not_applicable = n.s4, no_longer_using = n.s5, total_weight = n.total, completed_weight = n.completed,
              full_files = n.files::timestamptz[], values_since_sync = n.values_since, reached_25_at = n.r25,
              reached_50_at = n.r50, reached_75_at = n.r75, reached_100_at = n.r100, live_at = n.live
            from unnest($1::uuid[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::numeric[],
              $9::numeric[], $10::text[], $11::bool[], $12::timestamptz[], $13::timestamptz[], $14::timestamptz[],
              $15::timestamptz[], $16::timestamptz[])
              as n(id, s0, s1, s2, s3, s4, s5, total, completed, files, values_since, r25, r50, r75, r100, live)
            where p.id = n.id""";

    private final SqlCustomerTasks tasks;

    SqlAdoptionPlans(SqlCustomerTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Uni<AdoptionPlan> lock(PlanId id) {
        return locked(id, LOCK, id.value(), ErrorCode.ADOPTION_PLAN_NOT_FOUND);
    }

    @Override
    public Uni<AdoptionPlan> lockPlanOf(TaskId task) {
        return locked(task, LOCK_OF_TASK, task.value(), ErrorCode.TASK_NOT_FOUND);
    }

    @Override
    public Uni<AdoptionPlan> lockOf(AssignmentId assignment) {
        return locked(assignment, LOCK_OF_ASSIGNMENT, assignment.value(), ErrorCode.ADOPTION_PLAN_NOT_FOUND);
    }

    private static Uni<AdoptionPlan> locked(Object key, String sql, Object argument, ErrorCode missing) {
        var unit = Units.sql();
        return unit.<AdoptionPlan.Snapshot>takeAhead(AdoptionPlan.class, key)
                .orElseGet(() -> unit.rows(sql, argument)
                        .map(rows -> rows.stream().findFirst().map(PlanRow::read)))
                .map(found -> {
                    var stored = found.orElseThrow(() -> new DomainException(missing, missing.title() + "."));
                    unit.remember(stored.id(), stored);
                    return AdoptionPlan.restore(stored);
                });
    }

    @Override
    public Uni<Void> add(AdoptionPlan.Birth birth) {
        return Uni.createFrom().voidItem().invoke(() -> {
            var unit = Units.sql();
            var state = birth.plan().snapshot();
            unit.later(
                    INSERT,
                    arguments(
                            state,
                            state.org().value(),
                            state.id().value(),
                            state.isOfSolution() ? null : state.assignment().value(),
                            state.isOfSolution() ? state.assignment().value() : null,
                            state.customer().value(),
                            state.product().value()));
            tasks.add(birth.tasks());
            unit.tell(birth.plan());
        });
    }

    @Override
    public Uni<List<AdoptionPlan>> lockAll(Collection<PlanId> ids) {
        return lockedAll(LOCK_ALL, Columns.ids(ids, PlanId::value));
    }

    @Override
    public Uni<List<AdoptionPlan>> lockOfAll(Collection<AssignmentId> assignments) {
        return lockedAll(LOCK_OF_ALL, Columns.ids(assignments, AssignmentId::value));
    }

    private static Uni<List<AdoptionPlan>> lockedAll(String sql, UUID[] ids) {
        var unit = Units.sql();
        return unit.rows(sql, (Object) ids)
                .map(rows -> rows.stream()
                        .map(PlanRow::read)
                        .map(stored -> {
                            unit.remember(stored.id(), stored);
                            return AdoptionPlan.restore(stored);
                        })
                        .toList());
    }

    @Override
    public Uni<Void> save(AdoptionPlan plan) {
        return saveAll(List.of(plan));
    }

    @Override
    public Uni<Void> saveAll(List<AdoptionPlan> plans) {
        return Uni.createFrom().voidItem().invoke(() -> {
            var unit = Units.sql();
            var moved = new ArrayList<AdoptionPlan.Snapshot>();
            for (var plan : plans) {
                var state = plan.snapshot();
                // What was not changed is not written: the row would move for nothing.
                if (!unit.remembers(state.id(), state)) {
                    if (unit.recall(state.id(), AdoptionPlan.Snapshot.class)
                            .filter(before -> sameButFigures(before, state))
                            .isPresent()) {
                        moved.add(state);
                    } else {
                        unit.later(UPDATE, arguments(state, state.id().value()));
                    }
                }
                unit.tell(plan);
            }
            if (!moved.isEmpty()) {
                unit.later(UPDATE_FIGURES, figures(moved));
            }
        });
    }

    private static boolean sameButFigures(AdoptionPlan.Snapshot before, AdoptionPlan.Snapshot after) {
        return before.equals(new AdoptionPlan.Snapshot(
                after.org(),
                after.id(),
                after.assignment(),
                after.customer(),
                after.product(),
                after.productName(),
                after.entitlement(),
                before.progress(),
                after.lastSyncedAt(),
                after.syncedProductVersion(),
                after.entitlementsChanged(),
                after.version(),
                after.archivedAt(),
                before.fullFiles(),
                before.valuesSinceSync(),
                after.startedAt(),
                before.milestones()));
    }

    private static @Nullable Object[] figures(List<AdoptionPlan.Snapshot> plans) {
        var arguments = new ArrayList<@Nullable Object>();
        arguments.add(Columns.ids(plans, plan -> plan.id().value()));
        for (var status : TaskStatus.values()) {
            arguments.add(plans.stream()
                    .map(plan -> plan.progress().byStatus().get(status))
                    .toArray(Integer[]::new));
        }
        arguments.add(plans.stream().map(plan -> plan.progress().totalWeight()).toArray(BigDecimal[]::new));
        arguments.add(
                plans.stream().map(plan -> plan.progress().completedWeight()).toArray(BigDecimal[]::new));
        arguments.add(Columns.texts(plans, plan -> fullFiles(plan)));
        arguments.add(plans.stream().map(AdoptionPlan.Snapshot::valuesSinceSync).toArray(Boolean[]::new));
        for (var milestone : Milestone.values()) {
            arguments.add(Columns.maybeTimes(plans, plan -> plan.milestones().at(milestone)));
        }
        return arguments.toArray();
    }

    /** An array of instants inside an array has to travel as text. */
    private static String fullFiles(AdoptionPlan.Snapshot plan) {
        return plan.fullFiles().stream().map(Instant::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** The arguments of both statements: first what never changes, then what can. */
    private static @Nullable Object[] arguments(AdoptionPlan.Snapshot state, @Nullable Object... first) {
        var progress = state.progress();
        var arguments = new ArrayList<@Nullable Object>(Arrays.asList(first));
        arguments.add(state.productName());
        arguments.add(state.entitlement().licenseLevel().name());
        arguments.add(PlanRow.outcomes(state.entitlement()));
        arguments.add(PlanRow.releases(state.entitlement()));
        for (var status : TaskStatus.values()) {
            arguments.add(progress.byStatus().get(status));
        }
        arguments.add(progress.totalWeight());
        arguments.add(progress.completedWeight());
        arguments.add(Columns.time(state.lastSyncedAt()));
        arguments.add(state.syncedProductVersion());
        arguments.add(state.entitlementsChanged());
        arguments.add(state.version());
        arguments.add(Columns.maybeTime(state.archivedAt()));
        arguments.add(fullFiles(state));
        arguments.add(state.valuesSinceSync());
        arguments.add(Columns.time(state.startedAt()));
        for (var milestone : Milestone.values()) {
            arguments.add(Columns.maybeTime(state.milestones().at(milestone)));
        }
        return arguments.toArray();
    }
}
