package dev.cairn.adapters.persistence.shared;

import dev.cairn.application.shared.UnitOfWork;
import dev.cairn.application.shared.Watch;
import dev.cairn.application.shared.Work;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Opens the transaction of every unit of work. Beside it {@link Reads} opens those that read, and {@link Asides} the small ones that keep nobody waiting. */
@Singleton
class DatabaseUnitOfWork implements UnitOfWork {
    private final Pool pool;
    private final EventLog log;
    private final Watch watch;

    DatabaseUnitOfWork(Pool pool, EventLog log, Watch watch) {
        this.pool = pool;
        this.log = log;
        this.watch = watch;
    }

    @Override
    public <T> Uni<T> in(Work work, Supplier<Uni<T>> steps) {
        var done = ShortRoad.isFor(work.command()) ? onShortRoad(work, steps) : onLongRoad(work, steps);
        return Unstoppable.work(watch.over(work, done.onFailure().transform(Failures::translate)));
    }

    private <T> Uni<T> onShortRoad(Work work, Supplier<Uni<T>> steps) {
        return Uni.createFrom()
                .deferred(() -> SqlUnit.uni(pool.getConnection()))
                .chain(connection -> {
                    var unit = new SqlUnit(work, connection);
                    return Uni.createFrom()
                            .<T>deferred(() -> {
                                Units.enter(unit);
                                return steps.get();
                            })
                            .call(() -> unit.commit(log))
                            .onTermination()
                            .call((result, failure, cancelled) -> {
                                Units.leave();
                                // A connection that goes back to the pool inside a transaction would poison the next
                                // request.
                                return failure == null
                                        ? unit.close().invoke(unit::kept)
                                        : unit.rollback().chain(unit::close);
                            });
                });
    }

    private <T> Uni<T> onLongRoad(Work work, Supplier<Uni<T>> steps) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> {
            var unit = new PanacheUnit(work, session);
            Units.enter(unit);
            return unit.begin()
                    .chain(() -> steps.get())
                    .call(() -> unit.write(log))
                    .onTermination()
                    .invoke(Units::leave);
        }));
    }
}
