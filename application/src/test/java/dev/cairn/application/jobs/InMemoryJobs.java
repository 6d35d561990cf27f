package dev.cairn.application.jobs;

import dev.cairn.application.jobs.port.Jobs;
import dev.cairn.application.jobs.view.JobTally;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.application.shared.Role;
import dev.cairn.application.shared.UnitOfWork;
import dev.cairn.application.shared.Work;
import dev.cairn.domain.jobs.Job;
import dev.cairn.domain.jobs.published.JobKind;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.JobId;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Jobs in a map, and a unit of work that keeps none of it when a step fails. */
public final class InMemoryJobs implements Jobs {
    /** What was told, by units of work that were kept. */
    public final List<DomainEvent> told = new ArrayList<>();

    /** Jobs that somebody else holds this moment. */
    public final Set<JobId> held = new HashSet<>();

    /** Organisations in which nothing can be stored. */
    public final Set<OrgId> broken = new HashSet<>();

    /** Whether nobody can look for jobs. */
    public boolean blind;

    private final Map<JobId, Job.Snapshot> rows = new LinkedHashMap<>();

    /** The unit of work over these jobs and, inside it, over whatever else there is. */
    public UnitOfWork unitOfWork(UnitOfWork inner) {
        return new UnitOfWork() {
            @Override
            public <T> Uni<T> in(Work work, Supplier<Uni<T>> steps) {
                return Uni.createFrom().deferred(() -> {
                    if (broken.contains(work.sight().org())) {
                        return Uni.createFrom().failure(new IllegalStateException("away"));
                    }
                    var before = new LinkedHashMap<>(rows);
                    var toldBefore = List.copyOf(told);
                    return inner.in(work, steps).onFailure().invoke(() -> {
                        rows.clear();
                        rows.putAll(before);
                        told.clear();
                        told.addAll(toldBefore);
                    });
                });
            }
        };
    }

    /** A unit of work over these jobs alone. */
    public UnitOfWork unitOfWork() {
        return unitOfWork(new UnitOfWork() {
            @Override
            public <T> Uni<T> in(Work work, Supplier<Uni<T>> steps) {
                return Uni.createFrom().deferred(steps::get);
            }
        });
    }

    /** As it is stored. */
    public Job.Snapshot stored(JobId id) {
        return rows.get(id);
    }

    /** How many there are. */
    public int size() {
        return rows.size();
    }

    @Override
    public Uni<Void> add(Job job) {
        return save(job);
    }

    @Override
    public Uni<Void> save(Job job) {
        return Uni.createFrom().voidItem().invoke(() -> {
            rows.put(job.id(), job.snapshot());
            told.addAll(job.takeEvents());
        });
    }

    @Override
    public Uni<Job> lock(ReadScope scope, JobId id) {
        return lock(id).map(found -> found.filter(job -> job.snapshot().org().equals(scope.org()))
                .filter(job -> scope.customers().everything()
                        || scope.customers()
                                .assignee()
                                .equals(Optional.of(job.snapshot().startedBy())))
                .orElseThrow(() -> new DomainException(ErrorCode.JOB_NOT_FOUND, "There is no such job.")));
    }

    @Override
    public Uni<Optional<Job>> lock(JobId id) {
        return Uni.createFrom().item(Optional.ofNullable(rows.get(id)).map(Job::restore));
    }

    @Override
    public Uni<Optional<Owned>> lockIfFree(JobId id) {
        return lock(id).map(found -> found.filter(job -> !held.contains(id))
                .map(job -> new Owned(
                        job,
                        Caller.of(new Actor(job.snapshot().org(), job.snapshot().startedBy()), Role.CSS),
                        Origin.internal("test"))));
    }

    @Override
    public Uni<JobTally> tally(JobId id) {
        return Uni.createFrom().item(JobTally.NONE);
    }

    @Override
    public Uni<List<Due>> due(Set<JobKind> kinds, Instant now, int most) {
        if (blind) {
            return Uni.createFrom().failure(new IllegalStateException("away"));
        }
        return Uni.createFrom()
                .item(rows.values().stream()
                        .filter(job ->
                                kinds.contains(job.kind()) && !job.status().isEnded())
                        .filter(job -> job.turns().free().filter(now::isBefore).isEmpty())
                        .sorted(Comparator.comparing((Job.Snapshot job) -> lastTurnOf(job.org()))
                                .thenComparing(job -> job.turns().lastAt().orElse(Instant.MIN)))
                        .limit(most)
                        .map(job -> new Due(job.org(), job.id()))
                        .toList());
    }

    private Instant lastTurnOf(OrgId org) {
        return rows.values().stream()
                .filter(job -> job.org().equals(org))
                .flatMap(job -> job.turns().lastAt().stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    @Override
    public Uni<List<OrgId>> organisationsWithEnded(Instant before) {
        return Uni.createFrom()
                .item(ended(before).map(Job.Snapshot::org).distinct().toList());
    }

    @Override
    public Uni<Integer> purge(Instant before, int most) {
        var gone = ended(before).limit(most).map(Job.Snapshot::id).toList();
        gone.forEach(rows::remove);
        return Uni.createFrom().item(gone.size());
    }

    private Stream<Job.Snapshot> ended(Instant before) {
        return rows.values().stream()
                .filter(job -> job.endedAt().filter(end -> end.isBefore(before)).isPresent());
    }
}
