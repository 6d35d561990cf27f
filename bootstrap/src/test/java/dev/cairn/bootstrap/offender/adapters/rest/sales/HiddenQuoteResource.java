package dev.cairn.bootstrap.offender.adapters.rest.sales;

import jakarta.ws.rs.GET;

/** A resource method that the platform serves by reflection, slower, or not at all. */
class HiddenQuoteResource {
    @GET
    String get() {
        return "quote";
    }
}
