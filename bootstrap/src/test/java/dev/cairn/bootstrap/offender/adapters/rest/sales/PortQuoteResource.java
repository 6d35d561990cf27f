package dev.cairn.bootstrap.offender.adapters.rest.sales;

import dev.cairn.application.customer.port.Customers;
import dev.cairn.domain.shared.CustomerId;

/** A resource that goes to a port past the use cases. */
class PortQuoteResource {
    private final Customers customers;

    PortQuoteResource(Customers customers) {
        this.customers = customers;
    }

    Object get(CustomerId id) {
        return customers.get(id);
    }
}
