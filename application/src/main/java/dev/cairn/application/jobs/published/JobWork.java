package dev.cairn.application.jobs.published;

import dev.cairn.domain.jobs.published.JobKind;
import io.smallrye.mutiny.Uni;

/** How jobs of a kind are done. A new kind of job is one more of these. */
public interface JobWork {
    /** Of which kind. */
    JobKind kind();

    /**
     * Does a part of a job. It may be done by two at once when a lease ran out, and begun anew after any interruption: what is
     * done has to be noted in the transaction that does it.
     */
    Uni<TurnEnd> turn(JobTurn turn);
}
