package dev.cairn.application.customer;

import dev.cairn.application.customer.view.CustomerView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.shared.CustomerId;

/** An administrator takes a customer out of the organisation's lists. */
public interface DeleteCustomer extends UseCase<DeleteCustomer.Command, CustomerView> {
    /** Which customer. */
    record Command(CustomerId customer) implements CustomerChange.OfOne {}
}
