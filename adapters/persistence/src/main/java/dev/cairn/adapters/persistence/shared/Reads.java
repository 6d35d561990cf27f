package dev.cairn.adapters.persistence.shared;

import dev.cairn.application.shared.ReadScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens every read. One statement is the whole transaction: it first tells the database whose rows exist, then runs the
 * query. The lateral join with {@code offset 0} keeps the planner from reading a table before the setting is made.
 */
@Singleton
public class Reads {
    private final Pool pool;

    Reads(Pool pool) {
        this.pool = pool;
    }

    /** The rows of a query with arguments for {@code $1} and so on, in the query's own order. */
    public <T> Uni<List<T>> list(ReadScope scope, String sql, Function<Line, T> read, @Nullable Object... arguments) {
        var all = Arrays.copyOf(arguments, arguments.length + ScopeSettings.ARGUMENTS);
        System.arraycopy(ScopeSettings.of(scope), 0, all, arguments.length, ScopeSettings.ARGUMENTS);
        return Uni.createFrom()
                .deferred(() -> SqlUnit.uni(
                        pool.preparedQuery(scoped(sql, arguments.length + 1)).execute(Tuple.wrap(all))))
                .map(rows -> SqlUnit.lines(rows).stream().map(read).toList())
                .onFailure()
                .transform(Failures::translate);
    }

    private static String scoped(String sql, int first) {
        return "with o as materialized (select " + ScopeSettings.sql(first)
                + ") select q.* from o cross join lateral (select i.* from (" + sql
                + ") i where o is not null offset 0) q";
    }
}
