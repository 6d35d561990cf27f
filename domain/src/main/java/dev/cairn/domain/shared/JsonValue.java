package dev.cairn.domain.shared;

import java.util.Objects;

/**
 * A JSON value other than null: a text, a {@link java.math.BigDecimal}, a boolean, a list or a map, deeply unmodifiable
 * and compared as {@link JsonObject} compares: numbers by value, objects whatever the order of their members.
 *
 * @param content the value
 */
public record JsonValue(Object content) {
    public JsonValue {
        content = JsonObject.value(Objects.requireNonNull(content));
    }
}
