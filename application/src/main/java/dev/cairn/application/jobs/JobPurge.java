package dev.cairn.application.jobs;

import dev.cairn.application.jobs.port.Jobs;
import dev.cairn.application.shared.UnitOfWork;
import dev.cairn.application.shared.Work;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/** Lets go of jobs that ended long ago, organisation by organisation. Any replica may run it at any time. */
@Singleton
public class JobPurge {
    /** The most that go in one transaction, each with what was noted of its plans. */
    private static final int BATCH = 20;

    private final UnitOfWork unitOfWork;
    private final Jobs jobs;
    private final Clock clock;

    JobPurge(UnitOfWork unitOfWork, Jobs jobs, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Purges.
     *
     * @param kept how long ended jobs are kept
     * @return how many went
     */
    public Uni<Integer> run(Duration kept) {
        return Uni.createFrom().deferred(() -> {
            var before = clock.instant().minus(kept);
            return jobs.organisationsWithEnded(before)
                    .onItem()
                    .transformToMulti(orgs -> Multi.createFrom().iterable(orgs))
                    .onItem()
                    .transformToUni(org -> purge(org, before))
                    .collectFailures() // one that fails is told at the end and stops no other
                    .concatenate()
                    .collect()
                    .with(Collectors.summingInt(Integer::intValue));
        });
    }

    private Uni<Integer> purge(OrgId org, Instant before) {
        return unitOfWork
                .in(Work.ofHouse(JobPurge.class, org, "purge"), () -> jobs.purge(before, BATCH))
                .chain(gone -> gone < BATCH
                        ? Uni.createFrom().item(gone)
                        : purge(org, before).map(more -> gone + more));
    }
}
