package dev.cairn.application.shared;

import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Lets go of what is past its time, organisation by organisation, a bounded number in each transaction. */
public final class Purge {
    private final UnitOfWork unitOfWork;
    private final Class<?> purger;
    private final int batch;

    /**
     * A purge.
     *
     * @param purger whose work it is
     * @param batch the most that go in one transaction
     */
    public Purge(UnitOfWork unitOfWork, Class<?> purger, int batch) {
        this.unitOfWork = unitOfWork;
        this.purger = purger;
        this.batch = batch;
    }

    /**
     * Purges each organisation; how many went. One that fails is told at the end and stops no other.
     *
     * @param some lets go of at most a batch, in the transaction that it is called in; how many went
     */
    public Uni<Integer> each(List<OrgId> organisations, Supplier<Uni<Integer>> some) {
        return Multi.createFrom()
                .iterable(organisations)
                .onItem()
                .transformToUni(org -> all(org, some))
                .collectFailures()
                .concatenate()
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> all(OrgId org, Supplier<Uni<Integer>> some) {
        return unitOfWork
                .in(Work.ofHouse(purger, org, "purge"), some)
                .chain(gone -> gone < batch
                        ? Uni.createFrom().item(gone)
                        : all(org, some).map(more -> gone + more));
    }
}
