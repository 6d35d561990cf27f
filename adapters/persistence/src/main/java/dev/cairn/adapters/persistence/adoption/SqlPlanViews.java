package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Columns;
import dev.cairn.adapters.persistence.shared.Conditions;
import dev.cairn.adapters.persistence.shared.Keyset;
import dev.cairn.adapters.persistence.shared.Keyset.Column;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Reads;
import dev.cairn.adapters.persistence.shared.VisibleCustomers;
import dev.cairn.application.adoption.view.PlanProspect;
import dev.cairn.application.adoption.view.PlanView;
import dev.cairn.application.adoption.view.PlanViews;
import dev.cairn.application.adoption.view.PlanWithTasks;
import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.adoption.Forecast;
import dev.cairn.domain.adoption.ForecastPolicy;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

@Singleton
class SqlPlanViews implements PlanViews {
    private static final String FROM =
            "adoption_plan p join visible_customer c on c.org_id = p.org_id and c.id = p.customer_id";

    private static final String SELECT =
            "select " + PlanRow.PRODUCT_VERSION + " as product_version, " + PlanRow.COLUMNS + " from " + FROM;

    private static final String IS_ONE = " where p.id = $1 and (p.archived_at is null or $2)";

    static final String ONE = SELECT + IS_ONE;

    /** When it was bought, and what was completed since an instant, though not before it started; then as {@link #view}. */
    static final String PROSPECT =
            "coalesce((select s.purchased_at from product_assignment s where s.id = p.assignment_id),"
                    + " (select s.purchased_at from solution_assignment s where s.id = p.solution_assignment_id))"
                    + " as purchased_at, (select coalesce(sum(t.weight), 0.00) from customer_task t where t.plan_id = p.id"
                    + " and t.archived_at is null and t.completed_at >= greatest(%s, p.started_at)) as recent_weight, "
                    + PlanRow.PRODUCT_VERSION + " as product_version, " + PlanRow.COLUMNS;

    private static final String ONE_PROSPECT = "select " + PROSPECT.formatted("$3") + " from " + FROM + IS_ONE;

    private static final Keyset<FixedOrder, PlanView> WALK = Keyset.ascending(
            List.of(Column.uuid("p.id", view -> view.plan().id().value())));

    private final Reads reads;
    private final VisibleCustomers customers;
    private final ForecastPolicy policy;

    SqlPlanViews(Reads reads, VisibleCustomers customers, ForecastPolicy policy) {
        this.reads = reads;
        this.customers = customers;
        this.policy = policy;
    }

    @Override
    public Uni<PlanView> get(ReadScope scope, PlanId id) {
        return reads.one(scope, ONE, SqlPlanViews::view, id.value(), scope.seesRemoved())
                .map(found -> found.orElseThrow(SqlPlanViews::missing));
    }

    @Override
    public Uni<PlanWithTasks> withTasks(ReadScope scope, PlanId id, int tasks, Instant now) {
        return reads.together(scope, snapshot -> {
            var plan = snapshot.one(
                    ONE_PROSPECT, line -> prospect(line, policy, now), id.value(), scope.seesRemoved(), paceFrom(now));
            var first = snapshot.list(SqlTaskViews.FIRST_OF_PLAN, SqlTaskViews::view, id.value(), (long) tasks);
            return plan.map(found -> found.orElseThrow(SqlPlanViews::missing))
                    .chain(found -> first.map(its -> new PlanWithTasks(found, its)));
        });
    }

    @Override
    public Uni<Page<PlanView>> ofCustomer(ReadScope scope, CustomerId customer, PageRequest<FixedOrder> page) {
        return customers
                .require(scope, customer)
                .chain(() -> new Conditions()
                        .add("p.customer_id = ?", customer.value())
                        .add("p.archived_at is null")
                        .add("p.solution_assignment_id is null")
                        .page(reads, scope, SELECT, FROM, WALK, page, SqlPlanViews::view));
    }

    /** The product's version, then the plan. */
    static PlanView view(Line line) {
        var version = line.whole();
        return PlanView.of(PlanRow.read(line), version);
    }

    /** From when on completed tasks show the pace. */
    static OffsetDateTime paceFrom(Instant now) {
        return Columns.time(now.minus(Forecast.WINDOW));
    }

    static PlanProspect prospect(Line line, ForecastPolicy policy, Instant now) {
        var purchasedAt = line.instant();
        var recentWeight = line.decimal();
        return PlanProspect.of(view(line), purchasedAt, recentWeight, policy, now);
    }

    static DomainException missing() {
        return new DomainException(ErrorCode.ADOPTION_PLAN_NOT_FOUND, "There is no such adoption plan.");
    }
}
