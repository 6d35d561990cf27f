package dev.cairn.adapters.rest.telemetry.sheet;

import static dev.cairn.adapters.rest.telemetry.sheet.Tables.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.telemetry.published.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written and not changed is read as it was, to the last digit and sign. */
class RoundTripTest {
    @Property(tries = 300)
    void an_unedited_file_gives_back_what_was_written(
            @ForAll SheetFormat format, @ForAll("tables") List<SheetRow> rows) {
        var content = Spreadsheets.content(format, Spreadsheets.written(format, rows));

        assertThat(content.faults()).isEmpty();
        assertThat(content.entries()).isEqualTo(entries(rows));
        assertThat(content.blank()).isEqualTo(rows.size() - content.entries().size());
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void the_same_rows_are_the_same_bytes_whenever_they_are_written(SheetFormat format) {
        var rows = List.of(row("a", DataType.NUMBER, 1), row("b", DataType.STRING, "x"));
        var file = Spreadsheets.written(format, rows);

        assertThat(Spreadsheets.written(format, rows)).isEqualTo(file);
        if (format == SheetFormat.XLSX) {
            assertThat(new String(Tables.parts(file).get("docProps/core.xml"), StandardCharsets.UTF_8))
                    .contains("coreProperties")
                    .doesNotContain("created", "modified");
        }
    }

    @Property
    void neutralising_can_be_undone_for_any_text(@ForAll("texts") String text) {
        var written = Neutral.written(text);

        assertThat(Neutral.meant(written)).isEqualTo(text);
        assertThat(written).doesNotMatch("(?s)[=+\\-@\\t\\r\\n].*");
    }

    @Property
    void a_text_inside_a_workbook_can_be_undone_for_any_text(@ForAll("texts") String text) {
        assertThat(WorkbookText.meant(WorkbookText.written(text))).isEqualTo(text);
    }

    @Test
    void a_csv_file_holds_no_cell_that_a_program_takes_for_a_formula() {
        var file = Spreadsheets.written(
                SheetFormat.CSV,
                List.of(
                        row("a", DataType.STRING, "=cmd|' /C calc'!A0"),
                        row("b", DataType.NUMBER, -5),
                        row("c", DataType.STRING, "@SUM(A1)"),
                        row("d", DataType.STRING, "\t=1"),
                        row("e", DataType.STRING, "'=1")));

        assertThat(new String(file, StandardCharsets.UTF_8))
                .startsWith(
                        "Task Name,Attribute Name,Data Type,Required,Operator,Expected Value,Current Value,Date,Notes\r\n")
                .contains("'=cmd|' /C calc'!A0", ",'-5,", ",'@SUM(A1),", "'\t=1", "''=1")
                .doesNotContain(",=", ",-5", ",@");
    }

    @ParameterizedTest
    @EnumSource
    void a_row_without_a_value_is_counted_and_skipped(SheetFormat format) {
        var file =
                Spreadsheets.written(format, List.of(row("a", DataType.STRING, null), row("b", DataType.STRING, "x")));

        var content = Spreadsheets.content(format, file);

        assertThat(content.blank()).isOne();
        assertThat(content.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.row()).isEqualTo(3);
            assertThat(entry.attributeName()).isEqualTo("b");
        });
    }

    @Test
    void a_value_that_no_cell_can_hold_is_left_blank_and_named_in_the_instructions() {
        var file = Spreadsheets.written(
                SheetFormat.XLSX,
                List.of(
                        row("a", DataType.JSON, List.of("x".repeat(32_767))),
                        row("b", DataType.JSON, List.of("x".repeat(32_763)))));

        assertThat(Spreadsheets.content(SheetFormat.XLSX, file).entries())
                .extracting(SheetEntry::attributeName)
                .containsExactly("b");
        assertThat(Instructions.lines(List.of(2))).last().asString().endsWith("(32,767 characters): row 2.");
        var csv = Spreadsheets.written(SheetFormat.CSV, List.of(row("a", DataType.JSON, List.of("x".repeat(32_767)))));
        assertThat(Spreadsheets.content(SheetFormat.CSV, csv).entries()).hasSize(1);
    }

    @Test
    void ten_thousand_rows_that_hardly_differ_are_no_zip_bomb() {
        var rows = Collections.nCopies(SheetLimits.MAX_ROWS, row("a", DataType.STRING, "x".repeat(500)));

        var content = Spreadsheets.content(SheetFormat.XLSX, Spreadsheets.written(SheetFormat.XLSX, rows));

        assertThat(content.entries()).hasSize(SheetLimits.MAX_ROWS);
    }

    private static List<SheetEntry> entries(List<SheetRow> rows) {
        var entries = new ArrayList<SheetEntry>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.currentValue().filter(RoundTripTest::isSeen).isPresent()) {
                entries.add(new SheetEntry(
                        i + 2,
                        row.taskName(),
                        row.attributeName(),
                        row.dataType(),
                        row.currentValue().get(),
                        row.date(),
                        row.notes()));
            }
        }
        return entries;
    }

    private static boolean isSeen(JsonValue value) {
        return !(value.content() instanceof String text) || !text.isBlank();
    }

    @Provide
    Arbitrary<List<SheetRow>> tables() {
        var rows = Arbitraries.of(DataType.class)
                .flatMap(type -> Combinators.combine(names(), names(), values(type), dates(), texts().injectNull(0.3))
                        .as((task, attribute, value, date, notes) -> new SheetRow(
                                task,
                                attribute,
                                type,
                                notes == null,
                                "=",
                                "-1",
                                Optional.ofNullable(value).map(JsonValue::new),
                                Optional.of(date),
                                Optional.ofNullable(notes).filter(text -> !text.isBlank()))));
        return rows.list()
                .ofMaxSize(8)
                .uniqueElements(row -> row.taskName() + "\n" + row.attributeName() + "\n" + row.date());
    }

    private Arbitrary<Object> values(DataType type) {
        Arbitrary<?> values = switch (type) {
            case BOOLEAN -> Arbitraries.of(true, false);
            case NUMBER -> numbers();
            case PERCENTAGE ->
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, new BigDecimal(100))
                        .ofScale(6);
            case STRING -> texts();
            case DATE -> dates().map(date -> date.toString().substring(0, 10));
            case TIMESTAMP ->
                Arbitraries.oneOf(
                        dates().map(Instant::toString), Arbitraries.longs().greaterOrEqual(0));
            case JSON ->
                Arbitraries.oneOf(
                        texts().filter(text -> !text.isBlank()),
                        numbers(),
                        Arbitraries.of(true, false),
                        texts().list().ofMaxSize(3),
                        Arbitraries.maps(texts(), numbers()).ofMaxSize(3).map(Map::copyOf));
        };
        return values.<Object>map(value -> value).injectNull(0.1);
    }

    private static Arbitrary<BigDecimal> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals().ofScale(3),
                Arbitraries.integers().map(BigDecimal::valueOf),
                Arbitraries.doubles().between(-1e300, 1e300).map(BigDecimal::valueOf),
                Arbitraries.bigIntegers()
                        .between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40))
                        .map(whole -> new BigDecimal(whole, 20)),
                Arbitraries.of("0.1", "1.1", "123456789012345", "1234567890123456", "1e-350", "1e350", "-0.000001")
                        .map(BigDecimal::new));
    }

    private static Arbitrary<Instant> dates() {
        return Arbitraries.longs()
                .between(0, 4_000_000_000_000_000L)
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    private Arbitrary<String> names() {
        return texts().map(String::strip).filter(text -> !text.isEmpty());
    }

    @Provide
    Arbitrary<String> texts() {
        var pieces = Arbitraries.oneOf(
                Arbitraries.of(
                        "=",
                        "+",
                        "-",
                        "@",
                        "'",
                        "''=",
                        "\t",
                        "\r",
                        "\n",
                        "\r\n",
                        "\"",
                        ",",
                        ";",
                        "_x000D_",
                        "_x",
                        "_",
                        "x005F_",
                        "007",
                        "TRUE",
                        "1,234",
                        "5%",
                        "null",
                        "{\"a\":1}",
                        "<b>&amp;",
                        "ä",
                        "日本",
                        "😀",
                        "＝1",
                        "\u0001",
                        "\uFFFE",
                        "\u0085",
                        "\u2028",
                        "\uFEFF",
                        " ",
                        "x"),
                Arbitraries.strings().ofMaxLength(8));
        return pieces.list().ofMaxSize(5).map(list -> String.join("", list)).filter(RoundTripTest::canBeKept);
    }

    private static boolean canBeKept(String text) {
        return text.indexOf(0) < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
