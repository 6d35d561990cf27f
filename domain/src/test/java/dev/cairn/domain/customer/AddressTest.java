package dev.cairn.domain.customer;

import static dev.cairn.domain.shared.Refusals.assertFaulty;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressTest {
    private static Address of(int street, int city, int state, int zipCode, int country) {
        return new Address(text(street), text(city), text(state), text(zipCode), text(country));
    }

    private static Optional<String> text(int length) {
        return Optional.of("x".repeat(length));
    }

    @Test
    void every_part_may_be_absent() {
        var nothing =
                new Address(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(nothing.city()).isEmpty();
    }

    @Test
    void every_part_has_its_bound() {
        assertThat(of(255, 255, 255, 32, 100)).isNotNull();
        assertFaulty(() -> of(256, 256, 256, 33, 101))
                .containsExactly(
                        "/street LENGTH", "/city LENGTH", "/state LENGTH", "/zipCode LENGTH", "/country LENGTH");
    }
}
