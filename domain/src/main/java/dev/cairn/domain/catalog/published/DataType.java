package dev.cairn.domain.catalog.published;

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
    JSON
}
