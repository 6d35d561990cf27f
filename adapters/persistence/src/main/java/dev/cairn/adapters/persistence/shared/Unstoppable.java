package dev.cairn.adapters.persistence.shared;

import io.smallrye.mutiny.Uni;

/**
 * Work that goes on to its end once it has begun. A client that hangs up cancels its request; passed on to the database, a
 * cancel would leave a connection handed out to nobody, or steps running on one that somebody else has by then.
 */
final class Unstoppable {
    private Unstoppable() {}

    /** The same work; whoever cancels only stops listening. */
    static <T> Uni<T> work(Uni<T> work) {
        return Uni.createFrom().emitter(listener -> work.subscribe().with(listener::complete, listener::fail));
    }
}
