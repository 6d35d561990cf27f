package dev.cairn.application.customer.port;

import dev.cairn.domain.customer.Customer;
import dev.cairn.domain.customer.CustomerCode;
import dev.cairn.domain.shared.CustomerId;
import io.smallrye.mutiny.Uni;

/** The customers of the organisation at hand. */
public interface Customers {
    /** The customer, locked until the unit of work ends. Fails with CUSTOMER_NOT_FOUND, also when it is deleted. */
    Uni<Customer> get(CustomerId id);

    /** A generated code that no customer of the organisation has. */
    Uni<CustomerCode> nextCode();

    /**
     * Brings a new customer in. Fails with CUSTOMER_NAME_EXISTS, CUSTOMER_EMAIL_EXISTS, CUSTOMER_CODE_EXISTS or
     * EXTERNAL_ID_EXISTS, at the latest when the unit of work ends; so does {@link #save}.
     */
    Uni<Void> add(Customer customer);

    /** Stores the state and, in the same transaction, what the customer says happened to it. */
    Uni<Void> save(Customer customer);
}
