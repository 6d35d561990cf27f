package dev.cairn.adapters.rest.telemetry.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes comma-separated values. */
final class CsvWriter {
    static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private CsvWriter() {}

    static byte[] write(List<SheetRow> rows) {
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(Stream.of(Column.values()).map(Column::title));
            for (var row : rows) {
                printer.printRecord(cells(row).map(Neutral::written));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<String> cells(SheetRow row) {
        return Stream.of(
                row.taskName(),
                row.attributeName(),
                row.dataType().name(),
                row.required() ? "Yes" : "No",
                row.operator(),
                row.expectedValue(),
                row.currentValue()
                        .map(value -> Values.cell(value, row.dataType()).text())
                        .orElse(""),
                row.date().map(Dates::written).orElse(""),
                row.notes().orElse(""));
    }
}
