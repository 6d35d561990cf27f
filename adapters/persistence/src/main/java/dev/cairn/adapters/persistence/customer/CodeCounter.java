package dev.cairn.adapters.persistence.customer;

import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts on for everybody who wants the next number of an organisation. Who asks while a count of it is under way waits for
 * that and shares the next one with all who asked meanwhile, in the order in which they asked: the busier it is, the less
 * each number costs.
 *
 * @param <T> what is told of a number
 */
final class CodeCounter<T> {
    /** So many share a count; more would have the first of them wait for the rest. */
    private static final int MOST = 64;

    private final Counting<T> counting;

    /** Who waits, of the organisations of which a count is under way. */
    private final Map<OrgId, Queue<Asker<T>>> waiting = new HashMap<>();

    /** Counts on; what it throws counts as a failure. */
    @FunctionalInterface
    interface Counting<T> {
        /**
         * Takes the next numbers.
         *
         * @param scope says of which organisation
         * @param many how many, at least one
         * @return what is told of each, in their order
         */
        Uni<List<T>> count(ReadScope scope, int many);
    }

    /** @param context where the asker goes on: another request's count may be what answers it, or what it waits for */
    private record Asker<T>(
            ReadScope scope,
            UniEmitter<? super T> emitter,
            @Nullable Context context) {
        private void tell(Consumer<UniEmitter<? super T>> answer) {
            inItsPlace(() -> answer.accept(emitter));
        }

        private void inItsPlace(Runnable step) {
            if (context == null || context == Vertx.currentContext()) {
                step.run();
            } else {
                context.runOnContext(there -> step.run());
            }
        }
    }

    CodeCounter(Counting<T> counting) {
        this.counting = counting;
    }

    /** The next number of the organisation; fails as the count does. */
    Uni<T> next(ReadScope scope) {
        return Uni.createFrom().emitter(emitter -> ask(new Asker<>(scope, emitter, Vertx.currentContext())));
    }

    private void ask(Asker<T> asker) {
        synchronized (waiting) {
            var underWay = waiting.putIfAbsent(asker.scope().org(), new ArrayDeque<>());
            if (underWay != null) {
                underWay.add(asker);
                return;
            }
        }
        count(List.of(asker));
    }

    private void count(List<Asker<T>> askers) {
        var scope = askers.get(0).scope();
        Uni.createFrom()
                .deferred(() -> counting.count(scope, askers.size()))
                .invoke(counted -> {
                    if (counted.size() != askers.size()) {
                        throw new IllegalStateException(counted.size() + " numbers for " + askers.size());
                    }
                })
                .subscribe()
                .with(
                        counted -> {
                            nextOf(scope.org());
                            for (int i = 0; i < askers.size(); i++) {
                                var told = counted.get(i);
                                askers.get(i).tell(emitter -> emitter.complete(told));
                            }
                        },
                        failure -> {
                            nextOf(scope.org());
                            askers.forEach(asker -> asker.tell(emitter -> emitter.fail(failure)));
                        });
    }

    private void nextOf(OrgId org) {
        var askers = new ArrayList<Asker<T>>();
        synchronized (waiting) {
            var queue = Objects.requireNonNull(waiting.get(org), "a count is under way");
            while (!queue.isEmpty() && askers.size() < MOST) {
                askers.add(queue.remove());
            }
            if (askers.isEmpty()) {
                waiting.remove(org);
            }
        }
        if (!askers.isEmpty()) {
            askers.get(0).inItsPlace(() -> count(askers));
        }
    }
}
