package dev.cairn.adapters.persistence.shared;

import io.vertx.core.Vertx;

/** Knows the unit of work that the running request stands in. */
public final class Units {
    private static final String KEY = Units.class.getName();

    private Units() {}

    /**
     * The unit at hand.
     *
     * @throws IllegalStateException outside of one: a port was used past its unit of work
     */
    public static Unit current() {
        return here(Unit.class);
    }

    /**
     * The unit at hand, which has to run on the short road of plain SQL.
     *
     * @throws IllegalStateException when it does not: the command is missing from {@link ShortRoad}
     */
    public static SqlUnit sql() {
        return here(SqlUnit.class);
    }

    private static <U extends Unit> U here(Class<U> kind) {
        var context = Vertx.currentContext();
        Object unit = context == null ? null : context.getLocal(KEY);
        if (!kind.isInstance(unit)) {
            throw new IllegalStateException("no " + kind.getSimpleName() + " here, but " + unit);
        }
        return kind.cast(unit);
    }

    static void enter(Unit unit) {
        var context = Vertx.currentContext();
        if (context == null) {
            throw new IllegalStateException("a unit of work needs a Vert.x context");
        }
        if (context.getLocal(KEY) != null) {
            throw new IllegalStateException("units of work do not nest");
        }
        context.putLocal(KEY, unit);
    }

    static void leave() {
        var context = Vertx.currentContext();
        if (context != null) {
            context.removeLocal(KEY);
        }
    }
}
