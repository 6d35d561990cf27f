package dev.cairn.application.shared;

import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Lets go of the answers that nobody can ask for again, organisation by organisation. Any replica may run it at any time. */
@Singleton
public class KeptAnswerPurge {
    /** The most that go in one transaction, so that none of them is long. */
    private static final int BATCH = 5_000;

    private final UnitOfWork unitOfWork;
    private final KeptAnswers answers;
    private final Clock clock;

    KeptAnswerPurge(UnitOfWork unitOfWork, KeptAnswers answers, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.answers = answers;
        this.clock = clock;
    }

    /** Purges; how many answers went. */
    public Uni<Integer> run() {
        return Uni.createFrom().deferred(() -> {
            var before = clock.instant().minus(KeptAnswer.LIFE);
            return answers.organisationsWithSome(before)
                    .onItem()
                    .transformToMulti(orgs -> Multi.createFrom().iterable(orgs))
                    .onItem()
                    .transformToUni(org -> purge(org, before))
                    .collectFailures() // one that fails is told at the end and stops no other
                    .concatenate()
                    .collect()
                    .with(java.util.stream.Collectors.summingInt(Integer::intValue));
        });
    }

    private Uni<Integer> purge(OrgId org, Instant before) {
        var work = Work.ofHouse(KeptAnswerPurge.class, org, "purge");
        return unitOfWork
                .in(work, () -> answers.purge(before, BATCH))
                .chain(gone -> gone < BATCH
                        ? Uni.createFrom().item(gone)
                        : purge(org, before).map(more -> gone + more));
    }
}
