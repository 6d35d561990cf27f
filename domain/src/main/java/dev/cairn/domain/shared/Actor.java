package dev.cairn.domain.shared;

import java.util.Objects;

/**
 * Who acts: a person or a machine by the name its token carries, or the service itself.
 *
 * @param org the organisation it acts in
 * @param name the token's {@code sub}; "telemetry" or "system" for the service's own work
 */
public record Actor(OrgId org, String name) {
    /** The longest name that a token can carry, in characters. */
    public static final int MAX = 255;

    public Actor {
        Objects.requireNonNull(org);
        Objects.requireNonNull(name);
    }
}
