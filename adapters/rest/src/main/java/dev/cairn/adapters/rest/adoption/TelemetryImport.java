package dev.cairn.adapters.rest.adoption;

import dev.cairn.adapters.rest.telemetry.sheet.SheetContent;
import dev.cairn.adapters.rest.telemetry.sheet.SheetEntry;
import dev.cairn.adapters.rest.telemetry.sheet.SheetFormat;
import dev.cairn.application.adoption.telemetry.ImportPlanTelemetry;
import dev.cairn.application.adoption.telemetry.ValueBatch;
import dev.cairn.application.adoption.telemetry.view.RecordedValues;
import dev.cairn.domain.adoption.ReportedValue;
import dev.cairn.domain.adoption.ValueAddress;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.shared.PlanId;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A file on its way in: from what it holds to the command, and from what became of the values to rows of the file again.
 *
 * @param plan the plan that it is brought to
 * @param source where its values come from
 * @param content what it holds
 */
record TelemetryImport(PlanId plan, String source, SheetContent content) {
    /** What values of a workbook say they come from. */
    private static final String EXCEL = "excel";

    /** What values of a CSV file say they come from. */
    private static final String CSV = "csv";

    /**
     * What is asked of the import beside the file.
     *
     * @param batch by which the sender knows it again
     */
    record Wish(Optional<UUID> batch, boolean fullFile, boolean evaluate, boolean dryRun) {}

    static TelemetryImport of(PlanId plan, SheetFormat format, SheetContent content) {
        return new TelemetryImport(plan, format == SheetFormat.XLSX ? EXCEL : CSV, content);
    }

    ImportPlanTelemetry.Command command(Wish wish) {
        var rows = content.entries().stream().map(this::row).toList();
        return new ImportPlanTelemetry.Command(
                plan,
                new ValueBatch(
                        wish.batch(), wish.fullFile(), wish.evaluate(), wish.dryRun(), StatusSource.IMPORT, rows));
    }

    private ValueBatch.Row row(SheetEntry entry) {
        return new ValueBatch.Row(
                new ValueAddress.OfNames(plan, entry.taskName(), entry.attributeName()),
                new ReportedValue(entry.value(), source, entry.date(), entry.notes(), Optional.empty()));
    }

    /** What became of it, the failed rows in the order of the file whoever found them. */
    TelemetryImportJson told(RecordedValues recorded) {
        var faults = content.faults().stream()
                .map(fault -> new TelemetryImportJson.FailedRowJson(
                        fault.row(), fault.code().name(), fault.message()));
        var failures = recorded.failed().stream()
                .map(failed -> new TelemetryImportJson.FailedRowJson(
                        content.entries().get(failed.index()).row(),
                        failed.code().name(),
                        failed.message()));
        return new TelemetryImportJson(
                recorded.batch(),
                content.entries().size() + content.faults().size() + content.blank(),
                recorded.stored(),
                recorded.duplicates(),
                content.blank(),
                Stream.concat(faults, failures)
                        .sorted(Comparator.comparingInt(TelemetryImportJson.FailedRowJson::row))
                        .toList(),
                recorded.moves().stream().map(TelemetryJson.MoveJson::of).toList(),
                recorded.plans().stream()
                        .map(TelemetryJson.BatchJson.PlanJson::of)
                        .toList());
    }
}
