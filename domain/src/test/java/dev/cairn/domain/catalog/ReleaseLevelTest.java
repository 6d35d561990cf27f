package dev.cairn.domain.catalog;

import static dev.cairn.domain.catalog.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.shared.ErrorCode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseLevelTest {
    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1000000", "1.00001", "999999.99991"})
    void a_level_is_bounded_and_has_four_decimals(String level) {
        assertRefused(ErrorCode.VALIDATION_ERROR, () -> new ReleaseLevel(new BigDecimal(level)))
                .containsExactly(" RANGE");
    }

    @Test
    void levels_that_are_equal_as_numbers_are_equal() {
        assertThat(new ReleaseLevel(new BigDecimal("10.000"))).isEqualTo(new ReleaseLevel(BigDecimal.TEN));
        assertThat(new ReleaseLevel(new BigDecimal("1E+2")).value()).hasToString("100");
        assertThat(new ReleaseLevel(new BigDecimal("0.0000")).value()).hasToString("0");
        assertThat(new ReleaseLevel(new BigDecimal("999999.9999")).value()).hasToString("999999.9999");
    }
}
