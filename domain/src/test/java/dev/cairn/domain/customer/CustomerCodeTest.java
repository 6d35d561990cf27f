package dev.cairn.domain.customer;

import static dev.cairn.domain.shared.Refusals.assertFaulty;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerCodeTest {
    @ParameterizedTest
    @CsvSource({"1, C-000001", "123, C-000123", "999999, C-999999", "1000000, C-1000000"})
    void a_generated_one_counts(long n, String code) {
        assertThat(CustomerCode.generated(n).value()).isEqualTo(code);
    }

    @Test
    void stands_without_the_white_space_around_it() {
        assertThat(new CustomerCode(" A/7 ").value()).isEqualTo("A/7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A B", "A\tB", "A\u2003B"})
    void has_none_inside(String text) {
        assertFaulty(() -> new CustomerCode(text)).containsExactly(" FORMAT");
    }

    @Test
    void has_1_to_64_characters() {
        assertThat(new CustomerCode("x".repeat(64)).value()).hasSize(64);
        assertFaulty(() -> new CustomerCode("x".repeat(65))).containsExactly(" LENGTH");
        assertFaulty(() -> new CustomerCode(" ")).containsExactly(" REQUIRED");
    }

    @Test
    void is_compared_ignoring_case() {
        assertThat(new CustomerCode("c-000001").folded())
                .isEqualTo(CustomerCode.generated(1).folded());
    }
}
