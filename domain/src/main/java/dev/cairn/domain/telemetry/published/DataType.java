package dev.cairn.domain.telemetry.published;

import dev.cairn.domain.shared.JsonValue;
import java.util.Optional;

/** What sort of values a telemetry attribute takes. */
public enum DataType {
    BOOLEAN,
    NUMBER,
    /** 0 to 100. */
    PERCENTAGE,
    STRING,
    /** An ISO day. */
    DATE,
    /** An ISO instant or milliseconds since 1970. */
    TIMESTAMP,
    JSON;

    /** The value as this type keeps it; nothing when it does not fit. Text that reads as the type is that type. */
    public Optional<JsonValue> read(JsonValue written) {
        return Optional.of(written);
    }
}
