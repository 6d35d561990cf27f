package dev.cairn.bootstrap;

import dev.cairn.application.jobs.JobBell;
import dev.cairn.application.jobs.JobPurge;
import dev.cairn.application.jobs.JobWorker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Has jobs done in this replica: as soon as one is started here, and from time to time because of those of others. */
@Singleton
class Workshop {
    private static final Logger LOG = Logger.getLogger(Workshop.class);

    private final JobWorker worker;
    private final JobBell bell;
    private final JobPurge purge;
    private final Duration kept;
    private final Duration patience;

    /** How often it was called since the worker last had nothing to do; whoever finds none starts him. */
    private final AtomicInteger calls = new AtomicInteger();

    /** Comes down when the worker rests for good. */
    private final CountDownLatch rested = new CountDownLatch(1);

    private volatile boolean closing;

    Workshop(
            JobWorker worker,
            JobBell bell,
            JobPurge purge,
            @ConfigProperty(name = "cairn.jobs.retention") Duration kept,
            @ConfigProperty(name = "quarkus.shutdown.timeout") Duration patience) {
        this.worker = worker;
        this.bell = bell;
        this.purge = purge;
        this.kept = kept;
        this.patience = patience;
    }

    void open(@Observes StartupEvent start) {
        bell.onRing(this::call);
    }

    @Scheduled(identity = "look-for-jobs", every = "${cairn.jobs.poll-every}", delayed = "${cairn.jobs.poll-every}")
    void call() {
        if (calls.getAndIncrement() == 0) {
            work();
        }
    }

    private void work() {
        var heard = calls.get();
        worker.run().subscribe().with(turns -> rest(heard), failure -> {
            LOG.warn("jobs could not be looked for; tried again next time", failure);
            rest(heard);
        });
    }

    /** Rests, unless somebody called meanwhile: what he means may have come after the last look. */
    private void rest(int heard) {
        if (calls.addAndGet(-heard) > 0) {
            work();
        } else if (closing) {
            rested.countDown();
        }
    }

    @Scheduled(
            identity = "purge-jobs",
            every = "${cairn.jobs.purge-every}",
            delayed = "${cairn.jobs.purge-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> purgeJobs() {
        return purge.run(kept)
                .invoke(gone -> LOG.debugf("%d jobs are past their time", gone))
                .onFailure()
                .invoke(failure -> LOG.warn("jobs could not be purged; tried again next time", failure))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }

    /** The service stops: nothing more is begun, and what is under way has a moment to end. The rest others do. */
    void close(@Observes ShutdownEvent stop) throws InterruptedException {
        worker.stop();
        closing = true;
        if (calls.get() > 0 && !rested.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("a part of a job is cut off; it is done anew when its lease is over");
        }
    }
}
