package dev.cairn.application.catalog.port;

import dev.cairn.domain.shared.OfferingId;
import io.smallrye.mutiny.Uni;

/** Who lives by the products and solutions of the organisation at hand, as far as the catalogue must know. */
public interface OfferingUse {
    /**
     * Whether a customer is assigned to it. Holds until the unit of work ends when it is locked before:
     * assigning takes its lock too.
     */
    Uni<Boolean> isAssigned(OfferingId offering);
}
