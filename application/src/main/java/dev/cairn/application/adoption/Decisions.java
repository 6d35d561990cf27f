package dev.cairn.application.adoption;

import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Role;
import dev.cairn.domain.adoption.published.StatusSource;

/** Whose decisions commands carry. */
final class Decisions {
    private Decisions() {}

    /** A token with role SERVICE speaks for a program, every other one for a person. */
    static StatusSource sourceOf(Caller caller) {
        return caller.is(Role.SERVICE) ? StatusSource.API : StatusSource.MANUAL;
    }
}
