package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Columns;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.SqlUnit;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.adoption.port.SolutionAssignments;
import dev.cairn.domain.adoption.SolutionAssignment;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class SqlSolutionAssignments implements SolutionAssignments {
    private static final String SELECT = "select " + SolutionAssignmentRow.COLUMNS + " from solution_assignment s";

    private static final String LOCK =
            SELECT + " where s.id = $1 and s.customer_id = $2 and s.removed_at is null for no key update";

    private static final String LOCK_OF_PLAN = SELECT
            + " where s.id = (select p.solution_assignment_id from adoption_plan p where p.id = $1) for no key update";

    private static final String INSERT = """
            insert into solution_assignment (org_id, id, customer_id, solution_id, name, license_level,
              selected_outcome_ids, selected_release_ids, overrides, purchased_at, version, removed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb, $10, $11, $12)""";

    private static final String UPDATE = """
            update solution_assignment set license_level = $2, selected_outcome_ids = $3, selected_release_ids = $4,
              overrides = $5::text::jsonb, version = $6, removed_at = $7
             where id = $1""";

    @Override
    public Uni<SolutionAssignment> get(CustomerId customer, AssignmentId id) {
        var unit = Units.sql();
        return locked(
                unit,
                unit.rows(LOCK, id.value(), customer.value()),
                ErrorCode.ASSIGNMENT_NOT_FOUND,
                "The customer has no such assignment.");
    }

    @Override
    public Uni<SolutionAssignment> ofPlan(PlanId plan) {
        var unit = Units.sql();
        return locked(
                unit,
                unit.rows(LOCK_OF_PLAN, plan.value()),
                ErrorCode.SOLUTION_ADOPTION_PLAN_NOT_FOUND,
                "There is no such solution adoption plan.");
    }

    private static Uni<SolutionAssignment> locked(
            SqlUnit unit, Uni<List<Line>> rows, ErrorCode missing, String detail) {
        return rows.map(found -> {
            var stored = found.stream()
                    .findFirst()
                    .map(SolutionAssignmentRow::read)
                    .orElseThrow(() -> new DomainException(missing, detail));
            unit.remember(stored.id(), stored);
            return SolutionAssignment.restore(stored);
        });
    }

    @Override
    public Uni<Void> add(SolutionAssignment assignment) {
        return Uni.createFrom().voidItem().invoke(() -> {
            var unit = Units.sql();
            var state = assignment.snapshot();
            unit.later(
                    INSERT,
                    state.org().value(),
                    state.id().value(),
                    state.customer().value(),
                    state.solution().value(),
                    state.name().value(),
                    state.entitlement().licenseLevel().name(),
                    PlanRow.outcomes(state.entitlement()),
                    PlanRow.releases(state.entitlement()),
                    SolutionAssignmentRow.write(state.overrides()),
                    Columns.time(state.purchasedAt()),
                    state.version(),
                    Columns.maybeTime(state.removedAt()));
            unit.tell(assignment);
        });
    }

    @Override
    public Uni<Void> save(SolutionAssignment assignment) {
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
                        SolutionAssignmentRow.write(state.overrides()),
                        state.version(),
                        Columns.maybeTime(state.removedAt()));
            }
            unit.tell(assignment);
        });
    }
}
