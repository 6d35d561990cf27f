package dev.cairn.application.adoption;

import dev.cairn.application.adoption.view.AssignmentView;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;

/** A product is taken from a customer; plan, tasks and history are kept for reading. */
public interface RemoveAssignment extends UseCase<RemoveAssignment.Command, AssignmentView> {
    /** Which assignment. */
    record Command(CustomerId customer, AssignmentId assignment) implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfAssignment(customer, assignment);
        }
    }
}
