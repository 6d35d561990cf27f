package dev.cairn.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * Looks on from outside: sees every piece of work that speaks to the database begin, and how it ends. It changes nothing of
 * it, and neither waits nor fails. Whoever opens transactions asks it, so that no use case has to think of it.
 */
public interface Watch {
    /** One piece of work that is looked at. */
    @FunctionalInterface
    interface Look {
        /** It has ended. */
        void ended(Ending how);
    }

    /** Nobody looks. */
    Watch NOBODY = new Watch() {
        @Override
        public Look begins(Work work) {
            return how -> {};
        }

        @Override
        public Look begins(ReadScope scope) {
            return how -> {};
        }

        @Override
        public <T> Uni<T> over(Work work, Uni<T> done) {
            return done;
        }

        @Override
        public <T> Uni<T> over(ReadScope scope, Uni<T> found) {
            return found;
        }
    };

    /** Work that changes something begins; called in the place where it runs. */
    Look begins(Work work);

    /** A read begins. */
    Look begins(ReadScope scope);

    /** Does the work under the eyes of this watch. */
    default <T> Uni<T> over(Work work, Uni<T> done) {
        return look(() -> begins(work), done);
    }

    /** Reads under the eyes of this watch. */
    default <T> Uni<T> over(ReadScope scope, Uni<T> found) {
        return look(() -> begins(scope), found);
    }

    private static <T> Uni<T> look(Supplier<Look> begin, Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            var look = begin.get();
            return work.onTermination()
                    .invoke((result, failure, left) -> look.ended(left ? Ending.LEFT : Ending.of(failure)));
        });
    }
}
