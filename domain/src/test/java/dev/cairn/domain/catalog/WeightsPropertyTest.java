package dev.cairn.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.shared.Weight;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WeightsPropertyTest {
    @Property
    void normalized_weights_sum_to_exactly_a_hundred(@ForAll("weights") List<Weight> weights) {
        assertThat(Weights.total(Weights.normalized(weights))).isEqualTo("100.00");
    }

    @Property
    void the_heavier_of_two_stays_the_heavier(@ForAll("weights") List<Weight> weights) {
        var normalized = Weights.normalized(weights);
        for (int i = 0; i < weights.size(); i++) {
            for (int j = 0; j < weights.size(); j++) {
                if (weights.get(i).compareTo(weights.get(j)) > 0) {
                    assertThat(normalized.get(i)).isGreaterThanOrEqualTo(normalized.get(j));
                }
            }
        }
    }

    @Property
    void none_is_a_hundredth_or_more_away_from_its_exact_share(@ForAll("weights") List<Weight> weights) {
        var total = Weights.total(weights);
        var normalized = Weights.normalized(weights);
        for (int i = 0; i < weights.size(); i++) {
            var exact = weights.get(i).value().multiply(BigDecimal.valueOf(100));
            var error =
                    normalized.get(i).value().multiply(total).subtract(exact).abs();
            assertThat(error).isLessThan(total.multiply(new BigDecimal("0.01")));
        }
    }

    @Property
    void twice_is_once(@ForAll("weights") List<Weight> weights) {
        var once = Weights.normalized(weights);
        assertThat(Weights.normalized(once)).isEqualTo(once);
    }

    @Example
    void what_is_left_goes_to_the_largest_remainder_and_among_equals_to_the_earlier() {
        assertThat(normalized("1", "1", "1")).containsExactly("33.34", "33.33", "33.33");
        assertThat(normalized("50", "50", "50", "0")).containsExactly("33.34", "33.33", "33.33", "0.00");
        assertThat(normalized("0.01", "100")).containsExactly("0.01", "99.99");
        assertThat(normalized("1", "2", "4")).containsExactly("14.29", "28.57", "57.14");
    }

    private static List<String> normalized(String... weights) {
        return Weights.normalized(List.of(weights).stream()
                        .map(text -> new Weight(new BigDecimal(text)))
                        .toList())
                .stream()
                .map(weight -> weight.value().toPlainString())
                .toList();
    }

    @Provide
    Arbitrary<List<Weight>> weights() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, Weight.MAX)
                .ofScale(2)
                .map(Weight::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .filter(weights -> Weights.total(weights).signum() > 0);
    }
}
