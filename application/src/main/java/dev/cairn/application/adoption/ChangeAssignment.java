package dev.cairn.application.adoption;

import dev.cairn.application.adoption.view.AssignmentView;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.EntitlementChange;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;

/** A customer gets more or less of a product; the plan follows when it is synchronised. */
public interface ChangeAssignment extends UseCase<ChangeAssignment.Command, AssignmentView> {
    /** Which assignment, and what of it changes. */
    record Command(CustomerId customer, AssignmentId assignment, EntitlementChange change) implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfAssignment(customer, assignment);
        }
    }
}
