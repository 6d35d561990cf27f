package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Singleton
class SqlAdoptionPlans implements AdoptionPlans {
    private static final String LOCK =
            "select " + PlanRow.COLUMNS + " from adoption_plan p where p.id = $1 for no key update";

    private static final String LOCK_OF_TASK = "select " + PlanRow.COLUMNS
            + " from adoption_plan p where p.id = (select t.plan_id from customer_task t where t.id = $1) for no key update";

    private static final String LOCK_OF_ASSIGNMENT =
            "select " + PlanRow.COLUMNS + " from adoption_plan p where p.assignment_id = $1 for no key update";

    private static final String INSERT = """
            insert into adoption_plan (org_id, id, assignment_id, customer_id, product_id, product_name, license_level,
              selected_outcome_ids, selected_release_ids, not_started, in_progress, done, completed, not_applicable,
              no_longer_using, total_weight, completed_weight, last_synced_at, synced_product_version, entitlements_changed,
              version, archived_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)""";

    private static final String UPDATE = """
            update adoption_plan set product_name = $2, license_level = $3, selected_outcome_ids = $4,
              selected_release_ids = $5, not_started = $6, in_progress = $7, done = $8, completed = $9,
              not_applicable = $10, no_longer_using = $11, total_weight = $12, completed_weight = $13,
              last_synced_at = $14, synced_product_version = $15, entitlements_changed = $16, version = $17,
              archived_at = $18
             where id = $1""";

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
                            state.assignment().value(),
                            state.customer().value(),
                            state.product().value()));
            tasks.add(birth.tasks());
            unit.tell(birth.plan());
        });
    }

    @Override
    public Uni<Void> save(AdoptionPlan plan) {
        return Uni.createFrom().voidItem().invoke(() -> {
            var unit = Units.sql();
            var state = plan.snapshot();
            // What was not changed is not written: the row would move for nothing.
            if (!unit.remembers(state.id(), state)) {
                unit.later(UPDATE, arguments(state, state.id().value()));
            }
            unit.tell(plan);
        });
    }

    /** The arguments of both statements: first what never changes, then what can. */
    private static @Nullable Object[] arguments(AdoptionPlan.Snapshot state, Object... first) {
        var progress = state.progress();
        var arguments = new ArrayList<@Nullable Object>(List.of(first));
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
        arguments.add(state.archivedAt().map(Columns::time).orElse(null));
        return arguments.toArray();
    }
}
