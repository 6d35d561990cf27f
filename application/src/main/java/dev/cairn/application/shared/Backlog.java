package dev.cairn.application.shared;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** What waits to be done, over all organisations; asked outside of any of them, it tells numbers and nothing of whose they are. */
public interface Backlog {
    /** Counting ends here: what is more is as bad, and would take longer to count. */
    int BOUND = 10_000;

    /**
     * What waited at one time.
     *
     * @param events events that the world is to be told and was not yet, {@link #BOUND} at most
     * @param oldestEvent when the oldest of them happened
     * @param readyJobs jobs that a turn could be taken at, {@link #BOUND} at most
     * @param takenJobs jobs that somebody is at, or that rest until they are tried again
     * @param longestReady since when the job waits that waits the longest
     */
    record Waiting(
            int events, Optional<Instant> oldestEvent, int readyJobs, int takenJobs, Optional<Instant> longestReady) {}

    /** Counts. */
    Uni<Waiting> count(Instant now);
}
