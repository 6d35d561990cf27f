package dev.cairn.application.customer;

import dev.cairn.application.customer.view.CustomerView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.customer.DeactivationReason;
import dev.cairn.domain.shared.CustomerId;
import java.util.Optional;

/** An administrator closes a customer's account because the relation ended. */
public interface DeactivateCustomer extends UseCase<DeactivateCustomer.Command, CustomerView> {
    /** Why, in a code and in words. */
    record Command(CustomerId customer, DeactivationReason reason, Optional<String> note)
            implements CustomerChange.OfOne {}
}
