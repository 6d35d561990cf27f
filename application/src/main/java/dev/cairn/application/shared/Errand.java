package dev.cairn.application.shared;

import io.smallrye.mutiny.Uni;

/**
 * What a piece of work is a part of, such as one plan of a roll-out: asked before the work begins and told what came of it, in
 * the transaction of the work itself. So both are kept, or neither.
 *
 * @param <A> what comes of the work
 */
public interface Errand<A> {
    /** Lets the work begin, or fails; the first step of its transaction. */
    Uni<Void> begin();

    /** Keeps what came of it; the last step. */
    Uni<Void> end(A answer);

    /** The work is a part of nothing else. */
    static <A> Errand<A> none() {
        return new Errand<>() {
            @Override
            public Uni<Void> begin() {
                return Uni.createFrom().voidItem();
            }

            @Override
            public Uni<Void> end(A answer) {
                return Uni.createFrom().voidItem();
            }
        };
    }
}
