package dev.cairn.bootstrap;

import dev.cairn.application.adoption.telemetry.TelemetryRetention;
import dev.cairn.application.shared.KeptAnswerPurge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Starts what has to happen from time to time, in every replica. */
@Singleton
class Clockwork {
    private static final Logger LOG = Logger.getLogger(Clockwork.class);

    private final KeptAnswerPurge answers;
    private final TelemetryRetention telemetry;
    private final Optional<Duration> telemetryKept;

    Clockwork(
            KeptAnswerPurge answers,
            TelemetryRetention telemetry,
            @ConfigProperty(name = "cairn.telemetry.retention") Optional<Duration> telemetryKept) {
        this.answers = answers;
        this.telemetry = telemetry;
        this.telemetryKept = telemetryKept;
    }

    @Scheduled(
            identity = "purge-kept-answers",
            every = "${cairn.idempotency.purge-every}",
            delayed = "${cairn.idempotency.purge-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> purgeKeptAnswers() {
        return answers.run()
                .invoke(gone -> LOG.debugf("%d kept answers are past their time", gone))
                .onFailure()
                .invoke(failure -> LOG.warn("kept answers could not be purged; tried again next time", failure))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }

    @Scheduled(
            identity = "keep-telemetry",
            every = "${cairn.telemetry.retention-every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keepTelemetry() {
        return telemetry
                .run(telemetryKept)
                .invoke(gone -> LOG.debugf("%d months of telemetry values are past their time", gone))
                .onFailure()
                .invoke(failure ->
                        LOG.warn("the months of telemetry could not be kept; tried again next time", failure))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }
}
