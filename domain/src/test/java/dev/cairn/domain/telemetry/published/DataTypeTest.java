package dev.cairn.domain.telemetry.published;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.shared.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataTypeTest {
    private static Optional<Object> read(DataType type, Object written) {
        return type.read(new JsonValue(written)).map(JsonValue::content);
    }

    @ParameterizedTest
    @CsvSource({
        "BOOLEAN, yes, true",
        "BOOLEAN, OFF, false",
        "NUMBER, 150, 1.5E+2",
        "NUMBER, -1.50, -1.5",
        "NUMBER, +.5e1, 5",
        "PERCENTAGE, 75%, 75",
        "PERCENTAGE, 0, 0",
        "PERCENTAGE, 100 %, 1E+2",
        "STRING, 150, 150",
        "DATE, 2025-01-15, 2025-01-15",
        "DATE, 2025-01-15T23:30:00-01:00, 2025-01-16",
        "TIMESTAMP, 2025-01-15, 2025-01-15T00:00:00Z",
        "TIMESTAMP, 2025-01-15T12:00:00+02:00, 2025-01-15T10:00:00Z",
        "TIMESTAMP, 2025-01-15T12:00:00.123456789Z, 2025-01-15T12:00:00.123456Z",
        "TIMESTAMP, 1736899200000, 2025-01-15T00:00:00Z",
        "TIMESTAMP, 9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
        "JSON, text, text"
    })
    void text_that_reads_as_the_type_is_that_type(DataType type, String text, String kept) {
        assertThat(read(type, text).map(String::valueOf)).contains(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "BOOLEAN, maybe",
        "BOOLEAN, ''",
        "BOOLEAN, 2",
        "NUMBER, '1,000'",
        "NUMBER, NaN",
        "NUMBER, Infinity",
        "NUMBER, 1e400",
        "NUMBER, 1e30",
        "NUMBER, 1e-31",
        "NUMBER, 75%",
        "NUMBER, 0x1F",
        "NUMBER, ''",
        "NUMBER, 1.",
        "NUMBER, ١٢",
        "PERCENTAGE, 101",
        "PERCENTAGE, -1%",
        "PERCENTAGE, 100.01",
        "PERCENTAGE, %",
        "DATE, 2025-02-30",
        "DATE, 15.01.2025",
        "DATE, 1969-12-31",
        "DATE, 2025-01-15T10:00:00",
        "TIMESTAMP, 2025-01-15T10:00:00",
        "TIMESTAMP, 2025",
        "TIMESTAMP, 1736899200",
        "TIMESTAMP, 999999999999999",
        "TIMESTAMP, 1969-12-31T23:59:59Z",
        "TIMESTAMP, +10000-01-01T00:00:00Z",
        "TIMESTAMP, yesterday"
    })
    void text_that_does_not_read_does_not_fit(DataType type, String text) {
        assertThat(read(type, text)).isEmpty();
    }

    @Test
    void numbers_are_kept_exactly_and_within_bounds() {
        var exact = new BigDecimal("999999999999999999999999999999.999999999999999999999999999999");
        assertThat(read(DataType.NUMBER, exact)).contains(exact);
        assertThat(read(DataType.NUMBER, exact.toPlainString())).contains(exact);
        assertThat(read(DataType.NUMBER, new BigDecimal("1E+30"))).isEmpty();
        assertThat(read(DataType.NUMBER, new BigDecimal("1E+999999999"))).isEmpty();
        assertThat(read(DataType.NUMBER, new BigDecimal("1E-999999999"))).isEmpty();
        assertThat(read(DataType.PERCENTAGE, new BigDecimal("1E-999999999"))).isEmpty();
        assertThat(read(DataType.BOOLEAN, new BigDecimal("-3"))).contains(true);
        assertThat(read(DataType.BOOLEAN, 0)).contains(false);
    }

    @Test
    void a_number_is_a_time_in_milliseconds_and_no_day() {
        assertThat(read(DataType.TIMESTAMP, new BigDecimal("1736899200000.1239")))
                .contains("2025-01-15T00:00:00.000123Z");
        assertThat(read(DataType.TIMESTAMP, 0)).contains("1970-01-01T00:00:00Z");
        assertThat(read(DataType.TIMESTAMP, new BigDecimal("1E-999999999"))).contains("1970-01-01T00:00:00Z");
        assertThat(read(DataType.TIMESTAMP, -1)).isEmpty();
        assertThat(read(DataType.TIMESTAMP, new BigDecimal("1E+999999999"))).isEmpty();
        assertThat(read(DataType.TIMESTAMP, 253402300800000L)).isEmpty();
        assertThat(read(DataType.DATE, 1736899200000L)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOOLEAN", "NUMBER", "PERCENTAGE", "STRING", "DATE", "TIMESTAMP"})
    void lists_and_objects_fit_nothing_but_json(DataType type) {
        assertThat(read(type, List.of())).isEmpty();
        assertThat(read(type, Map.of("count", 1))).isEmpty();
        assertThat(read(DataType.JSON, Map.of("count", 1))).contains(Map.of("count", BigDecimal.ONE));
    }

    @Test
    void a_text_is_a_text_of_ten_thousand_characters() {
        assertThat(read(DataType.STRING, "🙂".repeat(10_000))).isPresent();
        assertThat(read(DataType.STRING, "🙂".repeat(10_001))).isEmpty();
        assertThat(read(DataType.STRING, 5)).isEmpty();
        assertThat(read(DataType.STRING, true)).isEmpty();
        assertThat(read(DataType.NUMBER, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a, 65534", "é, 32767", "€, 21844", "🙂, 16383", "'\"', 32767", "'\n', 32767", "'\u0001', 10922"})
    void json_is_measured_as_it_is_written(String character, int fitting) {
        assertThat(read(DataType.JSON, character.repeat(fitting))).isPresent();
        assertThat(read(DataType.JSON, character.repeat(fitting + 1))).isEmpty();
    }

    @Test
    void json_counts_its_marks_and_levels() {
        // {"a":[1,22,true,null]} padded by a text
        var list = new ArrayList<Object>(Arrays.asList(1, 22, true, null));
        list.add("x".repeat(65_536 - "{\"a\":[1,22,true,null,\"\"]}".length()));
        assertThat(read(DataType.JSON, Map.of("a", list))).isPresent();
        list.add("");
        assertThat(read(DataType.JSON, Map.of("a", list))).isEmpty();
        assertThat(read(DataType.JSON, nested(32))).isPresent();
        assertThat(read(DataType.JSON, nested(33))).isEmpty();
        assertThat(read(DataType.JSON, Collections.nCopies(32_768, Map.of()))).isEmpty();
    }

    private static Object nested(int levels) {
        Object value = List.of();
        for (int i = 1; i < levels; i++) {
            value = i % 2 == 0 ? List.of(value) : Map.of("a", value);
        }
        return value;
    }
}
