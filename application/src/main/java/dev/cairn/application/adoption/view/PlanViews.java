package dev.cairn.application.adoption.view;

import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Plans, read without a lock. Those of removed assignments are there for a scope that sees removed things. */
public interface PlanViews {
    /** One plan. Fails with ADOPTION_PLAN_NOT_FOUND, also when the scope does not see it. */
    Uni<PlanView> get(ReadScope scope, PlanId id);

    /**
     * One plan with the first of its tasks, as of one instant. Fails like {@link #get}.
     *
     * @param tasks how many tasks at most
     * @param now what its forecast is made for
     */
    Uni<PlanWithTasks> withTasks(ReadScope scope, PlanId id, int tasks, Instant now);

    /**
     * A page of a customer's plans, oldest first and never those of removed assignments. Fails with CUSTOMER_NOT_FOUND
     * when the scope does not see the customer, VALIDATION_ERROR when the cursor is not one of this list.
     */
    Uni<Page<PlanView>> ofCustomer(ReadScope scope, CustomerId customer, PageRequest<FixedOrder> page);
}
