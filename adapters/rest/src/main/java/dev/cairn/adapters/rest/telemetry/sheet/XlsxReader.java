package dev.cairn.adapters.rest.telemetry.sheet;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads a workbook. */
final class XlsxReader {
    private static final Cell NOTHING = new Cell.Words("");
    private static final Set<Integer> PERCENTAGES = Set.of(9, 10);

    /** What a number's format holds that is no sign of its own: texts, colours and conditions, single characters. */
    private static final Pattern ASIDE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");

    private static final Pattern TIME = Pattern.compile("[dmyhs]");

    private final boolean since1904;
    private final Set<WorkbookGuard.Place> formulas;

    private XlsxReader(boolean since1904, Set<WorkbookGuard.Place> formulas) {
        this.since1904 = since1904;
        this.formulas = formulas;
    }

    static SheetContent read(byte[] bytes) {
        var guard = WorkbookGuard.check(bytes);
        try (var workbook = open(bytes)) {
            var sheet = workbook.findSheet(XlsxWriter.DATA)
                    .orElseThrow(() -> new DomainException(
                            ErrorCode.VALIDATION_ERROR,
                            "The workbook has no sheet " + XlsxWriter.DATA + ".",
                            new Fault("/" + XlsxWriter.DATA, Fault.Code.REQUIRED, "the workbook has no such sheet")));
            var table = new RowReader();
            var reader = new XlsxReader(workbook.isDate1904(), guard.formulas(sheet.getId()));
            try (var rows = sheet.openStream()) {
                rows.forEach(row -> table.row(row.getRowNum(), reader.cells(row)));
            }
            return table.content();
        } catch (DomainException refusal) {
            throw refusal;
        } catch (IOException | RuntimeException broken) {
            // The library fails in many ways over what is no workbook; the guard has seen to it that none is costly.
            throw WorkbookGuard.damaged();
        }
    }

    private static ReadableWorkbook open(byte[] bytes) throws IOException {
        try {
            return open(bytes, true);
        } catch (ExcelReaderException withoutStyles) {
            // A workbook need not have any; the library insists on them where formats are asked for.
            return open(bytes, false);
        }
    }

    private static ReadableWorkbook open(byte[] bytes, boolean withFormats) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(withFormats, true));
    }

    private List<Cell> cells(Row row) {
        var cells = new ArrayList<Cell>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            var isFormula = formulas.contains(new WorkbookGuard.Place(row.getRowNum(), i));
            cells.add(isFormula ? new Cell.Formula() : cell(row.getCell(i)));
        }
        return cells;
    }

    private Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return NOTHING;
        }
        var raw = cell.getRawValue();
        var text = raw == null ? "" : raw;
        return switch (cell.getType()) {
            case NUMBER -> number(cell, text);
            case BOOLEAN -> new Cell.Flag(cell.asBoolean());
            case ERROR -> new Cell.Broken();
            // Some programs write plain texts as if they were results of a formula.
            case FORMULA -> cell.getFormula() == null ? words(text) : new Cell.Formula();
            default -> words(text);
        };
    }

    private static Cell words(String raw) {
        return new Cell.Words(Neutral.meant(WorkbookText.meant(raw)));
    }

    private Cell number(org.dhatim.fastexcel.reader.Cell cell, String raw) {
        var number = (BigDecimal) cell.getValue();
        if (!Values.isFigure(number)) {
            return new Cell.Words(raw);
        }
        var format = Optional.ofNullable(cell.getDataFormatString())
                .map(text -> ASIDE.matcher(text).replaceAll("").toLowerCase(Locale.ROOT))
                .orElse("");
        var id = Optional.ofNullable(cell.getDataFormatId()).orElse(0);
        // Programs write the binary number next to what was typed: 1.1 becomes 1.1000000000000001.
        var typed = number.round(Values.EXACT).stripTrailingZeros();
        if (PERCENTAGES.contains(id) || format.contains("%")) {
            return new Cell.Share(typed);
        }
        if (isTime(id) || !format.equals("general") && TIME.matcher(format).find()) {
            var moment = Dates.ofSerial(number, since1904);
            if (moment.isPresent()) {
                return new Cell.Moment(moment.get());
            }
        }
        return new Cell.Figure(typed);
    }

    /** The formats that have a number and no text, by ISO/IEC 29500-1, 18.8.30, those of East Asia included. */
    private static boolean isTime(int id) {
        return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58;
    }
}
