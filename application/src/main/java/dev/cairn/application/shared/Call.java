package dev.cairn.application.shared;

import dev.cairn.domain.shared.Actor;
import java.time.Instant;

/**
 * The circumstances of one execution.
 *
 * @param caller who asks
 * @param precondition which state of the thing it means to change
 * @param now the instant of the use case, in UTC, to the microsecond
 */
public record Call(Caller caller, Precondition precondition, Instant now) {
    /** Who acts. */
    public Actor actor() {
        return caller.actor();
    }
}
