package dev.cairn.adapters.persistence.shared;

import dev.cairn.application.shared.Work;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a Hibernate Reactive session, for the roads that edit whole aggregates. Plain SQL beside the
 * entities goes through the session's own connection; that accessor is Hibernate's inside, hence used in this file only.
 */
final class PanacheUnit extends Unit {
    private final Mutiny.Session session;
    private final ReactiveConnection connection;

    PanacheUnit(Work work, Mutiny.Session session) {
        super(work);
        this.session = session;
        this.connection = ((MutinySessionImpl) session).getReactiveConnection();
    }

    @Override
    public Uni<List<Line>> rows(String sql, @Nullable Object... arguments) {
        return Uni.createFrom()
                .completionStage(() -> connection.select(sql, arguments))
                .map(result -> {
                    var lines = new ArrayList<Line>(result.size());
                    result.forEachRemaining(row -> lines.add(Line.of(row)));
                    return lines;
                });
    }

    Uni<Void> begin() {
        return rows("select " + ScopeSettings.sql(1), ScopeSettings.of(work().sight()))
                .replaceWithVoid();
    }

    /** Writes what waited, entities first; the session's own transaction commits after it. */
    Uni<Void> write(EventLog log) {
        return session.flush().chain(() -> {
            Uni<Void> all = Uni.createFrom().voidItem();
            for (var statement : writings(log)) {
                all = all.chain(() -> Uni.createFrom()
                        .completionStage(() -> connection.update(statement.sql(), statement.arguments()))
                        .replaceWithVoid());
            }
            return all;
        });
    }
}
