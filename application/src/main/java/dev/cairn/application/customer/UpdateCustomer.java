package dev.cairn.application.customer;

import dev.cairn.application.customer.view.CustomerView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.customer.CustomerCode;
import dev.cairn.domain.customer.CustomerDetails;
import dev.cairn.domain.shared.CustomerId;
import java.util.Optional;

/** Somebody rewrites what is known of a customer. */
public interface UpdateCustomer extends UseCase<UpdateCustomer.Command, CustomerView> {
    /** The details as they are to be; a code that is absent stays. */
    record Command(CustomerId customer, CustomerDetails details, Optional<CustomerCode> code)
            implements CustomerChange.OfOne {}
}
