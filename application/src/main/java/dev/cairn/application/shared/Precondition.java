package dev.cairn.application.shared;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Versioned;
import java.util.Set;

/** Which state of a thing a caller means to change. It is held against the locked thing, so no race slips between. */
public sealed interface Precondition {
    /** Whatever its state is: the last write wins. */
    Precondition NONE = new None();

    /** The caller was to say which state it means, and did not. */
    Precondition MISSING = new Missing();

    /** One of these states. */
    static Precondition oneOf(Set<Long> versions) {
        return new OneOf(Set.copyOf(versions));
    }

    /**
     * Lets the change of this thing pass.
     *
     * @throws DomainException VERSION_CONFLICT when it has changed since; IF_MATCH_REQUIRED when the caller did not say
     *     which state it means
     */
    void admit(Versioned thing);

    /** See {@link #NONE}. */
    record None() implements Precondition {
        @Override
        public void admit(Versioned thing) {}
    }

    /** See {@link #MISSING}. */
    record Missing() implements Precondition {
        @Override
        public void admit(Versioned thing) {
            throw new DomainException(
                    ErrorCode.IF_MATCH_REQUIRED,
                    "This organisation asks for the entity tag that was read, as If-Match; it is \"" + thing.version()
                            + "\" now.");
        }
    }

    /** See {@link #oneOf}. */
    record OneOf(Set<Long> versions) implements Precondition {
        @Override
        public void admit(Versioned thing) {
            if (!versions.contains(thing.version())) {
                throw new DomainException(
                        ErrorCode.VERSION_CONFLICT,
                        "It has changed since: it is at version " + thing.version() + " now. Read it again.");
            }
        }
    }
}
