package dev.cairn.adapters.rest.telemetry.sheet;

import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.telemetry.published.DataType;
import java.time.Instant;
import java.util.Optional;

/**
 * One attribute of a task as it is written.
 *
 * @param taskName the task's name
 * @param attributeName the attribute's name
 * @param dataType what sort of values it takes
 * @param required whether the task needs it
 * @param operator how its criterion compares, in words for people; empty when it has none that fits a cell
 * @param expectedValue what its criterion compares with; empty likewise
 * @param currentValue the latest value; absent when there is none yet
 * @param date when that was observed, to the microsecond
 * @param notes what was noted with it
 */
public record SheetRow(
        String taskName,
        String attributeName,
        DataType dataType,
        boolean required,
        String operator,
        String expectedValue,
        Optional<JsonValue> currentValue,
        Optional<Instant> date,
        Optional<String> notes) {}
