package dev.cairn.application.jobs;

import dev.cairn.application.jobs.port.Jobs;
import dev.cairn.application.shared.Purge;
import dev.cairn.application.shared.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Lets go of jobs that ended long ago, organisation by organisation. Any replica may run it at any time. */
@Singleton
public class JobPurge {
    /** The most that go in one transaction, each with what was noted of its plans. */
    private static final int BATCH = 20;

    private final Purge purge;
    private final Jobs jobs;
    private final Clock clock;

    JobPurge(UnitOfWork unitOfWork, Jobs jobs, Clock clock) {
        purge = new Purge(unitOfWork, JobPurge.class, BATCH);
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
            return jobs.organisationsWithEnded(before).chain(orgs -> purge.each(orgs, () -> jobs.purge(before, BATCH)));
        });
    }
}
