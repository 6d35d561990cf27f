package dev.cairn.application.adoption;

import dev.cairn.application.adoption.view.AssignmentView;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.EntitlementChange;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;

/** A customer gets more or less of a product; the plan follows when it is synchronised, at once on demand. */
public interface ChangeAssignment extends UseCase<ChangeAssignment.Command, AssignmentView> {
    /**
     * Which assignment, and what of it changes.
     *
     * @param sync whether the plan follows at once
     */
    record Command(CustomerId customer, AssignmentId assignment, EntitlementChange change, boolean sync)
            implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfAssignment(customer, assignment);
        }
    }
}
