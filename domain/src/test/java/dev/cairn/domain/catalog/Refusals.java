package dev.cairn.domain.catalog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import java.util.ArrayList;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a refusal says, for tests: its code, and its faults as {@code "/name REQUIRED"}. */
final class Refusals {
    private Refusals() {}

    static ListAssert<String> assertRefused(ErrorCode code, ThrowingCallable act) {
        var faults = new ArrayList<String>();
        assertThatThrownBy(act).isInstanceOfSatisfying(DomainException.class, refusal -> {
            Assertions.assertThat(refusal.code()).isEqualTo(code);
            refusal.faults().stream().map(Refusals::text).forEach(faults::add);
        });
        return Assertions.assertThat(faults);
    }

    private static String text(Fault fault) {
        return fault.pointer() + " " + fault.code();
    }
}
