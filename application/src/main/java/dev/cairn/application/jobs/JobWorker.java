package dev.cairn.application.jobs;

import dev.cairn.application.jobs.port.Jobs;
import dev.cairn.application.jobs.published.JobTurn;
import dev.cairn.application.jobs.published.JobWatch;
import dev.cairn.application.jobs.published.JobWork;
import dev.cairn.application.jobs.published.TurnEnd;
import dev.cairn.application.shared.Apart;
import dev.cairn.application.shared.UnitOfWork;
import dev.cairn.application.shared.Work;
import dev.cairn.domain.jobs.published.JobKind;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Takes turns at jobs, one after the other. Every replica has one; who takes a turn holds the job by a lease, so that whatever
 * becomes of him others go on.
 */
public final class JobWorker {
    /** How many jobs are looked at for a turn; those before may just have been taken by others. */
    private static final int CHOICE = 20;

    private final UnitOfWork unitOfWork;
    private final Jobs jobs;
    private final Map<JobKind, JobWork> works;
    private final JobSettings settings;
    private final Clock clock;
    private final Apart apart;
    private final JobWatch watch;
    private volatile boolean stopped;

    public JobWorker(
            UnitOfWork unitOfWork,
            Jobs jobs,
            Collection<JobWork> works,
            JobSettings settings,
            Clock clock,
            Apart apart,
            JobWatch watch) {
        this.unitOfWork = unitOfWork;
        this.jobs = jobs;
        this.works = works.stream().collect(Collectors.toMap(JobWork::kind, Function.identity()));
        this.settings = settings;
        this.clock = clock;
        this.apart = apart;
        this.watch = watch;
    }

    /** Takes turns until there is none to take; how many it took. Fails when it cannot look for any. */
    public Uni<Long> run() {
        return Multi.createBy()
                .repeating()
                .uni(this::next)
                .whilst(Boolean::booleanValue)
                .filter(Boolean::booleanValue)
                .collect()
                .with(Collectors.counting());
    }

    /** Begins nothing any more; what has begun comes to its end. */
    public void stop() {
        stopped = true;
    }

    /** Takes the next turn; whether there was one. */
    private Uni<Boolean> next() {
        return stopped
                ? Uni.createFrom().item(false)
                : jobs.due(works.keySet(), clock.instant(), CHOICE)
                        .chain(due -> first(due, 0))
                        .chain(taken -> taken.map(turn -> work(turn).replaceWith(true))
                                .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Optional<Taken>> first(List<Jobs.Due> due, int place) {
        return place == due.size()
                ? Uni.createFrom().item(Optional.empty())
                : take(due.get(place))
                        .chain(taken -> taken.isPresent() ? Uni.createFrom().item(taken) : first(due, place + 1));
    }

    /** A turn that is ours. */
    private record Taken(Jobs.Owned owned, long number, Instant until) {}

    /** What cannot be taken stops nobody at what can. */
    private Uni<Optional<Taken>> take(Jobs.Due due) {
        Uni<Optional<Taken>> taken = in(
                due.org(),
                () -> jobs.lockIfFree(due.id())
                        .chain(found -> found.map(this::take)
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
        return taken.onFailure()
                .invoke(failure -> watch.failed(due.id(), failure))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private Uni<Optional<Taken>> take(Jobs.Owned owned) {
        var now = clock.instant();
        var number = owned.job().takeTurn(now, settings.lease());
        return jobs.save(owned.job())
                .replaceWith(() -> number.isPresent()
                        ? Optional.of(new Taken(owned, number.getAsLong(), now.plus(settings.lease())))
                        : Optional.empty());
    }

    private Uni<Void> work(Taken taken) {
        var owned = taken.owned();
        var job = owned.job().snapshot();
        var turn = new JobTurn(
                job.id(),
                owned.caller(),
                owned.origin(),
                job.parameters(),
                settings.turn(),
                settings.hands(),
                taken.until(),
                () -> stopped);
        return Uni.createFrom()
                .deferred(() -> Objects.requireNonNull(works.get(job.kind()), "only known kinds are due")
                        .turn(turn))
                .onFailure()
                .invoke(failure -> watch.failed(job.id(), failure))
                .onFailure()
                .recoverWithItem(TurnEnd.IN_VAIN)
                .chain(end -> give(taken, end));
    }

    private Uni<Void> give(Taken taken, TurnEnd end) {
        var job = taken.owned().job().snapshot();
        return in(
                        job.org(),
                        () -> jobs.lock(job.id())
                                .chain(found -> found.map(held -> {
                                            held.endTurn(
                                                    taken.number(), end.advanced(), end.finished(), clock.instant());
                                            return jobs.save(held);
                                        })
                                        .orElseGet(() -> Uni.createFrom().voidItem())))
                .onFailure()
                .invoke(failure -> watch.failed(job.id(), failure))
                .onFailure()
                .recoverWithNull();
    }

    private <T> Uni<T> in(OrgId org, Supplier<Uni<T>> steps) {
        return apart.run(() -> unitOfWork.in(Work.ofHouse(JobWorker.class, org, "jobs"), steps));
    }
}
