package dev.cairn.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * All or nothing, and one organisation only: other organisations' rows do not exist inside. Changes may be written as
 * late as at its end, so a refusal by the database can come after the last step of the work.
 */
public interface UnitOfWork {
    /** Runs the work in one transaction; fails with {@link LostRace} when the same work may simply be tried again. */
    <T> Uni<T> in(Work work, Supplier<Uni<T>> steps);
}
