package dev.cairn.adapters.persistence.shared;

import dev.cairn.application.shared.Work;
import dev.cairn.domain.shared.AggregateRoot;
import dev.cairn.domain.shared.DomainEvent;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transaction that a unit of work is running in, as plain SQL. Adapters get it from {@link Units}. */
public abstract class Unit {
    private final Work work;
    private final List<DomainEvent> events = new ArrayList<>();
    private final List<Statement> waiting = new ArrayList<>();
    private final Map<Object, Object> loaded = new HashMap<>();

    Unit(Work work) {
        this.work = work;
    }

    /** The work that runs in it. */
    public final Work work() {
        return work;
    }

    /** Runs a query with arguments for {@code $1} and so on. It is sent at once, before anybody subscribes. */
    public abstract Uni<List<Line>> rows(String sql, @Nullable Object... arguments);

    /** Keeps a statement for the end of the unit of work; a failure of it fails the unit. */
    public final void later(String sql, @Nullable Object... arguments) {
        waiting.add(new Statement(sql, arguments));
    }

    /** Remembers how a thing was loaded. */
    public final void remember(Object id, Object state) {
        loaded.put(id, state);
    }

    /** How a thing was loaded, if it was. */
    public final <S> Optional<S> recall(Object id, Class<S> kind) {
        return Optional.ofNullable(loaded.get(id)).map(kind::cast);
    }

    /** Whether the thing was loaded in exactly this state. */
    public final boolean remembers(Object id, Object state) {
        return state.equals(loaded.get(id));
    }

    /** Keeps what an aggregate says happened to it for the end of the unit of work. */
    public final List<DomainEvent> tell(AggregateRoot aggregate) {
        var told = aggregate.takeEvents();
        events.addAll(told);
        return told;
    }

    /** All that is to be written at the end, in order: what adapters kept, then outbox and audit. */
    final List<Statement> writings(EventLog log) {
        var all = new ArrayList<>(waiting);
        all.addAll(log.statements(work, events));
        return all;
    }
}
