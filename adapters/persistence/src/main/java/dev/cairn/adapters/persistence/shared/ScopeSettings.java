package dev.cairn.adapters.persistence.shared;

import dev.cairn.application.shared.ReadScope;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the database, for one transaction, whose rows exist and which customers are visible. */
final class ScopeSettings {
    /** How many arguments the settings take. */
    private static final int ARGUMENTS = 4;

    private static final Map<Integer, String> TEXTS = new ConcurrentHashMap<>();

    /** Whole texts of queries once made. Those of lists are put together from parts that requests choose: many, not without end. */
    private static final Map<String, String> BEFORE = new ConcurrentHashMap<>();

    private static final int MOST_BEFORE = 2_000;

    private ScopeSettings() {}

    /** The calls that make the settings, with parameters from this number on. */
    static String sql(int first) {
        return TEXTS.computeIfAbsent(first, ScopeSettings::text);
    }

    private static String text(int first) {
        return "set_config('cairn.org_id',$%d,true),set_config('cairn.sees',$%d,true),set_config('cairn.assignee',$%d,true),set_config('cairn.customers',$%d,true)"
                .formatted(first, first + 1, first + 2, first + 3);
    }

    /**
     * A query as one that first makes the settings, whose arguments come behind its own: see {@link #behind}. The lateral
     * join with {@code offset 0} keeps the planner from reading a table before they are made.
     *
     * @param query a select, which may lock what it finds
     */
    static String before(String query, int arguments) {
        var known = BEFORE.get(query);
        if (known != null) {
            return known;
        }
        var whole = "with o as materialized (select " + sql(arguments + 1)
                + ") select q.* from o cross join lateral (select i.* from (" + query
                + ") i where o is not null offset 0) q";
        if (BEFORE.size() < MOST_BEFORE) {
            BEFORE.put(query, whole);
        }
        return whole;
    }

    /** The arguments of a query, and those of the settings behind them. */
    static @Nullable Object[] behind(@Nullable Object[] arguments, ReadScope scope) {
        var all = Arrays.copyOf(arguments, arguments.length + ARGUMENTS);
        System.arraycopy(of(scope), 0, all, arguments.length, ARGUMENTS);
        return all;
    }

    static @Nullable Object[] of(ReadScope scope) {
        var customers = scope.customers();
        var sees = customers.everything() ? "everything" : customers.pipeline() ? "pipeline" : "";
        var listed =
                customers.listed().stream().map(id -> id.value().toString()).collect(Collectors.joining(","));
        return new Object[] {
            scope.org().value(), sees, customers.assignee().orElse(""), listed.isEmpty() ? "" : "{" + listed + "}"
        };
    }
}
