package dev.cairn.application.customer;

import dev.cairn.application.customer.view.CustomerView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.shared.CustomerId;
import java.util.Optional;

/** An administrator opens a customer's account for changes again. */
public interface ActivateCustomer extends UseCase<ActivateCustomer.Command, CustomerView> {
    /** Which customer, and a word about it. */
    record Command(CustomerId customer, Optional<String> note) implements CustomerChange.OfOne {}
}
