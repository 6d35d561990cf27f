package dev.cairn.bootstrap.observation;

import dev.cairn.adapters.oidc.ProviderState;
import dev.cairn.application.shared.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Measures whether this replica is ready and what waits to be done. It looks from time to time and not when somebody asks for the
 * measures: whoever asks often costs no statement. Ages go on growing in between, also while the database is away.
 */
@Singleton
class Lookout {
    private static final Logger LOG = Logger.getLogger(Lookout.class);

    private final Backlog backlog;
    private final SmallRyeHealthReporter health;
    private final ProviderState provider;
    private final Clock clock;
    private final MeterRegistry registry;
    private final boolean measured;

    private volatile double ready = Double.NaN;
    private volatile Optional<Backlog.Waiting> waiting = Optional.empty();

    Lookout(
            Backlog backlog,
            SmallRyeHealthReporter health,
            ProviderState provider,
            Clock clock,
            MeterRegistry registry,
            @ConfigProperty(name = "cairn.metrics.enabled") boolean measured) {
        this.backlog = backlog;
        this.health = health;
        this.provider = provider;
        this.clock = clock;
        this.registry = registry;
        this.measured = measured;
    }

    void register(@Observes StartupEvent start) {
        if (!measured) {
            return;
        }
        Gauge.builder("cairn.ready", () -> ready)
                .description("Whether the replica is ready")
                .register(registry);
        Gauge.builder("cairn.identity.keys.known", () -> provider.areKeysKnown() ? 1 : 0)
                .description("Whether there are keys that tokens can be judged by")
                .register(registry);
        Gauge.builder("cairn.identity.provider.answers", () -> provider.isProviderAnswering() ? 1 : 0)
                .description("Whether the issuer answered when it was last asked")
                .register(registry);
        number("cairn.outbox.waiting", "Events that were not delivered yet, 10,000 at most", Backlog.Waiting::events);
        age("cairn.outbox.oldest.age", "Since the oldest of them happened", Backlog.Waiting::oldestEvent);
        number("cairn.jobs.ready", "Jobs that a turn could be taken at", Backlog.Waiting::readyJobs);
        number(
                "cairn.jobs.taken",
                "Jobs that somebody is at, or that rest until they are tried again",
                Backlog.Waiting::takenJobs);
        age(
                "cairn.jobs.longest.wait",
                "How long the ready job waits that waits longest",
                Backlog.Waiting::longestReady);
    }

    private void number(String name, String description, ToIntFunction<Backlog.Waiting> number) {
        Gauge.builder(
                        name,
                        () -> waiting.map(it -> (double) number.applyAsInt(it)).orElse(Double.NaN))
                .description(description)
                .register(registry);
    }

    private void age(String name, String description, Function<Backlog.Waiting, Optional<Instant>> since) {
        TimeGauge.builder(name, () -> waiting.map(it -> age(since.apply(it))).orElse(Double.NaN), TimeUnit.SECONDS)
                .description(description)
                .register(registry);
    }

    private double age(Optional<Instant> since) {
        return since.map(then -> Duration.between(then, clock.instant()).toMillis() / 1_000.0)
                .orElse(0.0);
    }

    @Scheduled(
            identity = "look-out",
            every = "${cairn.metrics.look-every}",
            delayed = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        if (!measured) {
            return Uni.createFrom().voidItem();
        }
        return health.getReadinessAsync()
                .invoke(found -> ready = found.isDown() ? 0 : 1)
                .chain(() -> backlog.count(clock.instant()))
                .invoke(found -> waiting = Optional.of(found))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warn("what waits could not be counted; tried again next time", failure))
                .onFailure()
                .recoverWithNull();
    }
}
