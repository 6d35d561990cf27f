package dev.cairn.domain.shared;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON object as a value: texts, {@link BigDecimal}s, booleans, nulls, lists and maps, deeply unmodifiable. Numbers are
 * equal when their values are, objects when they have the same members in whatever order.
 *
 * @param members its members
 */
public record JsonObject(Map<String, Object> members) {
    public JsonObject {
        members = object(members);
    }

    private static Map<String, Object> object(Map<?, ?> source) {
        var copy = new LinkedHashMap<String, Object>();
        source.forEach((name, value) -> copy.put(String.valueOf(name), value(value)));
        return Collections.unmodifiableMap(copy);
    }

    static Object value(Object source) {
        if (source instanceof Map<?, ?> map) {
            return object(map);
        }
        if (source instanceof List<?> list) {
            var copy = new ArrayList<Object>(list.size());
            list.forEach(item -> copy.add(value(item)));
            return Collections.unmodifiableList(copy);
        }
        if (source instanceof BigDecimal decimal) {
            return decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
        }
        if (source instanceof Number number) {
            return value(new BigDecimal(number.toString()));
        }
        return source;
    }
}
