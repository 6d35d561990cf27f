package dev.cairn.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** A verb of the service. */
public interface UseCase<C extends GuardedCommand, R> {
    /**
     * Does it, in one transaction.
     *
     * @param envelope who asks, from where, and how the result becomes the answer
     * @param command makes the command; called once the right as such is established, so that whoever has none learns
     *     nothing from the faults of what was sent
     */
    <A> Uni<A> handle(Envelope<R, A> envelope, Supplier<C> command);
}
