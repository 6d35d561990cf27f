package dev.cairn.domain.shared;

import java.util.Objects;

/**
 * Who acts: a person or a machine by the name its token carries, or the service itself.
 *
 * @param org the organisation it acts in
 * @param name the token's {@code sub}; "telemetry" or "system" for the service's own work
 */
public record Actor(OrgId org, String name) {
    public Actor {
        Objects.requireNonNull(org);
        Objects.requireNonNull(name);
    }
}
