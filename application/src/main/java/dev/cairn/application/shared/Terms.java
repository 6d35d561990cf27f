package dev.cairn.application.shared;

import java.util.Optional;

/**
 * What a caller asks for beside the command itself.
 *
 * @param precondition which state of the thing it means to change
 * @param retry how a repetition is recognised and answered, when the caller wants that
 * @param errand what the work is a part of
 */
public record Terms<A>(Precondition precondition, Optional<Retry<A>> retry, Errand<A> errand) {
    /** Of work that is a part of nothing else. */
    public Terms(Precondition precondition, Optional<Retry<A>> retry) {
        this(precondition, retry, Errand.none());
    }

    /** None: whatever its state, and each time anew. */
    public static <A> Terms<A> none() {
        return new Terms<>(Precondition.NONE, Optional.empty());
    }
}
