package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.TagId;
import java.util.Optional;

/**
 * A word that tasks are sorted and shown by.
 *
 * @param name 1 to 255 characters, unique in the product ignoring case
 * @param color as {@code #rrggbb}
 * @param order its place among the tags, from 0; ties go by name
 */
public record ProductTag(TagId id, PartKey key, String name, Optional<String> color, int order)
        implements Part<TagId> {}
