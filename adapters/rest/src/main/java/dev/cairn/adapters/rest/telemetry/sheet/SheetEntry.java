package dev.cairn.adapters.rest.telemetry.sheet;

import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.telemetry.published.DataType;
import java.time.Instant;
import java.util.Optional;

/**
 * One value as it was read. Whether it fits the attribute is not judged yet.
 *
 * @param row the row's number as spreadsheet programs show it; the header is 1
 * @param taskName the task's name
 * @param attributeName the attribute's name
 * @param dataType the data type that the file declares
 * @param value the value
 * @param date when it was observed, to the microsecond; absent when the file does not say
 * @param notes at most {@link SheetLimits#MAX_NOTES} characters
 */
public record SheetEntry(
        int row,
        String taskName,
        String attributeName,
        DataType dataType,
        JsonValue value,
        Optional<Instant> date,
        Optional<String> notes) {}
