package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Columns;
import dev.cairn.adapters.persistence.shared.Conditions;
import dev.cairn.adapters.persistence.shared.Keyset;
import dev.cairn.adapters.persistence.shared.Keyset.Column;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Reads;
import dev.cairn.adapters.persistence.shared.VisibleCustomers;
import dev.cairn.application.adoption.solution.view.SolutionAssignmentView;
import dev.cairn.application.adoption.solution.view.SolutionViews;
import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.adoption.SolutionAdoptionPlan;
import dev.cairn.domain.adoption.SolutionAdoptionPlan.Part;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One solution is read as of one instant: itself, then its product plans and its own tasks. */
@Singleton
class SqlSolutionViews implements SolutionViews {
    private static final String FROM = "solution_assignment s"
            + " join adoption_plan p on p.org_id = s.org_id and p.solution_assignment_id = s.id"
            + " join visible_customer c on c.org_id = s.org_id and c.id = s.customer_id";

    private static final String SELECT = "select " + SolutionParts.REGROUPED + " as regrouped, "
            + SolutionAssignmentRow.COLUMNS + ", " + PlanRow.PRODUCT_VERSION + " as product_version, " + PlanRow.COLUMNS
            + " from " + FROM;

    private static final Keyset<FixedOrder, SolutionAssignmentView> WALK = Keyset.ascending(
            List.of(Column.uuid("s.id", view -> view.assignment().id().value())));

    private final Reads reads;
    private final VisibleCustomers customers;

    SqlSolutionViews(Reads reads, VisibleCustomers customers) {
        this.reads = reads;
        this.customers = customers;
    }

    @Override
    public Uni<SolutionAssignmentView> get(ReadScope scope, CustomerId customer, AssignmentId id, int tasks) {
        return customers
                .require(scope, customer)
                .chain(() -> whole(
                        scope,
                        " where s.id = $1 and s.customer_id = $2 and s.removed_at is null",
                        tasks,
                        new DomainException(ErrorCode.ASSIGNMENT_NOT_FOUND, "The customer has no such assignment."),
                        id.value(),
                        customer.value()));
    }

    @Override
    public Uni<SolutionAssignmentView> plan(ReadScope scope, PlanId id, int tasks) {
        return whole(
                scope,
                " where p.id = $1 and (p.archived_at is null or $2)",
                tasks,
                new DomainException(
                        ErrorCode.SOLUTION_ADOPTION_PLAN_NOT_FOUND, "There is no such solution adoption plan."),
                id.value(),
                scope.seesRemoved());
    }

    private Uni<SolutionAssignmentView> whole(
            ReadScope scope, String where, int tasks, DomainException missing, Object... arguments) {
        return reads.inTurn(
                scope,
                snapshot -> snapshot.one(SELECT + where, SqlSolutionViews::alone, arguments)
                        .map(found -> found.orElseThrow(() -> missing)),
                (snapshot, alone) -> {
                    var own = alone.plan().own().id().value();
                    var parts = snapshot.list(
                            SolutionParts.OF_SOLUTIONS, SolutionParts::read, (Object) ids(List.of(alone)));
                    var first = snapshot.list(SqlTaskViews.FIRST_OF_PLAN, SqlTaskViews::view, own, (long) tasks);
                    return parts.map(SolutionParts::bySolution)
                            .map(found -> with(alone, found))
                            .chain(view -> first.map(found ->
                                    new SolutionAssignmentView(view.assignment(), view.plan(), Optional.of(found))));
                });
    }

    @Override
    public Uni<Page<SolutionAssignmentView>> ofCustomer(
            ReadScope scope, CustomerId customer, PageRequest<FixedOrder> page) {
        return customers
                .require(scope, customer)
                .chain(() -> new Conditions()
                        .add("s.customer_id = ?", customer.value())
                        .add("s.removed_at is null")
                        .page(reads, scope, SELECT, FROM, WALK, page, SqlSolutionViews::alone))
                .chain(found -> reads.list(
                                scope, SolutionParts.OF_SOLUTIONS, SolutionParts::read, (Object) ids(found.items()))
                        .map(SolutionParts::bySolution)
                        .map(parts -> found.map(view -> with(view, parts))));
    }

    private static UUID[] ids(List<SolutionAssignmentView> views) {
        return Columns.ids(views, view -> view.assignment().id().value());
    }

    /** The assignment and the plan of its own tasks, without what stands beside it. */
    private static SolutionAssignmentView alone(Line line) {
        var regrouped = line.flag();
        var assignment = SolutionAssignmentRow.read(line);
        var version = line.whole();
        var own = PlanRow.read(line);
        return new SolutionAssignmentView(
                assignment,
                new SolutionAdoptionPlan(own, own.needsSync(version), List.of(), regrouped),
                Optional.empty());
    }

    private static SolutionAssignmentView with(SolutionAssignmentView view, Map<AssignmentId, List<Part>> parts) {
        var alone = view.plan();
        return new SolutionAssignmentView(
                view.assignment(),
                new SolutionAdoptionPlan(
                        alone.own(),
                        alone.ownNeedsSync(),
                        parts.getOrDefault(view.assignment().id(), List.of()),
                        alone.regrouped()),
                view.tasks());
    }
}
