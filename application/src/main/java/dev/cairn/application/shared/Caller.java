package dev.cairn.application.shared;

import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.CustomerId;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls, as the verified token says.
 *
 * @param actor organisation and name
 * @param roles the known roles of the token; several add up
 * @param own the customer that a portal user belongs to
 * @param granted the customers that a token is limited to; absent means the token names none
 * @param client the program that the token was made for; the actor's own name when the token does not say
 */
public record Caller(
        Actor actor, Set<Role> roles, Optional<CustomerId> own, Optional<Set<CustomerId>> granted, String client) {
    public Caller {
        roles = Set.copyOf(roles);
        granted = granted.map(Set::copyOf);
    }

    /** A caller whose token names no program. */
    public Caller(Actor actor, Set<Role> roles, Optional<CustomerId> own, Optional<Set<CustomerId>> granted) {
        this(actor, roles, own, granted, actor.name());
    }

    /** A caller without customers of its own. */
    public static Caller of(Actor actor, Role... roles) {
        return new Caller(actor, Set.of(roles), Optional.empty(), Optional.empty());
    }

    /** Whether the caller carries the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Where the caller's decisions come from: a token with role SERVICE speaks for a program, every other for a person. */
    public StatusSource decisionSource() {
        return is(Role.SERVICE) ? StatusSource.API : StatusSource.MANUAL;
    }
}
