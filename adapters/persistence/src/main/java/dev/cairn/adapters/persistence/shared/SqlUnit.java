package dev.cairn.adapters.persistence.shared;

import dev.cairn.application.shared.Work;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transaction on a plain connection, for the short road. Statements go out without waiting for the ones before: a
 * whole change is two flights, one that locks and loads, one that writes and commits.
 */
public final class SqlUnit extends Unit {
    private static final String SETTINGS = "select " + ScopeSettings.sql(1);

    private final SqlConnection connection;
    private final Map<Object, Uni<?>> ahead = new HashMap<>();
    private final List<Runnable> whenKept = new ArrayList<>();
    private boolean begun;
    private boolean ended;

    SqlUnit(Work work, SqlConnection connection) {
        super(work);
        this.connection = connection;
    }

    @Override
    public Uni<List<Line>> rows(String sql, @Nullable Object... arguments) {
        return uni((begun ? send(sql, arguments) : sendFirst(sql, arguments)).map(SqlUnit::lines));
    }

    /** The first query says whose rows exist, as one that reads and nothing else does; before a writing one it is said. */
    private Future<RowSet<Row>> sendFirst(String sql, @Nullable Object[] arguments) {
        begun = true;
        connection.query("begin").execute();
        var scope = work().sight();
        if (sql.startsWith("select ")) {
            return send(ScopeSettings.before(sql, arguments.length), ScopeSettings.behind(arguments, scope));
        }
        send(SETTINGS, ScopeSettings.of(scope));
        return send(sql, arguments);
    }

    /** Keeps an answer that was asked for before anybody needs it: what was found, or that nothing was. */
    public <T> void putAhead(Class<?> kind, Object key, Uni<Optional<T>> answer) {
        ahead.put(List.of(kind, key), answer);
    }

    /** The answer that was asked for before under this kind and key; each is handed out once. */
    @SuppressWarnings("unchecked") // the kind says what was put there
    public <T> Optional<Uni<Optional<T>>> takeAhead(Class<?> kind, Object key) {
        return Optional.ofNullable((Uni<Optional<T>>) ahead.remove(List.of(kind, key)));
    }

    /** Remembers what is to happen when the work is committed, and not otherwise; it must neither wait nor fail. */
    public void whenKept(Runnable step) {
        whenKept.add(step);
    }

    /** It is committed. */
    void kept() {
        whenKept.forEach(Runnable::run);
    }

    /**
     * Writes what waited, as one statement, and commits, in one flight; when any of it fails nothing is kept. Where nothing
     * was read before, that statement is the whole transaction.
     */
    Uni<Void> commit(EventLog log) {
        var writings = writings(log);
        if (!begun) {
            return writings.isEmpty() ? Uni.createFrom().voidItem() : writeAlone(writings);
        }
        var sent = new ArrayList<Future<?>>();
        if (!writings.isEmpty()) {
            var whole = Statement.fuse(writings);
            sent.add(send(whole.sql(), whole.arguments()));
        }
        ended = true;
        sent.add(connection.query("commit").execute());
        return uni(firstFailure(sent));
    }

    /**
     * What tells the database whose rows exist stands last in the text and is done first: writings that nobody reads from
     * wait until the query that they stand before has its rows. If they did not, every row would be refused.
     */
    private Uni<Void> writeAlone(List<Statement> writings) {
        var settings = new Statement(SETTINGS, ScopeSettings.of(work().sight()));
        var whole = Statement.fuse(writings, settings);
        ended = true;
        return uni(send(whole.sql(), whole.arguments()).mapEmpty());
    }

    /** Takes everything back; a commit behind a statement that failed has done so already. */
    Uni<Void> rollback() {
        if (ended || !begun) {
            return Uni.createFrom().voidItem();
        }
        return uni(connection.query("rollback").execute().<Void>mapEmpty())
                .onFailure()
                .recoverWithNull();
    }

    Uni<Void> close() {
        return uni(connection.close());
    }

    private Future<RowSet<Row>> send(String sql, @Nullable Object[] arguments) {
        return connection.preparedQuery(sql).execute(Tuple.wrap(arguments));
    }

    /** Waits for all, then tells the first failure in the order of sending: the ones behind it only follow from it. */
    private static Future<Void> firstFailure(List<Future<?>> sent) {
        return Future.join(sent)
                .otherwiseEmpty()
                .compose(done -> sent.stream()
                        .filter(Future::failed)
                        .findFirst()
                        .map(failed -> Future.<Void>failedFuture(failed.cause()))
                        .orElseGet(Future::succeededFuture));
    }

    static List<Line> lines(RowSet<Row> rows) {
        var lines = new ArrayList<Line>(rows.size());
        rows.forEach(row -> lines.add(Line.of(row)));
        return lines;
    }

    /** Not by way of a completion stage, which carries contexts along that are where the driver answers anyway. */
    static <T> Uni<T> uni(Future<T> future) {
        return Uni.createFrom()
                .emitter(listener -> future.onSuccess(listener::complete).onFailure(listener::fail));
    }
}
