package dev.cairn.application.shared;

import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;

/** Whose data a command touches: what the gate looks at before anything is loaded. */
public sealed interface Target {
    /** What to say when there is no such target for this caller. */
    ErrorCode missing();

    /** The organisation itself: no customer stands behind it. */
    record OfOrganisation() implements Target {
        @Override
        public ErrorCode missing() {
            throw new IllegalStateException("an organisation is never missing");
        }
    }

    /** A customer. */
    record OfCustomer(CustomerId id) implements Target {
        @Override
        public ErrorCode missing() {
            return ErrorCode.CUSTOMER_NOT_FOUND;
        }
    }

    /** What a customer was assigned; the assignment itself is looked for by the use case. */
    record OfAssignment(CustomerId customer, AssignmentId id) implements Target {
        @Override
        public ErrorCode missing() {
            return ErrorCode.CUSTOMER_NOT_FOUND;
        }
    }

    /** The solution that a customer was assigned; the assignment itself is looked for by the use case. */
    record OfSolutionAssignment(CustomerId customer, AssignmentId id) implements Target {
        @Override
        public ErrorCode missing() {
            return ErrorCode.CUSTOMER_NOT_FOUND;
        }
    }

    /** A solution with all its plans, by the plan of its own tasks. */
    record OfSolutionPlan(PlanId id) implements Target {
        @Override
        public ErrorCode missing() {
            return ErrorCode.SOLUTION_ADOPTION_PLAN_NOT_FOUND;
        }
    }

    /** A plan. */
    record OfPlan(PlanId id) implements Target {
        @Override
        public ErrorCode missing() {
            return ErrorCode.ADOPTION_PLAN_NOT_FOUND;
        }
    }

    /** A customer's task. */
    record OfTask(TaskId id) implements Target {
        @Override
        public ErrorCode missing() {
            return ErrorCode.TASK_NOT_FOUND;
        }
    }
}
