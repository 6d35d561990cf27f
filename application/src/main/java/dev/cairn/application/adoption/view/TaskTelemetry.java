package dev.cairn.application.adoption.view;

import dev.cairn.domain.adoption.TelemetryAttribute;
import dev.cairn.domain.adoption.TelemetryProgress;
import java.util.List;

/**
 * What can be measured about a task.
 *
 * @param attributes its attributes by order, ties by name; inactive ones too
 * @param progress the same in numbers
 */
public record TaskTelemetry(List<TelemetryAttribute> attributes, TelemetryProgress progress) {
    public TaskTelemetry {
        attributes = List.copyOf(attributes);
    }
}
