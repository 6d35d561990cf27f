package dev.cairn.application.customer;

import dev.cairn.application.customer.view.CustomerView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.customer.SuspensionReason;
import dev.cairn.domain.shared.CustomerId;
import java.util.Optional;

/** An administrator closes a customer's account for changes, for a while. */
public interface SuspendCustomer extends UseCase<SuspendCustomer.Command, CustomerView> {
    /** Why, in a code and in words. */
    record Command(CustomerId customer, SuspensionReason reason, Optional<String> note)
            implements CustomerChange.OfOne {}
}
