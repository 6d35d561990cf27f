package dev.cairn.adapters.rest.telemetry.sheet;

import static dev.cairn.adapters.rest.telemetry.sheet.Tables.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.telemetry.published.DataType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetReadingTest {
    private static final String HEADER = "Task Name,Attribute Name,Data Type,Current Value,Date";

    @Test
    void columns_may_stand_in_any_order_and_be_written_in_any_case() {
        var content = csv(
                "\uFEFF date , CURRENT value,mine,data type,attribute NAME,Task Name", "2026-11-21,5,x,number,count,A");

        assertThat(content.entries())
                .containsExactly(new SheetEntry(
                        2,
                        "A",
                        "count",
                        DataType.NUMBER,
                        new JsonValue(BigDecimal.valueOf(5)),
                        Optional.of(Instant.parse("2026-11-21T00:00:00Z")),
                        Optional.empty()));
    }

    @Test
    void columns_that_are_missing_or_stand_twice_are_all_named() {
        assertThatThrownBy(() -> csv("Task Name,Current Value,task name")).satisfies(no -> {
            var refusal = (DomainException) no;
            assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
            assertThat(refusal.faults())
                    .extracting(Fault::pointer, Fault::code)
                    .containsExactly(
                            tuple("/Task Name", Fault.Code.DUPLICATE),
                            tuple("/Attribute Name", Fault.Code.REQUIRED),
                            tuple("/Data Type", Fault.Code.REQUIRED),
                            tuple("/Date", Fault.Code.REQUIRED));
        });
        assertThatThrownBy(() -> csv("")).isInstanceOf(DomainException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER     | 1,234,567.5 | 1234567.5",
                "NUMBER     | -1,234      | -1234",
                "NUMBER     | ' 12 '      | 12",
                "NUMBER     | 1.5e3       | 1500",
                "PERCENTAGE | 75%         | 75",
                "PERCENTAGE | 12.5 %      | 12.5",
                "PERCENTAGE | 75          | 75",
                "TIMESTAMP  | 1763715600000 | 1763715600000",
            })
    void numbers_are_read_as_people_write_them(String type, String written, BigDecimal meant) {
        assertThat(one(type, written)).isEqualTo(new JsonValue(meant));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER    | 12,34      | 12,34",
                "NUMBER    | 1,2345     | 1,2345",
                "NUMBER    | many       | many",
                "NUMBER    | 75%        | 75%",
                "STRING    | ' 1,234 '  | ' 1,234 '",
                "STRING    | TRUE       | TRUE",
                "BOOLEAN   | yes        | yes",
                "DATE      | 2026-11-21 | 2026-11-21",
                "JSON      | {count     | {count",
                "JSON      | '{\"a\":1} {}' | '{\"a\":1} {}'",
            })
    void what_is_not_of_the_type_stays_a_text_for_the_domain_to_judge(String type, String written, String text) {
        assertThat(one(type, written)).isEqualTo(new JsonValue(text));
    }

    @Test
    void truth_and_json_are_read_as_what_they_say() {
        assertThat(one("BOOLEAN", "True")).isEqualTo(new JsonValue(true));
        assertThat(one("JSON", "{\"count\": [150, null]}"))
                .isEqualTo(new JsonValue(Map.of("count", Arrays.asList(150, null))));
        assertThat(one("JSON", "\"150\"")).isEqualTo(new JsonValue("150"));
    }

    @Test
    void rows_that_cannot_be_taken_are_listed_and_the_others_go_in() {
        var content = csv(
                HEADER + ",Notes",
                ",a,NUMBER,1,",
                "A,,NUMBER,1,",
                "A,a,,1,",
                "A,a,COLOUR,1,",
                "A,a,NUMBER,1,yesterday",
                "A,a,NUMBER,1,0001-01-01",
                "A,a,JSON,null,",
                "A,a,NUMBER,1e999,",
                "A,a,STRING,x\0,",
                "A,a,STRING,x,," + "n".repeat(5_001),
                "A,a,STRING," + "x".repeat(65_537) + ",",
                "A,a,STRING,good,," + "n".repeat(5_000));

        assertThat(content.faults())
                .extracting(SheetFault::row, SheetFault::code)
                .containsExactly(
                        tuple(2, Fault.Code.REQUIRED),
                        tuple(3, Fault.Code.REQUIRED),
                        tuple(4, Fault.Code.REQUIRED),
                        tuple(5, Fault.Code.ENUM),
                        tuple(6, Fault.Code.FORMAT),
                        tuple(7, Fault.Code.RANGE),
                        tuple(8, Fault.Code.TYPE),
                        tuple(9, Fault.Code.RANGE),
                        tuple(10, Fault.Code.FORMAT),
                        tuple(11, Fault.Code.LENGTH),
                        tuple(12, Fault.Code.LENGTH));
        assertThat(content.entries()).extracting(SheetEntry::row).containsExactly(13);
        assertThat(content.faults())
                .allSatisfy(fault -> assertThat(fault.message()).matches("The .*\\."));
    }

    @Test
    void values_of_several_dates_are_all_taken_and_two_of_one_date_only_when_they_agree() {
        var content = csv(
                HEADER,
                "A,a,NUMBER,1,2026-11-21",
                "A,a,NUMBER,2,2026-11-22",
                "A,a,NUMBER,1.0,2026-11-21T00:00:00Z",
                "A,a,NUMBER,3,2026-11-22T01:00:00+01:00",
                "A,a,NUMBER,4,",
                "A,a,NUMBER,5,");

        assertThat(content.entries()).extracting(SheetEntry::row).containsExactly(2, 3, 4, 6);
        assertThat(content.faults())
                .extracting(SheetFault::row, SheetFault::code)
                .containsExactly(tuple(5, Fault.Code.DUPLICATE), tuple(7, Fault.Code.DUPLICATE));
    }

    @Test
    void empty_rows_count_as_nothing_and_blank_values_as_skipped() {
        var content = csv(HEADER, "", ",,,,", "A,a,NUMBER, ,", "A,b", "A,a,NUMBER,1,");

        assertThat(content.blank()).isEqualTo(2);
        assertThat(content.entries()).extracting(SheetEntry::row).containsExactly(6);
    }

    @Test
    void more_than_ten_thousand_values_are_refused_and_exactly_as_many_are_not() {
        var lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < SheetLimits.MAX_ROWS; i++) {
            lines.add("A,a" + i + ",NUMBER,1,");
        }
        lines.add("A,blank,NUMBER,,");
        assertThat(csv(lines.toArray(String[]::new)).entries()).hasSize(SheetLimits.MAX_ROWS);

        lines.add("A,one more,NUMBER,1,");
        assertThatThrownBy(() -> csv(lines.toArray(String[]::new)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        no -> assertThat(no.faults()).extracting(Fault::code).containsExactly(Fault.Code.LENGTH));
    }

    @Test
    void csv_with_too_many_columns_odd_quotes_or_another_encoding_is_refused() {
        assertRefused(() -> csv(String.join(",", Collections.nCopies(65, "x"))), ErrorCode.VALIDATION_ERROR);
        assertRefused(() -> csv(HEADER, "\"A\"b,a,NUMBER,1,"), ErrorCode.MALFORMED_REQUEST);
        assertRefused(() -> csv(HEADER, "\"A,a,NUMBER,1,"), ErrorCode.MALFORMED_REQUEST);
        assertRefused(
                () -> Spreadsheets.content(SheetFormat.CSV, (HEADER + "\r\nÄ").getBytes(StandardCharsets.ISO_8859_1)),
                ErrorCode.MALFORMED_REQUEST);
        assertRefused(() -> Spreadsheets.content(SheetFormat.CSV, Tables.workbook()), ErrorCode.MALFORMED_REQUEST);
    }

    private static void assertRefused(ThrowingCallable read, ErrorCode code) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        DomainException.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private static JsonValue one(String type, String written) {
        return csv(HEADER, "A,a," + type + ",\"" + written.replace("\"", "\"\"") + "\",")
                .entries()
                .get(0)
                .value();
    }
}
