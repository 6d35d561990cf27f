package dev.cairn.application.adoption.telemetry.view;

import dev.cairn.application.adoption.view.PlanView;
import dev.cairn.domain.adoption.TelemetryAttribute;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a plan's telemetry, as of one instant.
 *
 * @param plan the plan
 * @param measures the attributes of its tasks, inactive ones too: by the task's sequence, then the attribute's order, ties
 *     by name; without those of tasks that a synchronisation archived
 */
public record PlanTelemetry(PlanView plan, List<Measure> measures) {
    public PlanTelemetry {
        measures = List.copyOf(measures);
    }

    /**
     * One attribute.
     *
     * @param taskName the name of its task
     * @param notes what was said about its latest value, as far as that is still kept
     */
    public record Measure(String taskName, TelemetryAttribute attribute, Optional<String> notes) {}
}
