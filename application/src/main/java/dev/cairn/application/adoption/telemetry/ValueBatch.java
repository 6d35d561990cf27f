package dev.cairn.application.adoption.telemetry;

import dev.cairn.domain.adoption.ReportedValue;
import dev.cairn.domain.adoption.TelemetryBatch;
import dev.cairn.domain.adoption.ValueAddress;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.shared.DomainException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Values that come in together, and what is to be done with them.
 *
 * @param id by which the sender knows it again; made by the service when absent
 * @param fullFile whether it holds all there is to say of every plan it has a value for
 * @param evaluate whether tasks are judged by it at once; after a full file all tasks of its plans are
 * @param dryRun whether to tell only what would happen
 * @param source what the statuses that move have as their source: TELEMETRY, or IMPORT for a sheet
 * @param rows 1 to {@link TelemetryBatch#MAX} values; a sheet may have none, for nobody has to fill it in
 */
public record ValueBatch(
        Optional<UUID> id, boolean fullFile, boolean evaluate, boolean dryRun, StatusSource source, List<Row> rows) {
    /**
     * A value and what it is of.
     *
     * @param address which attribute
     * @param reported what was seen
     */
    public record Row(ValueAddress address, ReportedValue reported) {}

    /**
     * Takes the batch as it was sent.
     *
     * @throws DomainException VALIDATION_ERROR with LENGTH when it has too many values, or none and is no sheet
     */
    public ValueBatch {
        if (source != StatusSource.IMPORT || !rows.isEmpty()) {
            TelemetryBatch.requireSize(rows.size());
        }
        rows = List.copyOf(rows);
    }
}
