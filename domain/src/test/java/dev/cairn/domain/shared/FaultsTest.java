package dev.cairn.domain.shared;

import static dev.cairn.domain.shared.Refusals.assertFaulty;
import static dev.cairn.domain.shared.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final Faults faults = new Faults();

    @Test
    void nothing_found_refuses_nothing() {
        assertThat(faults.isEmpty()).isTrue();
        assertThatCode(faults::orThrow).doesNotThrowAnyException();
    }

    @Test
    void all_that_was_found_is_told_at_once_in_its_order() {
        faults.add("/b", Fault.Code.REQUIRED, "must be given");
        faults.add("/a", Fault.Code.ENUM, "one of these");
        assertThat(faults.isEmpty()).isFalse();
        assertFaulty(faults::orThrow).containsExactly("/b REQUIRED", "/a ENUM");
        assertThatThrownBy(faults::orThrow).hasMessage("The request has 2 faults.");
    }

    @Test
    void one_fault_is_spoken_of_as_one() {
        faults.add("/a", Fault.Code.TYPE, "must be a text");
        assertThatThrownBy(faults::orThrow).hasMessage("The request has a fault.");
    }

    @Test
    void a_place_keeps_its_first_fault() {
        faults.add("/a", Fault.Code.TYPE, "must be a text");
        faults.add("/a", Fault.Code.REQUIRED, "must be given");
        faults.add("/a/b", Fault.Code.REQUIRED, "must be given");
        assertFaulty(faults::orThrow).containsExactly("/a TYPE", "/a/b REQUIRED");
    }

    @Test
    void nobody_is_told_more_than_a_thousand() {
        for (int i = 0; i < 100_000; i++) {
            faults.add("/" + i, Fault.Code.UNKNOWN, "there is no such property here");
        }
        assertThatThrownBy(faults::orThrow)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.faults()).hasSize(1_000));
    }

    @Test
    void a_value_that_can_be_made_is_handed_on() {
        assertThat(faults.at("/weight", () -> new Weight(BigDecimal.TEN))).hasValue(new Weight(BigDecimal.TEN));
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void a_value_that_refuses_itself_puts_its_faults_under_the_pointer() {
        var made = faults.at("/tasks/0", () -> {
            throw new DomainException(
                    ErrorCode.VALIDATION_ERROR,
                    "two faults",
                    new Fault("/weight", Fault.Code.RANGE, "0 to 100"),
                    new Fault("", Fault.Code.REQUIRED, "must be given"));
        });
        assertThat(made).isEmpty();
        assertFaulty(faults::orThrow).containsExactly("/tasks/0/weight RANGE", "/tasks/0 REQUIRED");
    }

    @Test
    void a_refusal_that_is_no_fault_of_form_passes_through() {
        assertRefused(
                        ErrorCode.PRODUCT_NOT_FOUND,
                        () -> faults.at("/product", () -> {
                            throw new DomainException(ErrorCode.PRODUCT_NOT_FOUND, "There is no such product.");
                        }))
                .isEmpty();
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void a_programming_error_is_no_fault() {
        assertThatIllegalStateException()
                .isThrownBy(() -> faults.at("/a", () -> {
                    throw new IllegalStateException("bug");
                }));
    }
}
