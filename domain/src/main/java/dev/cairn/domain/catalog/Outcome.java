package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.OutcomeId;

/**
 * Something a customer wants to reach with a product.
 *
 * @param name 1 to 255 characters, unique in the product ignoring case
 */
public record Outcome(OutcomeId id, PartKey key, String name) implements Part<OutcomeId> {}
