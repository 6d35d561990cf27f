package dev.cairn.adapters.persistence.shared;

import java.util.Set;

/**
 * The commands whose ports are all served by plain SQL. They run on a connection of their own, two flights each; every
 * other command runs in a Hibernate Reactive session.
 */
final class ShortRoad {
    private static final Set<String> COMMANDS = Set.of();

    private ShortRoad() {}

    static boolean isFor(Class<?> command) {
        return COMMANDS.contains(command.getName());
    }
}
