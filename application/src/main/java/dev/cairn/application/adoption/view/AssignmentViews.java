package dev.cairn.application.adoption.view;

import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import io.smallrye.mutiny.Uni;

/** Assignments, read without a lock. Removed ones are not there. */
public interface AssignmentViews {
    /**
     * One assignment. Fails with CUSTOMER_NOT_FOUND when the scope does not see the customer, ASSIGNMENT_NOT_FOUND when
     * the customer has no such one.
     */
    Uni<AssignmentView> get(ReadScope scope, CustomerId customer, AssignmentId id);

    /**
     * A page of a customer's assignments, oldest first. Fails with CUSTOMER_NOT_FOUND when the scope does not see the
     * customer, VALIDATION_ERROR when the cursor is not one of this list.
     */
    Uni<Page<AssignmentView>> ofCustomer(ReadScope scope, CustomerId customer, PageRequest<FixedOrder> page);
}
