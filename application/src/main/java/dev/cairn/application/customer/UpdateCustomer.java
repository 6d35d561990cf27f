package dev.cairn.application.customer;

import dev.cairn.application.customer.view.CustomerView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.customer.CustomerCode;
import dev.cairn.domain.customer.CustomerDetails;
import dev.cairn.domain.shared.CustomerId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Somebody rewrites what is known of a customer. */
public interface UpdateCustomer extends UseCase<UpdateCustomer.Command, CustomerView> {
    /**
     * What it is to be.
     *
     * @param details makes the details as they are to be of those that are
     * @param code its new code; absent: the old one stays
     */
    record Command(CustomerId customer, UnaryOperator<CustomerDetails> details, Optional<CustomerCode> code)
            implements CustomerChange.OfOne {}
}
