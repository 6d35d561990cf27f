package dev.cairn.application.adoption.solution;

import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.SolutionAssignment;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;

/** A solution and all its products are taken from a customer; plans, tasks and history are kept for reading. */
public interface RemoveSolutionAssignment
        extends UseCase<RemoveSolutionAssignment.Command, SolutionAssignment.Snapshot> {
    /** Which assignment. */
    record Command(CustomerId customer, AssignmentId assignment) implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfSolutionAssignment(customer, assignment);
        }
    }
}
