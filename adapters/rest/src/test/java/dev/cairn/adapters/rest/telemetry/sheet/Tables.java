package dev.cairn.adapters.rest.telemetry.sheet;

import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.telemetry.published.DataType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Tables for tests, and workbooks taken apart. */
final class Tables {
    static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00.123456Z");

    private Tables() {}

    static SheetRow row(String attribute, DataType type, Object value) {
        return new SheetRow(
                "Switch it on",
                attribute,
                type,
                true,
                "≥",
                "10",
                Optional.ofNullable(value).map(JsonValue::new),
                Optional.of(MONDAY),
                Optional.of("seen in the console"));
    }

    static SheetContent csv(String... lines) {
        return Spreadsheets.content(SheetFormat.CSV, String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, byte[]> parts(byte[] workbook) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    static byte[] zip(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A workbook of ours with one of its files changed. */
    static byte[] with(String part, java.util.function.UnaryOperator<String> change) {
        var parts = parts(workbook());
        parts.compute(
                part,
                (name, old) -> change.apply(old == null ? "" : new String(old, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    /** A workbook with one sheet of that content. */
    static byte[] sheet(String rows) {
        return with(
                "xl/worksheets/sheet1.xml",
                old ->
                        "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                + rows + "</sheetData></worksheet>");
    }

    static byte[] workbook() {
        return Spreadsheets.written(
                SheetFormat.XLSX,
                List.of(
                        row("count", DataType.NUMBER, 150),
                        row("on", DataType.BOOLEAN, true),
                        row("text", DataType.STRING, "=1+1"),
                        row("none", DataType.STRING, null)));
    }
}
