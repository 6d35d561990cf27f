package dev.cairn.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrgIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"n", "northwind", "North_Wind-7", "0"})
    void is_letters_digits_hyphens_and_underscores(String text) {
        assertThat(OrgId.isValid(text)).isTrue();
        assertThat(new OrgId(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "north wind", "north.wind", "a/b", "ä", "a\u0000", "a\n", "*", "'"})
    void is_nothing_else(String text) {
        assertThat(OrgId.isValid(text)).isFalse();
        assertThatThrownBy(() -> new OrgId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void has_64_characters_at_most() {
        assertThat(OrgId.isValid("x".repeat(64))).isTrue();
        assertThat(OrgId.isValid("x".repeat(65))).isFalse();
    }
}
