package dev.cairn.adapters.rest.adoption;

import dev.cairn.domain.adoption.TelemetryBatch;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a spreadsheet. */
@Schema(
        name = "TelemetryImport",
        description =
                "What became of a spreadsheet: `rows` is what was stored, was there already, was skipped and failed together.")
record TelemetryImportJson(
        @Schema(required = true, description = "The batch's id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1eb001")
        UUID batchId,

        @Schema(
                required = true,
                description = "How many rows the file has below its header, without those that are empty.",
                minimum = "0",
                maximum = MAX_ROWS,
                examples = "4")
        int rows,

        @Schema(
                required = true,
                description = "How many values were stored.",
                minimum = "0",
                maximum = "10000",
                examples = "1")
        int stored,

        @Schema(
                required = true,
                description = "How many values were there already.",
                minimum = "0",
                maximum = "10000",
                examples = "1")
        int duplicates,

        @Schema(
                required = true,
                description = "How many rows have no value, and so say nothing.",
                minimum = "0",
                maximum = MAX_ROWS,
                examples = "1")
        int skipped,

        @Schema(
                required = true,
                description = "The rows that could not be taken, in their order; the others went on.",
                maxItems = TelemetryBatch.MAX)
        List<FailedRowJson> failed,

        @Schema(required = true, description = "The statuses that changed, or would.", maxItems = 10_000)
        List<TelemetryJson.MoveJson> changes,

        @Schema(
                required = true,
                description = "The plan with its figures now; none when no value of it was taken.",
                maxItems = 1)
        List<TelemetryJson.BatchJson.PlanJson> plans) {
    /** The most rows that spreadsheet programs know. */
    private static final String MAX_ROWS = "1048576";

    /** A row that could not be taken. */
    @Schema(name = "FailedTelemetryRow", description = "A row of a spreadsheet that could not be taken.")
    record FailedRowJson(
            @Schema(
                    required = true,
                    description = "Its number as spreadsheet programs show it; the header is usually 1.",
                    minimum = "1",
                    maximum = "2147483647",
                    examples = "4")
            int row,

            @Schema(
                    required = true,
                    description =
                            "Why: what is wrong with its form (REQUIRED, TYPE, ENUM, FORMAT, RANGE, LENGTH, DUPLICATE), or the code that a single value would be refused with.",
                    maxLength = 64,
                    examples = "INVALID_TELEMETRY_VALUE")
            String code,

            @Schema(
                    required = true,
                    description = "The same in words.",
                    maxLength = 1_000,
                    examples = "\"Provisioned users\" takes NUMBER, not many.")
            String message) {}
}
