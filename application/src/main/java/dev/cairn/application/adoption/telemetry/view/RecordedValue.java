package dev.cairn.application.adoption.telemetry.view;

import dev.cairn.application.adoption.view.TaskChange;
import dev.cairn.domain.adoption.TelemetryBatch;

/**
 * A value that came in, and what became of its task and plan.
 *
 * @param taken the value as it is stored, and whether it was there already
 * @param change the task and its plan after it
 */
public record RecordedValue(TelemetryBatch.Taken taken, TaskChange change) {}
