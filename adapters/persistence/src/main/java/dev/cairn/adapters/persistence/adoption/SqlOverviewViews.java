package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Reads;
import dev.cairn.application.adoption.view.CustomerOverview;
import dev.cairn.application.adoption.view.OverviewViews;
import dev.cairn.application.adoption.view.PlanProspect;
import dev.cairn.application.adoption.view.TaskView;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.adoption.ForecastPolicy;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Four statements, however many plans and tasks the customer has. */
@Singleton
class SqlOverviewViews implements OverviewViews {
    private static final String HEAD = """
            select c.id, c.code, c.name, c.type, c.account_status, c.lifecycle_stage, c.assigned_to
              from visible_customer c where c.id = $1""";

    private static final String PLANS = SqlPlanViews.SELECT_PROSPECT.formatted("$2")
            + "adoption_plan p where p.customer_id = $1 and p.archived_at is null order by p.id";

    private static final String RECENT = """
            select count(*) from adoption_plan p join customer_task t on t.org_id = p.org_id and t.plan_id = p.id
             where p.customer_id = $1 and p.archived_at is null and t.archived_at is null and t.completed_at > $2""";

    private static final String NEXT = SqlTaskViews.SELECT_OF_PLANS
            + " where p.customer_id = $1 and p.archived_at is null and t.archived_at is null and t.status = any ($2)"
            + " order by p.id, t.sequence_number, t.id limit $3";

    private static final String[] TO_DO = Arrays.stream(TaskStatus.values())
            .filter(status -> status.counts() && !status.isComplete())
            .map(Enum::name)
            .toArray(String[]::new);

    private final Reads reads;
    private final ForecastPolicy policy;

    SqlOverviewViews(Reads reads, ForecastPolicy policy) {
        this.reads = reads;
        this.policy = policy;
    }

    @Override
    public Uni<CustomerOverview> of(ReadScope scope, CustomerId customer, Instant now) {
        return reads.list(scope, HEAD, SqlOverviewViews::head, customer.value())
                .map(found -> found.stream()
                        .findFirst()
                        .orElseThrow(
                                () -> new DomainException(ErrorCode.CUSTOMER_NOT_FOUND, "There is no such customer.")))
                .chain(head -> reads.list(
                                scope,
                                PLANS,
                                line -> SqlPlanViews.prospect(line, policy, now),
                                customer.value(),
                                SqlPlanViews.paceFrom(now))
                        .chain(plans -> work(scope, customer, now, head, plans)));
    }

    private Uni<CustomerOverview> work(
            ReadScope scope, CustomerId customer, Instant now, CustomerOverview.Head head, List<PlanProspect> plans) {
        var since = Columns.time(now.minus(Duration.ofDays(CustomerOverview.RECENT_DAYS)));
        Uni<List<TaskView>> next = reads.list(
                scope, NEXT, SqlTaskViews::view, customer.value(), TO_DO, (long) CustomerOverview.NEXT_TASKS);
        return reads.list(scope, RECENT, Line::count, customer.value(), since)
                .chain(recent -> next.map(tasks -> new CustomerOverview(head, plans, recent.get(0), tasks)));
    }

    private static CustomerOverview.Head head(Line line) {
        return new CustomerOverview.Head(
                new CustomerId(line.uuid()),
                line.text(),
                line.text(),
                line.text(),
                line.text(),
                line.text(),
                line.maybeText());
    }
}
