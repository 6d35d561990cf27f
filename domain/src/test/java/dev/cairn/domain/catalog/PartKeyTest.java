package dev.cairn.domain.catalog;

import static dev.cairn.domain.catalog.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.shared.ErrorCode;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartKeyTest {
    @ParameterizedTest
    @CsvSource({
        "Zero-trust access,zero-trust-access",
        "  Über Größe & Café!  ,uber-große-cafe",
        "2026.1,2026-1",
        "名前 一,名前-一",
        "***,part"
    })
    void a_key_that_nobody_gave_is_a_slug_of_the_name(String name, String key) {
        assertThat(PartKey.of(name, taken -> false).value()).isEqualTo(key);
    }

    @Test
    void a_slug_that_is_taken_gets_the_next_number() {
        var taken = Set.of(new PartKey("net"), new PartKey("net-2"));
        assertThat(PartKey.of("Net", taken::contains).value()).isEqualTo("net-3");
    }

    @Test
    void a_long_name_gives_a_key_of_a_hundred_characters_with_its_number() {
        var name = "𝒜".repeat(120);
        var first = PartKey.of("x".repeat(255), key -> false);
        var second = PartKey.of("x".repeat(255), first::equals);
        assertThat(first.value()).hasSize(100);
        assertThat(second.value()).hasSize(100).endsWith("x-2");
        assertThat(PartKey.of(name, key -> false).value().codePointCount(0, 100))
                .isEqualTo(100);
    }

    @Test
    void a_key_is_one_to_a_hundred_characters() {
        assertThat(new PartKey(" k ").value()).isEqualTo("k");
        assertThat(new PartKey("k".repeat(100)).value()).hasSize(100);
        assertRefused(ErrorCode.VALIDATION_ERROR, () -> new PartKey(" ")).containsExactly(" REQUIRED");
        assertRefused(ErrorCode.VALIDATION_ERROR, () -> new PartKey("k".repeat(101)))
                .containsExactly(" LENGTH");
    }
}
