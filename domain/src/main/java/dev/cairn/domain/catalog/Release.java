package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.ReleaseId;

/**
 * A release of a product.
 *
 * @param name 1 to 255 characters, unique in the product ignoring case
 * @param level its place among the releases
 */
public record Release(ReleaseId id, PartKey key, String name, ReleaseLevel level) implements Part<ReleaseId> {}
