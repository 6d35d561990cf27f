package dev.cairn.application.shared;

import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.OrgId;

/**
 * What a unit of work is told about the work it surrounds.
 *
 * @param command the kind of command that is at work; an adapter may know a shorter way for some
 * @param caller on whose behalf, and so in which organisation
 * @param origin where it came from, for the audit
 * @param sight the rows the caller can see
 */
public record Work(Class<?> command, Caller caller, Origin origin, ReadScope sight) {
    /**
     * Work of the service itself in one organisation, on nobody's behalf.
     *
     * @param source what it is called in the audit
     */
    public static Work ofHouse(Class<?> command, OrgId org, String source) {
        return new Work(
                command,
                Caller.of(new Actor(org, "system")),
                Origin.internal(source),
                new ReadScope(org, RowScope.EVERYTHING, true));
    }
}
