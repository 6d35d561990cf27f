package dev.cairn.domain.telemetry.published;

import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as tests write it: {@code json("type", "exists", "path", "/a")}. */
final class Written {
    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private Written() {}

    static Map<String, Object> json(Object... namesAndValues) {
        var members = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }

    static Criterion criterion(Object... namesAndValues) {
        return Criterion.parse(new JsonObject(json(namesAndValues)));
    }

    static Map<String, Object> exists(String path) {
        return json("type", "exists", "path", path);
    }

    static Map<String, Object> above(Object threshold) {
        return json("type", "number_threshold", "operator", "greater_than", "threshold", threshold);
    }

    static Map<String, Object> not(Map<String, Object> inner) {
        return json("type", "not", "criterion", inner);
    }

    @SafeVarargs
    static Map<String, Object> all(Map<String, Object>... parts) {
        return json("type", "composite_and", "criteria", List.of(parts));
    }

    @SafeVarargs
    static Map<String, Object> any(Map<String, Object>... parts) {
        return json("type", "composite_or", "criteria", List.of(parts));
    }

    static Evaluation evaluate(Criterion criterion, Object value) {
        return criterion.evaluate(new JsonValue(value), NOW);
    }

    /** The verdict in a word, then the sentence. */
    static String told(Criterion criterion, Object value) {
        var found = evaluate(criterion, value);
        return found.verdict() + ": " + found.sentence();
    }
}
