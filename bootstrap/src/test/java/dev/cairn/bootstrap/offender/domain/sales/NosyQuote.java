package dev.cairn.bootstrap.offender.domain.sales;

import dev.cairn.domain.customer.CustomerName;

/** A context that looks into another one, past what it publishes. */
public class NosyQuote {
    String greeting(CustomerName name) {
        return name.full();
    }
}
