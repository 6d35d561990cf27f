package dev.cairn.bootstrap.offender.adapters.rest.sales;

import dev.cairn.adapters.persistence.shared.Reads;

/** A resource that reads the database itself. */
class SqlQuoteResource {
    private final Reads reads;

    SqlQuoteResource(Reads reads) {
        this.reads = reads;
    }

    Reads reads() {
        return reads;
    }
}
