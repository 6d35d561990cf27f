package dev.cairn.application.adoption.solution.view;

import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Uni;

/** Solutions that customers have, read without a lock. */
public interface SolutionViews {
    /**
     * One assignment with the first of its own tasks. Fails with CUSTOMER_NOT_FOUND when the scope does not see the customer,
     * ASSIGNMENT_NOT_FOUND when the customer has no such one.
     *
     * @param tasks how many tasks at most
     */
    Uni<SolutionAssignmentView> get(ReadScope scope, CustomerId customer, AssignmentId id, int tasks);

    /**
     * A page of a customer's solutions, oldest first, without their tasks. Fails with CUSTOMER_NOT_FOUND when the scope does
     * not see the customer, VALIDATION_ERROR when the cursor is not one of this list.
     */
    Uni<Page<SolutionAssignmentView>> ofCustomer(ReadScope scope, CustomerId customer, PageRequest<FixedOrder> page);

    /**
     * The whole by the plan of its own tasks; that of a removed assignment is there for a scope that sees removed things. Fails
     * with SOLUTION_ADOPTION_PLAN_NOT_FOUND.
     *
     * @param tasks how many tasks at most
     */
    Uni<SolutionAssignmentView> plan(ReadScope scope, PlanId id, int tasks);
}
