package dev.cairn.domain.shared;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a refusal says, for tests: its code, and its faults as {@code "/name REQUIRED"}. */
public final class Refusals {
    private Refusals() {}

    /** The faults of the refusal, which has to be a VALIDATION_ERROR. */
    public static ListAssert<String> assertFaulty(ThrowingCallable act) {
        return assertRefused(ErrorCode.VALIDATION_ERROR, act);
    }

    /** The faults of the refusal, which has to have the code. */
    public static ListAssert<String> assertRefused(ErrorCode code, ThrowingCallable act) {
        var faults = new ArrayList<String>();
        assertThatThrownBy(act).isInstanceOfSatisfying(DomainException.class, refusal -> {
            Assertions.assertThat(refusal.code()).isEqualTo(code);
            Assertions.assertThat(refusal.detail()).isNotBlank();
            refusal.faults().stream().map(Refusals::text).forEach(faults::add);
        });
        return Assertions.assertThat(faults);
    }

    private static String text(Fault fault) {
        return fault.pointer() + " " + fault.code();
    }
}
