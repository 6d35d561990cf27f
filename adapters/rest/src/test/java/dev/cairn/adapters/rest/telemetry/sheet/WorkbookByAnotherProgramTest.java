package dev.cairn.adapters.rest.telemetry.sheet;

import static dev.cairn.adapters.rest.telemetry.sheet.Tables.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.telemetry.published.DataType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What we write another program reads, and what it saves we read. */
class WorkbookByAnotherProgramTest {
    private static final List<SheetRow> ROWS = List.of(
            row("number", DataType.NUMBER, 150),
            row("flag", DataType.BOOLEAN, true),
            row("text", DataType.STRING, "=HYPERLINK(\"http://evil\")"),
            row("lines", DataType.STRING, "one\r\ntwo\tthree _x000D_ \u0001 😀"),
            row("share", DataType.PERCENTAGE, new BigDecimal("12.5")),
            row("day", DataType.DATE, "2026-11-21"),
            row("time", DataType.TIMESTAMP, "2026-11-21T09:00:00Z"),
            row("json", DataType.JSON, Map.of("count", 150)),
            row("long", DataType.NUMBER, new BigDecimal("-12345678901234567890.5")),
            row("none", DataType.STRING, null));

    @Test
    void it_finds_both_sheets_the_header_and_every_text() throws IOException {
        try (var workbook = open(Spreadsheets.written(SheetFormat.XLSX, ROWS))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
            assertThat(workbook.getSheetName(0)).isEqualTo("Telemetry_Data");
            assertThat(workbook.getSheetName(1)).isEqualTo("Instructions");
            var sheet = workbook.getSheetAt(0);
            assertThat(IntStream.range(0, 9)
                            .mapToObj(i -> sheet.getRow(0).getCell(i).getStringCellValue()))
                    .containsExactly(
                            "Task Name",
                            "Attribute Name",
                            "Data Type",
                            "Required",
                            "Operator",
                            "Expected Value",
                            "Current Value",
                            "Date",
                            "Notes");
            assertThat(sheet.getRow(1).getCell(6).getNumericCellValue()).isEqualTo(150);
            assertThat(sheet.getRow(1).getCell(7).getStringCellValue()).isEqualTo("2026-11-23T09:00:00.123456Z");
            assertThat(sheet.getRow(2).getCell(6).getBooleanCellValue()).isTrue();
            assertThat(sheet.getRow(3).getCell(6).getStringCellValue()).isEqualTo("'=HYPERLINK(\"http://evil\")");
            assertThat(sheet.getRow(4).getCell(6).getStringCellValue())
                    .isEqualTo("one\r\ntwo\tthree _x000D_ \u0001 😀");
            assertThat(sheet.getRow(9).getCell(6).getStringCellValue()).isEqualTo("'-12345678901234567890.5");
            assertThat(workbook.getSheetAt(1).getRow(0).getCell(0).getStringCellValue())
                    .contains("Telemetry_Data");
        }
    }

    @Test
    void it_finds_what_is_locked_grey_and_what_is_free_yellow_and_no_formula_at_all() throws IOException {
        try (var workbook = open(Spreadsheets.written(SheetFormat.XLSX, ROWS))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getCTWorksheet().getSheetProtection().isSetPassword())
                    .isFalse();
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            for (int r = 0; r <= ROWS.size(); r++) {
                for (int c = 0; c < 9; c++) {
                    var editable = r > 0 && c >= 6;
                    var cell = sheet.getRow(r).getCell(c);
                    var style = cell.getCellStyle();
                    assertThat(style.getLocked())
                            .as(cell.getAddress().toString())
                            .isEqualTo(!editable);
                    assertThat(style.getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
                    assertThat(style.getFillForegroundColorColor().getARGBHex())
                            .as(cell.getAddress().toString())
                            .endsWith(editable ? XlsxWriter.YELLOW : XlsxWriter.GREY);
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                }
            }
            assertThat(sheet.getColumnWidth(0)).isGreaterThan(20 * 256);
        }
    }

    @Test
    void what_it_saves_unchanged_is_read_unchanged() throws IOException {
        var ours = Spreadsheets.written(SheetFormat.XLSX, ROWS);

        assertThat(Spreadsheets.content(SheetFormat.XLSX, edited(ours, sheet -> {})))
                .isEqualTo(Spreadsheets.content(SheetFormat.XLSX, ours));
    }

