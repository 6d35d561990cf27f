package dev.cairn.domain.shared;

import static dev.cairn.domain.shared.Refusals.assertFaulty;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "-0.0, 0.00",
        "2.5, 2.50",
        "2.50, 2.50",
        "2.500, 2.50",
        "1E+2, 100.00",
        "100, 100.00",
        "0.01, 0.01"
    })
    void is_kept_with_two_decimals(String written, String kept) {
        assertThat(new Weight(new BigDecimal(written)).value()).isEqualTo(new BigDecimal(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "-1", "100.01", "1E+3", "0.001", "99.995", "1E-400", "1E+400"})
    void is_0_to_100_with_two_decimals_at_most(String written) {
        assertFaulty(() -> new Weight(new BigDecimal(written))).containsExactly(" RANGE");
    }

    @Test
    void equals_by_value_whatever_was_written() {
        assertThat(new Weight(new BigDecimal("2.5")))
                .isEqualTo(new Weight(new BigDecimal("2.50")))
                .hasSameHashCodeAs(new Weight(new BigDecimal("2.50")));
        assertThat(Weight.ZERO.value()).isEqualTo("0.00");
    }

    @Property
    void is_ordered_as_its_figures_are(
            @ForAll @BigRange(min = "0", max = "100") @Scale(2) BigDecimal one,
            @ForAll @BigRange(min = "0", max = "100") @Scale(2) BigDecimal other) {
        assertThat(Integer.signum(new Weight(one).compareTo(new Weight(other)))).isEqualTo(one.compareTo(other));
    }
}
