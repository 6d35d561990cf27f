package dev.cairn.domain.shared;

import java.util.UUID;

/** Identifies what the catalogue offers: a product, or a solution. The kind of the id says which of the two is meant. */
public sealed interface OfferingId permits ProductId, SolutionId {
    /** A UUIDv7 made by the service. */
    UUID value();

    /** What it is that is meant. */
    OfferingKind kind();
}