    @Test
    void what_it_changes_is_read_as_it_shows_it() throws IOException {
        var file = edited(Spreadsheets.written(SheetFormat.XLSX, ROWS), sheet -> {
            var styles = sheet.getWorkbook();
            var day = styles.createCellStyle();
            day.setDataFormat((short) 14);
            var time = styles.createCellStyle();
            time.setDataFormat(styles.createDataFormat().getFormat("[$-409]yyyy\\-mm\\-dd\\ hh:mm:ss.000;@"));
            var percent = styles.createCellStyle();
            percent.setDataFormat(styles.createDataFormat().getFormat("0.0%"));
            var money = styles.createCellStyle();
            money.setDataFormat(styles.createDataFormat().getFormat("#,##0.00\" days\";[Red]-#,##0.00"));

            sheet.getRow(1).getCell(6).setCellValue("1,234,567.5");
            sheet.getRow(2).getCell(6).setCellValue(false);
            sheet.getRow(2).getCell(7).setCellStyle(day);
            sheet.getRow(2).getCell(7).setCellValue(LocalDate.of(2026, 11, 21));
            sheet.getRow(3).getCell(6).setCellValue(42);
            sheet.getRow(4).getCell(6).setCellFormula("1+1");
            sheet.getRow(5).getCell(6).setCellStyle(percent);
            sheet.getRow(5).getCell(6).setCellValue(0.755);
            sheet.getRow(6).getCell(6).setCellStyle(day);
            sheet.getRow(6).getCell(6).setCellValue(LocalDate.of(2026, 1, 31));
            sheet.getRow(7).getCell(6).setCellStyle(time);
            sheet.getRow(7).getCell(6).setCellValue(LocalDateTime.parse("2026-11-21T09:08:07.123"));
            sheet.getRow(7).getCell(7).setCellStyle(time);
            sheet.getRow(7).getCell(7).setCellValue(LocalDateTime.parse("2026-11-21T09:08:07.123"));
            sheet.getRow(8).getCell(7).setCellFormula("NOW()");
            sheet.getRow(9).getCell(6).setCellStyle(money);
            sheet.getRow(9).getCell(6).setCellValue(-1.1);
            sheet.getRow(9).getCell(7).setCellValue(46_000);
            sheet.getRow(10).getCell(6).setCellErrorValue((byte) 42);
            var more = sheet.createRow(20);
            more.createCell(0).setCellValue("Switch it on");
            more.createCell(1).setCellValue("number");
            more.createCell(2).setCellValue("number");
            more.createCell(6).setCellStyle(money);
            more.getCell(6).setCellValue(-1.1);
            more.createCell(7).setBlank();
        });

        var content = Spreadsheets.content(SheetFormat.XLSX, file);

        assertThat(content.entries()).extracting(SheetEntry::row).containsExactly(2, 3, 4, 6, 7, 8, 21);
        assertThat(content.entries())
                .extracting(SheetEntry::value)
                .containsExactly(
                        new JsonValue(new BigDecimal("1234567.5")),
                        new JsonValue(false),
                        new JsonValue("42"),
                        new JsonValue(new BigDecimal("75.5")),
                        new JsonValue("2026-01-31"),
                        new JsonValue("2026-11-21T09:08:07.123Z"),
                        new JsonValue(new BigDecimal("-1.1")));
        assertThat(content.entries().get(1).date()).contains(Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(content.entries().get(5).date()).contains(Instant.parse("2026-11-21T09:08:07.123Z"));
        assertThat(content.entries().get(6).date()).isEmpty();
        assertThat(content.faults())
                .containsExactly(
                        new SheetFault(
                                5,
                                Fault.Code.TYPE,
                                "The Current Value is a formula; put the value itself into the cell."),
                        new SheetFault(
                                9, Fault.Code.TYPE, "The Date is a formula; put the value itself into the cell."),
                        new SheetFault(
                                10,
                                Fault.Code.FORMAT,
                                "The Date is neither a date nor a text such as 2026-11-21 or 2026-11-21T09:00:00Z."),
                        new SheetFault(
                                11, Fault.Code.TYPE, "The Current Value is an error of the spreadsheet program."));
    }

    @Test
    void a_binary_neighbour_of_a_number_is_the_number_that_was_typed() {
        var file = Tables.sheet("""
                <row r="1"><c r="A1" t="str"><v>Task Name</v></c><c r="B1" t="inlineStr"><is><t>Attribute </t><r><t>Name</t></r></is></c>\
                <c t="str"><v>Data Type</v></c><c t="str"><v>Current Value</v></c><c t="str"><v>Date</v></c></row>\
                <row><c t="str"><v>A</v></c><c t="str"><v>a</v></c><c t="str"><v>NUMBER</v></c><c><v>1.1000000000000001</v></c></row>""");

        assertThat(Spreadsheets.content(SheetFormat.XLSX, file).entries())
                .extracting(SheetEntry::value)
                .containsExactly(new JsonValue(new BigDecimal("1.1")));
    }

    @Test
    void dates_since_1904_are_understood() throws IOException {
        try (var workbook = open(Spreadsheets.written(SheetFormat.XLSX, ROWS))) {
            workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
            var day = workbook.createCellStyle();
            day.setDataFormat((short) 14);
            var cell = workbook.getSheetAt(0).getRow(1).getCell(7);
            cell.setCellStyle(day);
            cell.setCellValue(1);
            var content = Spreadsheets.content(SheetFormat.XLSX, bytes(workbook));
            assertThat(content.entries().get(0).date()).contains(Instant.parse("1904-01-02T00:00:00Z"));
        }
    }

    private static byte[] edited(byte[] file, Consumer<XSSFSheet> edit) throws IOException {
        try (var workbook = open(file)) {
            edit.accept(workbook.getSheet("Telemetry_Data"));
            return bytes(workbook);
        }
    }

    private static XSSFWorkbook open(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        var bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }
}
