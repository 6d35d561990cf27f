package dev.cairn.application.audit.view;

import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.CustomerId;
import io.smallrye.mutiny.Uni;

/** What was changed, by whom and from where; newest first. */
public interface AuditViews {
    /**
     * A page of the whole organisation's audit, whatever customers the scope sees; entries of deleted ones are there.
     * Fails with VALIDATION_ERROR when the cursor is not one of this list.
     */
    Uni<Page<AuditEntry>> list(ReadScope scope, AuditFilter filter, PageRequest<FixedOrder> page);

    /**
     * A page of one customer's audit: its own entries and those of all that belongs to it. Fails with CUSTOMER_NOT_FOUND
     * when the scope does not see the customer, VALIDATION_ERROR when the cursor is not one of this list.
     */
    Uni<Page<AuditEntry>> ofCustomer(
            ReadScope scope, CustomerId customer, AuditFilter filter, PageRequest<FixedOrder> page);
}
