package dev.cairn.application.adoption.port;

import dev.cairn.domain.adoption.ProductAssignment;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import io.smallrye.mutiny.Uni;

/** The assignments of products in the organisation at hand. */
public interface Assignments {
    /**
     * The assignment, locked until the unit of work ends. Fails with ASSIGNMENT_NOT_FOUND, also when it is another
     * customer's or was removed.
     */
    Uni<ProductAssignment> get(CustomerId customer, AssignmentId id);

    /**
     * Brings a new assignment in. Fails with CUSTOMER_PRODUCT_EXISTS when the customer has the product under that name,
     * at the latest when the unit of work ends.
     */
    Uni<Void> add(ProductAssignment assignment);

    /** Stores the state and, in the same transaction, what the assignment says happened to it. */
    Uni<Void> save(ProductAssignment assignment);
}
