package dev.cairn.application.adoption.telemetry.port;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The history of values, which is kept by month of sight, for all organisations together. */
public interface TelemetryMonths {
    /** Makes room for the months from one instant's to another's, at most 24; how many there were not yet. */
    Uni<Integer> make(Instant first, Instant last);

    /**
     * Lets go of the months that ended before an instant, which is 30 days ago at least; how many went. Latest values
     * stay.
     */
    Uni<Integer> dropBefore(Instant instant);
}
