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
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens every read. One statement is the whole transaction: it first tells the database whose rows exist, then runs the
 * query.
 */
@Singleton
public class Reads {
    private final Pool pool;
    private final RequestPool pools;
    private final Watch watch;

    Reads(Pool pool, RequestPool pools, Watch watch) {
        this.pool = pool;
        this.pools = pools;
        this.watch = watch;
    }

    /** The rows of a query with arguments for {@code $1} and so on, in the query's own order. */
    public <T> Uni<List<T>> list(ReadScope scope, String sql, Function<Line, T> read, @Nullable Object... arguments) {
        return over(() -> pool, scope, sql, read, arguments);
    }

    /**
     * The one row of a query that looks for a thing by its key, if there is one. It shares its connection with others, so
     * the query must be short.
     */
    public <T> Uni<Optional<T>> one(
            ReadScope scope, String sql, Function<Line, T> read, @Nullable Object... arguments) {
        return over(pools::shared, scope, sql, read, arguments)
                .map(found -> found.stream().findFirst());
    }

    private <T> Uni<List<T>> over(
            Supplier<SqlClient> client,
            ReadScope scope,
            String sql,
            Function<Line, T> read,
            @Nullable Object... arguments) {
        return watch.over(
                scope,
                Uni.createFrom()
                        .deferred(() -> SqlUnit.uni(send(client.get(), scope, sql, arguments)))
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
     * Queries that see the data as of one instant, and do not wait for each other: beginning, queries and end go out in one
     * flight.
     *
     * @param queries asks all of them before it returns
     */
    public <T> Uni<T> together(ReadScope scope, Function<Snapshot, Uni<T>> queries) {
        return on(scope, snapshot -> {
            var answer = queries.apply(snapshot);
            snapshot.end();
            return answer;
        });
    }

    /** Queries that see the data as of one instant, where the second are made of what the first found: a flight more. */
    public <A, B> Uni<B> inTurn(
            ReadScope scope, Function<Snapshot, Uni<A>> first, BiFunction<Snapshot, A, Uni<B>> second) {
        return on(scope, snapshot -> first.apply(snapshot).chain(found -> second.apply(snapshot, found)));
    }

    private <T> Uni<T> on(ReadScope scope, Function<Snapshot, Uni<T>> queries) {
        Uni<T> whole = Uni.createFrom()
                .deferred(() -> SqlUnit.uni(pool.getConnection()))
                .chain(connection -> {
                    var snapshot = new Snapshot(scope, connection);
                    return Uni.createFrom()
                            .deferred(() -> queries.apply(snapshot))
                            .onTermination()
                            .call(snapshot::close);
                });
        return Unstoppable.work(watch.over(scope, whole.onFailure().transform(Failures::translate)));
    }

    /** The data as of one instant. */
    public static final class Snapshot {
        private final ReadScope scope;
        private final SqlConnection connection;

        private @Nullable Future<?> ended;

        private Snapshot(ReadScope scope, SqlConnection connection) {
            this.scope = scope;
            this.connection = connection;
            connection.query("begin isolation level repeatable read read only").execute();
        }

        private Future<?> end() {
            if (ended == null) {
                ended = connection.query("commit").execute();
            }
            return ended;
        }

        private Uni<Void> close() {
            return SqlUnit.uni(end()).onFailure().recoverWithNull().chain(() -> SqlUnit.uni(connection.close()));
        }

        /** The rows of a query, as {@link Reads#list}. It is sent at once, before anybody subscribes. */
        public <T> Uni<List<T>> list(String sql, Function<Line, T> read, @Nullable Object... arguments) {
            var sent = send(connection, scope, sql, arguments);
            return SqlUnit.uni(sent).map(rows -> lines(rows, read));
        }

        /** The one row of a query that looks for a thing by its key, if there is one; sent at once, as a list. */
        public <T> Uni<Optional<T>> one(String sql, Function<Line, T> read, @Nullable Object... arguments) {
            return list(sql, read, arguments).map(found -> found.stream().findFirst());
        }
    }

    private static Future<RowSet<Row>> send(
            SqlClient client, ReadScope scope, String sql, @Nullable Object... arguments) {
        return client.preparedQuery(ScopeSettings.before(sql, arguments.length))
                .execute(Tuple.wrap(ScopeSettings.behind(arguments, scope)));
    }

    private static <T> List<T> lines(RowSet<Row> rows, Function<Line, T> read) {
        return SqlUnit.lines(rows).stream().map(read).toList();
    }
}
