package dev.cairn.bootstrap;

import dev.cairn.application.shared.KeptAnswerPurge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Starts what has to happen from time to time, in every replica. */
@Singleton
class Clockwork {
    private static final Logger LOG = Logger.getLogger(Clockwork.class);

    private final KeptAnswerPurge answers;

    Clockwork(KeptAnswerPurge answers) {
        this.answers = answers;
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
}
