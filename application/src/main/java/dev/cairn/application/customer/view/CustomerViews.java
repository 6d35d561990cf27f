package dev.cairn.application.customer.view;

import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.CustomerId;
import io.smallrye.mutiny.Uni;

/** Customers, read without a lock. Deleted ones are not there. */
public interface CustomerViews {
    /** One customer. Fails with CUSTOMER_NOT_FOUND, also when the scope does not see it. */
    Uni<CustomerView> get(ReadScope scope, CustomerId id);

    /** A page of customers. Fails with VALIDATION_ERROR when the cursor is not one of this list. */
    Uni<Page<CustomerView>> list(ReadScope scope, CustomerFilter filter, PageRequest<CustomerSort> page);
}
