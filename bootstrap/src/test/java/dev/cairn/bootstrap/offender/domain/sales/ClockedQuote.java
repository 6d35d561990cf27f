package dev.cairn.bootstrap.offender.domain.sales;

import java.time.Instant;
import java.util.UUID;

/** A domain that asks the machine for time and ids. */
public class ClockedQuote {
    private final UUID id = UUID.randomUUID();

    boolean isExpired(Instant until) {
        return Instant.now().isAfter(until) || id.version() == 7;
    }
}
