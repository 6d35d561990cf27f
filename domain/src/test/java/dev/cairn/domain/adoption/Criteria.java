package dev.cairn.domain.adoption;

import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.telemetry.published.Criterion;
import java.util.Map;

/** Criteria for tests. */
public final class Criteria {
    private Criteria() {}

    /** Met by numbers from the threshold on; a text that is no number is an error to it. */
    public static Criterion atLeast(int threshold) {
        return Criterion.parse(new JsonObject(
                Map.of("type", "number_threshold", "operator", "greater_than_or_equal", "threshold", threshold)));
    }
}
