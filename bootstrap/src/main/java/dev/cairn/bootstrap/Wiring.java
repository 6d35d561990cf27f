package dev.cairn.bootstrap;

import com.fasterxml.uuid.Generators;
import dev.cairn.application.jobs.JobSettings;
import dev.cairn.application.jobs.JobWorker;
import dev.cairn.application.jobs.port.Jobs;
import dev.cairn.application.jobs.published.JobWatch;
import dev.cairn.application.jobs.published.JobWork;
import dev.cairn.application.shared.Apart;
import dev.cairn.application.shared.Gate;
import dev.cairn.application.shared.Handler;
import dev.cairn.application.shared.Ids;
import dev.cairn.application.shared.KeptAnswers;
import dev.cairn.application.shared.PermissionMatrix;
import dev.cairn.application.shared.Role;
import dev.cairn.application.shared.Standings;
import dev.cairn.application.shared.UnitOfWork;
import dev.cairn.domain.adoption.ForecastPolicy;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes what the application layer asks for and no adapter brings. */
@Singleton
class Wiring {
    /** PostgreSQL keeps microseconds: what was written is equal to what is read only if the clock keeps no more. */
    private static final Duration TICK = Duration.ofNanos(1_000);

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), TICK);
    }

    /** UUIDv7, monotone inside one process. */
    @Produces
    @Singleton
    Ids ids() {
        var generator = Generators.timeBasedEpochGenerator();
        return generator::generate;
    }

    @Produces
    @Singleton
    Gate gate(Standings standings, @ConfigProperty(name = "cairn.customers.creators") Set<Role> creators) {
        return new Gate(new PermissionMatrix(creators), standings);
    }

    /** How long telemetry values speak. */
    @Produces
    @Singleton
    FreshnessPolicy freshness(
            @ConfigProperty(name = "cairn.telemetry.freshness") Optional<Duration> window,
            @ConfigProperty(name = "cairn.telemetry.freshness-grace") Duration grace,
            @ConfigProperty(name = "cairn.telemetry.full-file-grace") int fullFiles) {
        return new FreshnessPolicy(window, grace, fullFiles);
    }

    /** What is expected of plans. */
    @Produces
    @Singleton
    ForecastPolicy forecast(@ConfigProperty(name = "cairn.adoption.expected-duration") Duration expected) {
        return new ForecastPolicy(expected);
    }

    /** What nobody waits for and nobody foresaw is told by the log. */
    @Produces
    @Singleton
    JobWatch jobWatch() {
        var log = Logger.getLogger(JobWorker.class);
        return (job, failure) -> log.warnf(failure, "job %s: something failed; it goes on", job.value());
    }

    @Produces
    @Singleton
    JobWorker jobWorker(
            UnitOfWork unitOfWork,
            Jobs jobs,
            @All List<JobWork> works,
            Clock clock,
            Apart apart,
            JobWatch watch,
            @ConfigProperty(name = "cairn.jobs.turn") int turn,
            @ConfigProperty(name = "cairn.jobs.concurrency") int hands,
            @ConfigProperty(name = "cairn.jobs.lease") Duration lease) {
        return new JobWorker(unitOfWork, jobs, works, new JobSettings(turn, hands, lease), clock, apart, watch);
    }

    @Produces
    @Singleton
    Handler.Frame frame(UnitOfWork unitOfWork, Gate gate, KeptAnswers answers, Clock clock, Ids ids) {
        return new Handler.Frame(unitOfWork, gate, answers, clock, ids);
    }
}
