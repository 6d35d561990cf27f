package dev.cairn.application.shared;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Lets go of the answers that nobody can ask for again, organisation by organisation. Any replica may run it at any time. */
@Singleton
public class KeptAnswerPurge {
    /** The most that go in one transaction, so that none of them is long. */
    private static final int BATCH = 5_000;

    private final Purge purge;
    private final KeptAnswers answers;
    private final Clock clock;

    KeptAnswerPurge(UnitOfWork unitOfWork, KeptAnswers answers, Clock clock) {
        purge = new Purge(unitOfWork, KeptAnswerPurge.class, BATCH);
        this.answers = answers;
        this.clock = clock;
    }

    /** Purges; how many answers went. */
    public Uni<Integer> run() {
        return Uni.createFrom().deferred(() -> {
            var before = clock.instant().minus(KeptAnswer.LIFE);
            return answers.organisationsWithSome(before)
                    .chain(orgs -> purge.each(orgs, () -> answers.purge(before, BATCH)));
        });
    }
}
