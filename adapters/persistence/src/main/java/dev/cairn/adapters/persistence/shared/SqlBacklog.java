package dev.cairn.adapters.persistence.shared;

import dev.cairn.application.shared.Backlog;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Has the database count, by one statement that it bounds itself. */
@Singleton
class SqlBacklog implements Backlog {
    private static final String COUNT =
            "select b.events, b.oldest_event, b.ready_jobs, b.taken_jobs, b.longest_ready from backlog($1, $2) b";

    private final Reads reads;

    SqlBacklog(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Uni<Waiting> count(Instant now) {
        return reads.outside(
                        COUNT,
                        line -> new Waiting(
                                line.count(), line.maybeInstant(), line.count(), line.count(), line.maybeInstant()),
                        Columns.time(now),
                        BOUND)
                .map(rows -> rows.get(0));
    }
}
