package dev.cairn.bootstrap.offender.application.sales;

import dev.cairn.application.customer.port.Customers;

/** A context that uses a port of another one. */
class NosySales {
    private final Customers customers;

    NosySales(Customers customers) {
        this.customers = customers;
    }

    Customers customers() {
        return customers;
    }
}
