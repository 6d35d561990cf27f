package dev.cairn.adapters.persistence.shared;

import dev.cairn.application.shared.ReadScope;
import dev.cairn.application.shared.Watch;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens every read. One statement is the whole transaction: it first tells the database whose rows exist, then runs the
 * query. The lateral join with {@code offset 0} keeps the planner from reading a table before the setting is made.
 */
@Singleton
public class Reads {
    private final Pool pool;
    private final Watch watch;

    Reads(Pool pool, Watch watch) {
        this.pool = pool;
        this.watch = watch;
    }

    /** The rows of a query with arguments for {@code $1} and so on, in the query's own order. */
    public <T> Uni<List<T>> list(ReadScope scope, String sql, Function<Line, T> read, @Nullable Object... arguments) {
        return watch.over(
                scope,
                Uni.createFrom()
                        .deferred(() -> SqlUnit.uni(send(pool, scope, sql, arguments)))
                        .map(rows -> lines(rows, read))
                        .onFailure()
                        .transform(Failures::translate));
    }

    /** The rows of a query that is asked outside of any organisation, for work in the background: ids and counts only. */
    public <T> Uni<List<T>> outside(String sql, Function<Line, T> read, @Nullable Object... arguments) {
        return Uni.createFrom()
                .deferred(() -> SqlUnit.uni(pool.preparedQuery(sql).execute(Tuple.wrap(arguments))))
                .map(rows -> lines(rows, read))
                .onFailure()
                .transform(Failures::translate);
    }

    /**
     * Two queries that see the data as of one instant: the second is made of what the first found. Four statements, two
     * flights.
     */
    public <A, B> Uni<B> together(
            ReadScope scope, Function<Snapshot, Uni<A>> first, BiFunction<Snapshot, A, Uni<B>> second) {
        Uni<B> whole = Uni.createFrom()
                .deferred(() -> SqlUnit.uni(pool.getConnection()))
                .chain(connection -> {
                    connection
                            .query("begin isolation level repeatable read read only")
                            .execute();
                    var snapshot = new Snapshot(scope, connection);
                    return Uni.createFrom()
                            .deferred(() -> first.apply(snapshot))
                            .chain(found -> second.apply(snapshot, found))
                            .onTermination()
                            .call(() -> SqlUnit.uni(connection.query("commit").execute())
                                    .onFailure()
                                    .recoverWithNull()
                                    .chain(() -> SqlUnit.uni(connection.close())));
                });
        return Unstoppable.work(watch.over(scope, whole.onFailure().transform(Failures::translate)));
    }

    /** The data as of one instant. */
    public static final class Snapshot {
        private final ReadScope scope;
        private final SqlConnection connection;

        private Snapshot(ReadScope scope, SqlConnection connection) {
            this.scope = scope;
            this.connection = connection;
        }

        /** The rows of a query, as {@link Reads#list}. It is sent at once, before anybody subscribes. */
        public <T> Uni<List<T>> list(String sql, Function<Line, T> read, @Nullable Object... arguments) {
            var sent = send(connection, scope, sql, arguments);
            return SqlUnit.uni(sent).map(rows -> lines(rows, read));
        }
    }

    private static Future<RowSet<Row>> send(
            SqlClient client, ReadScope scope, String sql, @Nullable Object... arguments) {
        var all = Arrays.copyOf(arguments, arguments.length + ScopeSettings.ARGUMENTS);
        System.arraycopy(ScopeSettings.of(scope), 0, all, arguments.length, ScopeSettings.ARGUMENTS);
        return client.preparedQuery(scoped(sql, arguments.length + 1)).execute(Tuple.wrap(all));
    }

    private static <T> List<T> lines(RowSet<Row> rows, Function<Line, T> read) {
        return SqlUnit.lines(rows).stream().map(read).toList();
    }

    private static String scoped(String sql, int first) {
        return "with o as materialized (select " + ScopeSettings.sql(first)
                + ") select q.* from o cross join lateral (select i.* from (" + sql
                + ") i where o is not null offset 0) q";
    }
}
