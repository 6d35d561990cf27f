package dev.cairn.domain.shared;

import static dev.cairn.domain.shared.Refusals.assertFaulty;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @Nested
    class ThatMustSaySomething {
        @Test
        void loses_the_white_space_around_it_before_it_is_measured() {
            assertThat(Text.required(" \t ab\u2003\n", 2)).isEqualTo("ab");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
        void is_not_blank(String blank) {
            assertFaulty(() -> Text.required(blank, 5)).containsExactly(" REQUIRED");
        }

        @Test
        void is_not_too_long() {
            assertFaulty(() -> Text.required("abc", 2)).containsExactly(" LENGTH");
        }
    }

    @Nested
    class ThatMayBeAnything {
        @ParameterizedTest
        @ValueSource(strings = {"", "  ", " a "})
        void stays_as_it_was_written(String text) {
            assertThat(Text.bounded(text, 3)).isEqualTo(text);
        }

        @Test
        void is_measured_in_code_points() {
            assertThat(Text.bounded("🗿🗿", 2)).isEqualTo("🗿🗿");
            assertFaulty(() -> Text.bounded("🗿🗿🗿", 2)).containsExactly(" LENGTH");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b", "\ufeff", "\u2003\u0085", "\u0001"})
    void what_nobody_can_see_is_no_text(String unseen) {
        assertFaulty(() -> Text.required(unseen, 10)).containsExactly(" REQUIRED");
    }
}
