package dev.cairn.domain.adoption;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field of a copy that differs from its source.
 *
 * @param field its name as clients know it
 * @param from what the copy has, a plain JDK value; absent when it has none
 * @param to what the source has, likewise
 */
public record FieldChange(String field, Optional<Object> from, Optional<Object> to) {
    /** The fields that differ, in the order they are compared. */
    static final class Comparison {
        private final List<FieldChange> changes = new ArrayList<>();

        /** Compares one field; an {@link Optional} stands for a field that may be absent. */
        Comparison field(String name, Object from, Object to) {
            if (!from.equals(to)) {
                changes.add(new FieldChange(name, present(from), present(to)));
            }
            return this;
        }

        private static Optional<Object> present(Object value) {
            return value instanceof Optional<?> maybe ? maybe.map(Object.class::cast) : Optional.of(value);
        }

        List<FieldChange> done() {
            return List.copyOf(changes);
        }
    }
}
