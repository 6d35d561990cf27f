package dev.cairn.adapters.rest.telemetry.sheet;

import dev.cairn.domain.telemetry.published.DataType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a workbook that a person can fill in. */
final class XlsxWriter {
    /** The sheet with the values. */
    static final String DATA = "Telemetry_Data";

    /** The sheet that says how to fill it in. */
    static final String INSTRUCTIONS = "Instructions";

    static final String GREY = "D9D9D9";
    static final String YELLOW = "FFF2CC";

    /** Columns may be widened, rows sorted and filtered; all else is locked as far as its cells are. */
    private static final Set<SheetProtectionOption> PROTECTED = EnumSet.complementOf(EnumSet.of(
            SheetProtectionOption.FORMAT_COLUMNS,
            SheetProtectionOption.FORMAT_ROWS,
            SheetProtectionOption.AUTO_FILTER,
            SheetProtectionOption.SELECT_LOCKED_CELLS,
            SheetProtectionOption.SELECT_UNLOCKED_CELLS));

    /** The first time that an archive can note. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

    private XlsxWriter() {}

    static byte[] write(List<SheetRow> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Cairn", "1.0")) {
            var left = data(workbook.newWorksheet(DATA), rows);
            instructions(workbook.newWorksheet(INSTRUCTIONS), left);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return settled(bytes.toByteArray());
    }

    /** The rows whose value is too long for a cell. */
    private static List<Integer> data(Worksheet sheet, List<SheetRow> rows) {
        for (var column : Column.values()) {
            sheet.width(column.ordinal(), column.width());
            sheet.value(0, column.ordinal(), column.title());
            sheet.style(0, column.ordinal()).bold().fillColor(GREY).set();
        }
        sheet.freezePane(0, 1);
        sheet.protect("", PROTECTED);
        var left = new ArrayList<Integer>();
        for (int i = 0; i < rows.size(); i++) {
            if (!row(sheet, i + 1, rows.get(i))) {
                left.add(i + 2);
            }
        }
        return left;
    }

    private static boolean row(Worksheet sheet, int at, SheetRow row) {
        text(sheet, at, Column.TASK_NAME, row.taskName());
        text(sheet, at, Column.ATTRIBUTE_NAME, row.attributeName());
        text(sheet, at, Column.DATA_TYPE, row.dataType().name());
        text(sheet, at, Column.REQUIRED, row.required() ? "Yes" : "No");
        text(sheet, at, Column.OPERATOR, row.operator());
        text(sheet, at, Column.EXPECTED_VALUE, row.expectedValue());
        var fits = row.currentValue()
                .map(value -> put(sheet, at, Column.CURRENT_VALUE, Values.cell(value, row.dataType())))
                .orElse(true);
        if (fits) {
            row.date().ifPresent(date -> text(sheet, at, Column.DATE, Dates.written(date)));
            row.notes().ifPresent(notes -> text(sheet, at, Column.NOTES, notes));
        }
        for (var column : Column.values()) {
            var style = sheet.style(at, column.ordinal()).fillColor(column.isEditable() ? YELLOW : GREY);
            style.protectionOption(ProtectionOption.LOCKED, !column.isEditable());
            if (isText(column, row.dataType())) {
                style.format("@");
            }
            style.set();
        }
        return fits;
    }

    /** Where the program shall leave alone what is typed: 007 stays 007. */
    private static boolean isText(Column column, DataType type) {
        return column == Column.DATE
                || column == Column.NOTES
                || column == Column.CURRENT_VALUE && (type == DataType.STRING || type == DataType.JSON);
    }

    private static void text(Worksheet sheet, int at, Column column, String text) {
        put(sheet, at, column, new Cell.Words(text));
    }

    private static boolean put(Worksheet sheet, int at, Column column, Cell cell) {
        if (cell instanceof Cell.Figure figure) {
            sheet.value(at, column.ordinal(), figure.number());
        } else if (cell instanceof Cell.Flag flag) {
            sheet.value(at, column.ordinal(), flag.flag());
        } else {
            var written = WorkbookText.written(Neutral.written(cell.text()));
            if (written.length() > SheetLimits.MAX_WORKBOOK_CELL) {
                return false;
            }
            if (!written.isEmpty()) {
                sheet.value(at, column.ordinal(), written);
            }
        }
        return true;
    }

    private static void instructions(Worksheet sheet, List<Integer> left) {
        var lines = Instructions.lines(left);
        sheet.width(0, 110);
        for (int i = 0; i < lines.size(); i++) {
            sheet.value(i, 0, WorkbookText.written(lines.get(i)));
            sheet.style(i, 0).wrapText(true).set();
        }
        sheet.style(0, 0).bold().fontSize(14).set();
    }

    /**
     * The library protects with a password only, and writes the empty one as a digest of one digit, which is none by the
     * format's definition. No text of a cell can look like the tag: there its bracket is escaped. It also notes when it
     * wrote; without that the same rows are the same bytes, as whoever keeps a copy by its entity tag may expect.
     */
    private static byte[] settled(byte[] workbook) {
        var bytes = new ByteArrayOutputStream(workbook.length);
        try (var in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                var out = new ZipOutputStream(bytes)) {
            for (var entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                var settled = new ZipEntry(entry.getName());
                settled.setTimeLocal(EARLIEST);
                out.putNextEntry(settled);
                var content = in.getInputStream(entry).readAllBytes();
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    var xml = new String(content, StandardCharsets.UTF_8)
                            .replaceFirst("<sheetProtection password=\"[0-9a-f]*\"", "<sheetProtection");
                    content = xml.getBytes(StandardCharsets.UTF_8);
                } else if (entry.getName().equals("docProps/core.xml")) {
                    var xml = new String(content, StandardCharsets.UTF_8)
                            .replaceFirst("<dcterms:created[^>]*>[^<]*</dcterms:created>", "");
                    content = xml.getBytes(StandardCharsets.UTF_8);
                }
                out.write(content);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
