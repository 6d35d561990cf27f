package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Columns;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Reads;
import dev.cairn.application.adoption.view.CustomerOverview;
import dev.cairn.application.adoption.view.OverviewViews;
import dev.cairn.application.adoption.view.PlanProspect;
import dev.cairn.application.adoption.view.PlanView;
import dev.cairn.application.adoption.view.TaskView;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.adoption.ForecastPolicy;
import dev.cairn.domain.adoption.SolutionAdoptionPlan;
import dev.cairn.domain.adoption.SolutionAdoptionPlan.Part;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Four statements, however many plans and tasks the customer has. */
@Singleton
class SqlOverviewViews implements OverviewViews {
    private static final String HEAD = """
            select c.id, c.code, c.name, c.type, c.account_status, c.lifecycle_stage, c.assigned_to
              from visible_customer c where c.id = $1""";

    /**
     * Every plan with the solution that manages it and its place there, last if it has none any more, and of a solution's own
     * whether the solution was regrouped since.
     */
    private static final String PLANS = """
            select a.solution_assignment_id as managing, coalesce(m.position, 2147483647) as place,
              coalesce((select %s from solution_assignment s where s.id = p.solution_assignment_id), false) as regrouped,
              %s
              from adoption_plan p
              left join product_assignment a on a.org_id = p.org_id and a.id = p.assignment_id
              left join solution_assignment w on w.org_id = a.org_id and w.id = a.solution_assignment_id
              left join solution_product m
                on m.org_id = w.org_id and m.solution_id = w.solution_id and m.product_id = a.product_id
             where p.customer_id = $1 and p.archived_at is null order by p.id""".formatted(SolutionParts.REGROUPED, SqlPlanViews.PROSPECT.formatted("$2"));

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
                                line -> Plan.read(line, policy, now),
                                customer.value(),
                                SqlPlanViews.paceFrom(now))
                        .chain(plans -> work(scope, customer, now, head, plans)));
    }

    private Uni<CustomerOverview> work(
            ReadScope scope, CustomerId customer, Instant now, CustomerOverview.Head head, List<Plan> plans) {
        var since = Columns.time(now.minus(Duration.ofDays(CustomerOverview.RECENT_DAYS)));
        Uni<List<TaskView>> next = reads.list(
                scope, NEXT, SqlTaskViews::view, customer.value(), TO_DO, (long) CustomerOverview.NEXT_TASKS);
        return reads.list(scope, RECENT, Line::count, customer.value(), since)
                .chain(recent -> next.map(
                        tasks -> new CustomerOverview(head, products(plans), solutions(plans), recent.get(0), tasks)));
    }

    /**
     * A line of {@link #PLANS}.
     *
     * @param managing the assignment of the solution that it came with
     * @param place its place among the solution's products
     */
    private record Plan(Optional<AssignmentId> managing, int place, boolean regrouped, PlanProspect prospect) {
        static Plan read(Line line, ForecastPolicy policy, Instant now) {
            var managing = line.maybeUuid().map(AssignmentId::new);
            return new Plan(managing, line.count(), line.flag(), SqlPlanViews.prospect(line, policy, now));
        }

        PlanView view() {
            return prospect.view();
        }

        boolean isOfSolution() {
            return view().plan().isOfSolution();
        }

        Part part() {
            var plan = view().plan();
            return Part.of(plan, new ProductId(plan.product().value()), view().needsSync());
        }
    }

    private static List<PlanProspect> products(List<Plan> plans) {
        return plans.stream()
                .filter(plan -> !plan.isOfSolution())
                .map(Plan::prospect)
                .toList();
    }

    private static List<SolutionAdoptionPlan> solutions(List<Plan> plans) {
        return plans.stream()
                .filter(Plan::isOfSolution)
                .map(own -> new SolutionAdoptionPlan(
                        own.view().plan(),
                        own.view().needsSync(),
                        plans.stream()
                                .filter(plan -> plan.managing()
                                        .equals(Optional.of(own.view().plan().assignment())))
                                .sorted(Comparator.comparingInt(Plan::place))
                                .map(Plan::part)
                                .toList(),
                        own.regrouped()))
                .toList();
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
