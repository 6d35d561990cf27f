package dev.cairn.domain.shared;

import java.util.Objects;

/**
 * A JSON value other than null: a text, a {@link java.math.BigDecimal}, a boolean, a list or a map, deeply unmodifiable
 * and compared as {@link JsonObject} compares: numbers by value, objects whatever the order of their members.
 *
 * @param content the value
 */
public record JsonValue(Object content) {
    private static final int BRIEF = 100;

    public JsonValue {
        content = JsonObject.value(Objects.requireNonNull(content));
    }

    /** What it looks like, for messages: at most 100 characters. */
    public String brief() {
        var text = content instanceof java.math.BigDecimal number ? number.toPlainString() : content.toString();
        return text.length() <= BRIEF ? text : text.substring(0, BRIEF - 1) + "…";
    }
}
