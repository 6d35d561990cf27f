package dev.cairn.domain.telemetry.published;

import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.JsonValue;
import java.time.Instant;

/** When a telemetry value counts as success. */
public interface Criterion {
    /** Reads a criterion in whichever notation. */
    static Criterion parse(JsonObject written) {
        throw new UnsupportedOperationException();
    }

    /** The normalised notation. */
    JsonObject toJson();

    /** What the value says of it at an instant. Never throws. */
    Evaluation evaluate(JsonValue value, Instant now);
}
