package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Columns;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.SqlUnit;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.adoption.port.ProductVersions;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.application.shared.Standing;
import dev.cairn.application.shared.Standings;
import dev.cairn.application.shared.Target;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.customer.published.AccountStatus;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The customer behind a target, read without a lock. Whoever writes below a plan locks the plan first, so the very same
 * statement locks and loads it, and the task is asked for in the same flight: the command finds both at hand.
 */
@Singleton
class SqlStandings implements Standings {
    private static final String STANDING = "c.id, c.assigned_to, c.account_status, c.lifecycle_stage";

    private static final String OF_CUSTOMER = "select " + STANDING + ", false from visible_customer c where c.id = $1";

    private static final String OF_ASSIGNMENT =
            "select " + STANDING + ", false, exists (select 1 from product_assignment s"
                    + " where s.id = $2 and s.customer_id = c.id and s.removed_at is null) from visible_customer c where c.id = $1";

    private static final String OF_SOLUTION_ASSIGNMENT =
            OF_ASSIGNMENT.replace("product_assignment", "solution_assignment");

    /** Without a lock: who changes a solution locks its assignment first, and then all its plans by id. */
    private static final String OF_SOLUTION_PLAN = "select " + STANDING + ", p.archived_at is not null"
            + " from adoption_plan p join visible_customer c on c.org_id = p.org_id and c.id = p.customer_id"
            + " where (p.archived_at is null or $2) and p.id = $1 and p.solution_assignment_id is not null";

    private static final String OF_PLAN =
            "select " + STANDING + ", p.archived_at is not null, " + PlanRow.PRODUCT_VERSION
                    + ", " + PlanRow.COLUMNS
                    + " from adoption_plan p join visible_customer c on c.org_id = p.org_id and c.id = p.customer_id"
                    + " where (p.archived_at is null or $2) and p.id = ";

    private static final String LOCKED = " for no key update of p";

    @Override
    public Uni<Optional<Standing>> find(ReadScope scope, Target target) {
        if (target instanceof Target.OfCustomer customer) {
            return ofCustomer(customer.id());
        }
        if (target instanceof Target.OfAssignment assignment) {
            return ofAssignment(OF_ASSIGNMENT, assignment.customer(), assignment.id());
        }
        if (target instanceof Target.OfSolutionAssignment assignment) {
            return ofAssignment(OF_SOLUTION_ASSIGNMENT, assignment.customer(), assignment.id());
        }
        if (target instanceof Target.OfSolutionPlan plan) {
            return Units.sql()
                    .rows(OF_SOLUTION_PLAN, plan.id().value(), scope.seesRemoved())
                    .map(rows -> rows.stream().findFirst().map(SqlStandings::standing));
        }
        if (target instanceof Target.OfPlan plan) {
            return ofPlan(Units.sql(), scope, "$1", plan.id().value(), plan.id());
        }
        if (target instanceof Target.OfTask task) {
            var unit = Units.sql();
            var standing = ofPlan(
                    unit,
                    scope,
                    "(select t.plan_id from customer_task t where t.id = $1)",
                    task.id().value(),
                    task.id());
            // Sent behind the lock, so it sees what was committed while the lock was waited for.
            unit.putAhead(CustomerTask.class, task.id(), SqlCustomerTasks.load(unit, task.id()));
            return standing;
        }
        throw new IllegalStateException("no customer stands behind " + target);
    }

    private static final String OF_PLANS = "select p.id, " + STANDING + ", p.archived_at is not null"
            + " from adoption_plan p join visible_customer c on c.org_id = p.org_id and c.id = p.customer_id"
            + " where (p.archived_at is null or $2) and p.id = any ($1)";

    @Override
    public Uni<Map<PlanId, Standing>> ofPlans(ReadScope scope, Collection<PlanId> plans) {
        return Units.sql()
                .rows(OF_PLANS, Columns.ids(plans, PlanId::value), scope.seesRemoved())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(line -> new PlanId(line.uuid()), SqlStandings::standing)));
    }

    private static Uni<Optional<Standing>> ofCustomer(CustomerId id) {
        return Units.current()
                .rows(OF_CUSTOMER, id.value())
                .map(rows -> rows.stream().findFirst().map(SqlStandings::standing));
    }

    private static Uni<Optional<Standing>> ofAssignment(String sql, CustomerId customer, AssignmentId id) {
        return Units.current()
                .rows(sql, customer.value(), id.value())
                .map(rows -> rows.stream().findFirst().map(line -> {
                    var standing = standing(line);
                    if (!line.flag()) {
                        throw new DomainException(
                                ErrorCode.ASSIGNMENT_NOT_FOUND, "The customer has no such assignment.");
                    }
                    return standing;
                }));
    }

    private static Uni<Optional<Standing>> ofPlan(
            SqlUnit unit, ReadScope scope, String plan, UUID argument, Object key) {
        Uni<List<Line>> rows = unit.rows(OF_PLAN + plan + LOCKED, argument, scope.seesRemoved());
        return rows.map(found -> found.stream().findFirst().map(line -> {
            var standing = standing(line);
            var version = line.whole();
            var loaded = PlanRow.read(line);
            unit.putAhead(
                    ProductVersions.class, loaded.product(), Uni.createFrom().item(Optional.of(version)));
            unit.putAhead(AdoptionPlan.class, key, Uni.createFrom().item(Optional.of(loaded)));
            return standing;
        }));
    }

    private static Standing standing(Line line) {
        return new Standing(
                new CustomerId(line.uuid()),
                line.maybeText(),
                line.constant(AccountStatus.class),
                line.constant(LifecycleStage.class),
                line.flag());
    }
}
