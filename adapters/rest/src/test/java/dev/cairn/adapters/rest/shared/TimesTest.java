package dev.cairn.adapters.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private static String written(Instant instant) {
        var text = new char[Times.LONGEST];
        return new String(text, 0, Times.write(instant, text));
    }

    @Property
    void an_instant_is_written_as_the_platform_writes_it(
            @ForAll @LongRange(min = -3_000_000_000L, max = 254_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano) {
        var instant = Instant.ofEpochSecond(second, nano);
        assertThat(written(instant)).isEqualTo(instant.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T09:00:00Z",
                "2026-11-21T09:00:00.1Z",
                "2026-11-21T09:00:00.120345Z",
                "2026-11-21T09:00:00.000000001Z",
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "2024-02-29T23:59:59Z",
                "0001-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void so_are_those_at_the_edges(String text) {
        var instant = Instant.parse(text);
        assertThat(written(instant)).isEqualTo(instant.toString());
    }
}
