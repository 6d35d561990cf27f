package dev.cairn.bootstrap.offender.adapters.persistence.sales;

import dev.cairn.application.customer.DeleteCustomer;

/** A store that runs a use case. */
class BusyQuotes {
    private final DeleteCustomer deleteCustomer;

    BusyQuotes(DeleteCustomer deleteCustomer) {
        this.deleteCustomer = deleteCustomer;
    }

    DeleteCustomer deleteCustomer() {
        return deleteCustomer;
    }
}
