package dev.cairn.application.jobs.published;

import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Origin;
import dev.cairn.domain.shared.JobId;
import dev.cairn.domain.shared.JsonObject;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * A part of a job that is to be done now.
 *
 * @param caller on whose behalf
 * @param origin from where it was started
 * @param parameters what is to be done
 * @param size how much at most: plans, rows
 * @param hands how many at once
 * @param until when others may take over; nothing is begun from then on
 * @param stopped whether the service is about to stop; nothing is begun then
 */
public record JobTurn(
        JobId job,
        Caller caller,
        Origin origin,
        JsonObject parameters,
        int size,
        int hands,
        Instant until,
        BooleanSupplier stopped) {
    /** Whether one more thing may be begun. */
    public boolean goesOn(Instant now) {
        return now.isBefore(until) && !stopped.getAsBoolean();
    }
}
