package dev.cairn.application.adoption.solution;

import dev.cairn.application.adoption.solution.view.SolutionAssignmentView;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.EntitlementChange;
import dev.cairn.domain.adoption.ProductOverride;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import java.util.List;
import java.util.Optional;

/** A customer gets more or less of a solution, and so of its products; the plans follow when they are synchronised. */
public interface ChangeSolutionAssignment extends UseCase<ChangeSolutionAssignment.Command, SolutionAssignmentView> {
    /**
     * Which assignment, and what of it changes.
     *
     * @param overrides what some of its products are given instead from now on; absent: what they were so far
     */
    record Command(
            CustomerId customer,
            AssignmentId assignment,
            EntitlementChange change,
            Optional<List<ProductOverride>> overrides)
            implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfSolutionAssignment(customer, assignment);
        }
    }
}
