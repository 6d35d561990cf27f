package dev.cairn.bootstrap.offender.adapters.rest.sales;

import dev.cairn.domain.customer.Customer;
import dev.cairn.domain.shared.Actor;
import java.time.Instant;

/** A resource that lets an aggregate behave. */
class DecidingQuoteResource {
    void delete(Customer customer, Actor by, Instant now) {
        customer.delete(by, now);
    }
}
