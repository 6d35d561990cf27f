package dev.cairn.application.shared;

import java.util.Optional;

/**
 * What a caller asks for beside the command itself.
 *
 * @param precondition which state of the thing it means to change
 * @param retry how a repetition is recognised and answered, when the caller wants that
 */
public record Terms<A>(Precondition precondition, Optional<Retry<A>> retry) {
    /** None: whatever its state, and each time anew. */
    public static <A> Terms<A> none() {
        return new Terms<>(Precondition.NONE, Optional.empty());
    }
}
