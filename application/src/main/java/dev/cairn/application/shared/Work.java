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
    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> command) {
            // Not by its enclosing class, which a native executable need not know.
            var name = command.getName();
            var verb = name.substring(name.lastIndexOf('.') + 1);
            return verb.contains("$") ? verb.substring(0, verb.indexOf('$')) : verb;
        }
    };

    /** What the work is called: the verb whose command it is, or whatever of the house does it. */
    public String name() {
        return NAMES.get(command);
    }

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
                new ReadScope(Permission.CUSTOMER_READ, org, RowScope.EVERYTHING, true));
    }
}
