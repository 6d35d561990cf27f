package dev.cairn.application.adoption.port;

import dev.cairn.domain.adoption.SolutionAssignment;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Uni;

/**
 * The assignments of solutions in the organisation at hand. Whoever asks for one holds its lock until the unit of work ends: it
 * is the outermost, before the assignments of products and before plans.
 */
public interface SolutionAssignments {
    /** The assignment, locked. Fails with ASSIGNMENT_NOT_FOUND, also when it is another customer's or was removed. */
    Uni<SolutionAssignment> get(CustomerId customer, AssignmentId id);

    /** The assignment that the plan of a solution's own tasks belongs to, locked, removed or not. Fails with SOLUTION_ADOPTION_PLAN_NOT_FOUND. */
    Uni<SolutionAssignment> ofPlan(PlanId plan);

    /**
     * Brings a new assignment in. Fails with CUSTOMER_SOLUTION_EXISTS when the customer has the solution under that name, at
     * the latest when the unit of work ends.
     */
    Uni<Void> add(SolutionAssignment assignment);

    /** Stores the state and, in the same transaction, what the assignment says happened to it. */
    Uni<Void> save(SolutionAssignment assignment);
}
