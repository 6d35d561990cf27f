package dev.cairn.application.adoption.view;

import dev.cairn.domain.adoption.TelemetryAttribute;
import dev.cairn.domain.adoption.TelemetryFacts;
import dev.cairn.domain.adoption.TelemetryProgress;
import java.util.List;

/**
 * What can be measured about a task.
 *
 * @param version the task's, from 1
 * @param attributes its attributes by order, ties by name; inactive ones too
 */
public record TaskTelemetry(long version, List<TelemetryAttribute> attributes) {
    public TaskTelemetry {
        attributes = List.copyOf(attributes);
    }

    /** The same in numbers. */
    public TelemetryProgress progress() {
        return TelemetryFacts.of(attributes).progress();
    }
}
