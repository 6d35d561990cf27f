package dev.cairn.bootstrap.offender.adapters.persistence.sales;

import dev.cairn.adapters.rest.shared.PathIds;
import java.util.UUID;

/** An adapter that uses another one. */
class RestlessQuotes {
    UUID id(String text) {
        return PathIds.uuid(text);
    }
}
