package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.domain.adoption.AssignmentName;
import dev.cairn.domain.adoption.ProductAssignment;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.ProductId;

/** An assignment as columns of {@code product_assignment}. */
final class AssignmentRow {
    /** The columns of an assignment, of a table named s, in the order they are read. */
    static final String COLUMNS = """
            s.org_id, s.id, s.customer_id, s.product_id, s.name, s.license_level, s.selected_outcome_ids,
            s.selected_release_ids, s.purchased_at, s.solution_assignment_id, s.version, s.removed_at""";

    private AssignmentRow() {}

    static ProductAssignment.Snapshot read(Line line) {
        return new ProductAssignment.Snapshot(
                new OrgId(line.text()),
                new AssignmentId(line.uuid()),
                new CustomerId(line.uuid()),
                new ProductId(line.uuid()),
                new AssignmentName(line.text()),
                PlanRow.entitlement(line),
                line.instant(),
                line.maybeUuid().map(AssignmentId::new),
                line.whole(),
                line.maybeInstant());
    }
}
