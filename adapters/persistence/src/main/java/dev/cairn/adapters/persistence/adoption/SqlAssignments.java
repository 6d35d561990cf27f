package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Columns;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.SqlUnit;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.Assignment;
import dev.cairn.domain.adoption.AssignmentName;
import dev.cairn.domain.adoption.ProductAssignment;
import dev.cairn.domain.adoption.SolutionAssignment;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

@Singleton
class SqlAssignments implements Assignments {
    private static final String LOCK = "select " + AssignmentRow.COLUMNS
            + " from product_assignment s where s.id = $1 and s.customer_id = $2 and s.removed_at is null for no key update";

    private static final String NAMED = "select " + AssignmentRow.COLUMNS
            + " from product_assignment s where s.customer_id = $1 and s.product_id = $2 and s.name = $3"
            + " order by s.removed_at desc nulls first, s.id desc limit 1 for no key update";

    private static final String MANAGED = "select " + AssignmentRow.COLUMNS
            + " from product_assignment s where s.solution_assignment_id = $1 order by s.id for no key update";

    private static final String ALONE = "select c.id from customer c where c.id = $1 for no key update";

    private static final String PRESENT = "select " + AssignmentRow.COLUMNS
            + " from product_assignment s where s.customer_id = $1 and s.product_id = any ($2) and s.removed_at is null"
            + " order by s.id for no key update";

    private static final String OF_PLAN =
            "select " + AssignmentRow.COLUMNS + " from product_assignment s where s.id = $1";

    private static final String OF_SOLUTION_PLAN =
            "select " + SolutionAssignmentRow.COLUMNS + " from solution_assignment s where s.id = $1";

    private static final String INSERT = """
            insert into product_assignment (org_id, id, customer_id, product_id, name, license_level,
              selected_outcome_ids, selected_release_ids, purchased_at, solution_assignment_id, version, removed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)""";

    private static final String UPDATE = """
            update product_assignment set license_level = $2, selected_outcome_ids = $3, selected_release_ids = $4,
              version = $5, removed_at = $6, purchased_at = $7, solution_assignment_id = $8
             where id = $1""";

    @Override
    public Uni<ProductAssignment> get(CustomerId customer, AssignmentId id) {
        return locked("The customer has no such assignment.", LOCK, id.value(), customer.value());
    }

    @Override
    public Uni<ProductAssignment> named(CustomerId customer, ProductId product, AssignmentName name) {
        return locked(
                "The customer never had this product under this name.",
                NAMED,
                customer.value(),
                product.value(),
                name.value());
    }

    private static Uni<ProductAssignment> locked(String missing, String sql, Object... arguments) {
        var unit = Units.sql();
        return unit.rows(sql, arguments).map(rows -> {
            var stored = rows.stream()
                    .findFirst()
                    .map(AssignmentRow::read)
                    .orElseThrow(() -> new DomainException(ErrorCode.ASSIGNMENT_NOT_FOUND, missing));
            unit.remember(stored.id(), stored);
            return ProductAssignment.restore(stored);
        });
    }

    @Override
    public Uni<Assignment> ofLocked(AdoptionPlan plan) {
        var owner = plan.snapshot().assignment().value();
        return plan.snapshot().isOfSolution()
                ? Units.sql()
                        .rows(OF_SOLUTION_PLAN, owner)
                        .map(rows -> SolutionAssignment.restore(SolutionAssignmentRow.read(rows.get(0))))
                : Units.sql()
                        .rows(OF_PLAN, owner)
                        .map(rows -> ProductAssignment.restore(AssignmentRow.read(rows.get(0))));
    }

    @Override
    public Uni<List<ProductAssignment>> managedBy(AssignmentId solution) {
        var unit = Units.sql();
        return restored(unit, unit.rows(MANAGED, solution.value()));
    }

    @Override
    public Uni<List<ProductAssignment>> present(CustomerId customer, Collection<ProductId> products) {
        var unit = Units.sql();
        // Sent behind the customer's lock, so it sees what was committed while the lock was waited for.
        var alone = unit.rows(ALONE, customer.value());
        var rows = unit.rows(PRESENT, customer.value(), Columns.ids(products, ProductId::value));
        return alone.chain(() -> restored(unit, rows));
    }

    private static Uni<List<ProductAssignment>> restored(SqlUnit unit, Uni<List<Line>> rows) {
        return rows.map(found -> found.stream()
                .map(AssignmentRow::read)
                .map(stored -> {
                    unit.remember(stored.id(), stored);
                    return ProductAssignment.restore(stored);
                })
                .toList());
    }

    @Override
    public Uni<Void> add(ProductAssignment assignment) {
        return Uni.createFrom().voidItem().invoke(() -> {
            var unit = Units.sql();
            var state = assignment.snapshot();
            unit.later(
                    INSERT,
                    state.org().value(),
                    state.id().value(),
                    state.customer().value(),
                    state.product().value(),
                    state.name().value(),
                    state.entitlement().licenseLevel().name(),
                    PlanRow.outcomes(state.entitlement()),
                    PlanRow.releases(state.entitlement()),
                    Columns.time(state.purchasedAt()),
                    state.solution().map(AssignmentId::value).orElse(null),
                    state.version(),
                    Columns.maybeTime(state.removedAt()));
            unit.tell(assignment);
        });
    }

    @Override
    public Uni<Void> save(ProductAssignment assignment) {
        return Uni.createFrom().voidItem().invoke(() -> {
            var unit = Units.sql();
            var state = assignment.snapshot();
            if (!unit.remembers(state.id(), state)) {
                unit.later(
                        UPDATE,
                        state.id().value(),
                        state.entitlement().licenseLevel().name(),
                        PlanRow.outcomes(state.entitlement()),
                        PlanRow.releases(state.entitlement()),
                        state.version(),
                        Columns.maybeTime(state.removedAt()),
                        Columns.time(state.purchasedAt()),
                        state.solution().map(AssignmentId::value).orElse(null));
            }
            unit.tell(assignment);
        });
    }
}
