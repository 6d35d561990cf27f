package dev.cairn.domain.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a change moved, field by field. Values are plain JDK values (texts, numbers, booleans, instants, lists, maps);
 * a field that is absent on one side is absent in that side's map.
 *
 * @param before the changed fields as they were
 * @param after the same fields as they are now
 */
public record Changes(Map<String, Object> before, Map<String, Object> after) {
    /** Nothing moved. */
    public static final Changes NONE = new Changes(Map.of(), Map.of());

    public Changes {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /** Starts a comparison. */
    public static Builder compare() {
        return new Builder();
    }

    /** These changes and some more, of other fields. */
    public Changes and(Changes more) {
        var earlier = new LinkedHashMap<>(before);
        earlier.putAll(more.before);
        var later = new LinkedHashMap<>(after);
        later.putAll(more.after);
        return new Changes(earlier, later);
    }

    /** Whether nothing moved. */
    public boolean isEmpty() {
        return before.isEmpty() && after.isEmpty();
    }

    /** Collects the fields that differ. */
    public static final class Builder {
        private final Map<String, Object> before = new LinkedHashMap<>();
        private final Map<String, Object> after = new LinkedHashMap<>();

        private Builder() {}

        /** Compares one field; an {@link Optional} stands for a field that may be absent. */
        public Builder field(String name, Object from, Object to) {
            if (!from.equals(to)) {
                put(before, name, from);
                put(after, name, to);
            }
            return this;
        }

        private static void put(Map<String, Object> side, String name, Object value) {
            if (value instanceof Optional<?> maybe) {
                maybe.ifPresent(present -> side.put(name, present));
            } else {
                side.put(name, value);
            }
        }

        /** What differed. */
        public Changes done() {
            return new Changes(before, after);
        }
    }
}
