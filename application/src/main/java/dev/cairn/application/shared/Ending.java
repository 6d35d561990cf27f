package dev.cairn.application.shared;

import dev.cairn.domain.shared.DomainException;
import org.jspecify.annotations.Nullable;

/** How a piece of work ended, as far as somebody is concerned who runs the service and knows nothing of its data. */
public enum Ending {
    /** As it was meant to. */
    DONE,
    /** The domain, the gate or the database's constraints said no: an answer, not a fault of ours. */
    REFUSED,
    /** Another one changed the same data at the same time; the work is tried again. */
    LOST,
    /** The database was away, too slow or too busy. */
    UNAVAILABLE,
    /** Whoever had asked did not wait for it. */
    LEFT,
    /** Nobody foresaw it. */
    FAILED;

    /** How work ended that came to its end; without a failure it is done. */
    public static Ending of(@Nullable Throwable failure) {
        if (failure == null) {
            return DONE;
        }
        if (failure instanceof LostRace) {
            return LOST;
        }
        return switch (DomainException.codeOf(failure).kind()) {
            case AWAY -> UNAVAILABLE;
            case BROKEN -> FAILED;
            default -> REFUSED;
        };
    }
}
