package dev.cairn.adapters.persistence.shared;

import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Small statements that are a transaction of their own beside the unit of work: what they lock is free again at once, where
 * the unit would hold it to its end and everybody else in a queue. They stay when the unit fails. They go over a connection
 * that no unit can have, so a unit never waits with one connection for another.
 */
@Singleton
public class Asides {
    private final RequestPool pools;

    /** @param made the pool of requests: with it the other connection came into being */
    Asides(Pool made, RequestPool pools) {
        this.pools = pools;
    }

    /**
     * The rows of a statement with arguments for {@code $1} and so on. It is what stands behind
     * {@code with o as (…), }, and has to read the row of {@code o} before it touches a table: that row tells the database
     * whose rows exist. It is not waited for until it is
     * safe on disk; what is committed later and is safe, makes it safe.
     */
    public Uni<List<Line>> rows(ReadScope scope, String sql, @Nullable Object... arguments) {
        var all = new ArrayList<@Nullable Object>(Arrays.asList(arguments));
        all.addAll(Arrays.asList(ScopeSettings.of(scope)));
        var whole = "with o as materialized (select " + ScopeSettings.sql(arguments.length + 1)
                + ", set_config('synchronous_commit','off',true)), " + sql;
        return Uni.createFrom()
                .deferred(() -> SqlUnit.uni(pools.aside().preparedQuery(whole).execute(Tuple.wrap(all.toArray()))))
                .ifNoItem()
                .after(pools.patience())
                .failWith(() ->
                        new DomainException(ErrorCode.UNAVAILABLE, "The database does not answer; try again shortly."))
                .map(SqlUnit::lines);
    }
}
