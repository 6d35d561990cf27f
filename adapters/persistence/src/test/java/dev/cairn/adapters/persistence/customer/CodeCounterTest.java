package dev.cairn.adapters.persistence.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.shared.ReadScope;
import dev.cairn.application.shared.Work;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Numbers for everybody who asks, with a count that is answered when the test says so. */
class CodeCounterTest {
    private final List<Count> counts = new CopyOnWriteArrayList<>();
    private final CodeCounter<Long> counter = new CodeCounter<>((scope, many) ->
            Uni.createFrom().emitter(emitter -> counts.add(new Count(scope.org().value(), many, emitter))));

    private record Count(String org, int many, UniEmitter<? super List<Long>> answer) {
        private void answer(long first) {
            answer.complete(LongStream.range(first, first + many).boxed().toList());
        }
    }

    private static ReadScope in(String org) {
        return Work.ofHouse(CodeCounterTest.class, new OrgId(org), "test").sight();
    }

    private CompletableFuture<Long> ask(String org) {
        return counter.next(in(org)).subscribeAsCompletionStage();
    }

    @Test
    void the_first_to_ask_is_counted_for_at_once() {
        var first = ask("north");

        counts.get(0).answer(7);

        assertThat(counts).hasSize(1);
        assertThat(first).isCompletedWithValue(7L);
    }

    @Test
    void who_asks_while_a_count_is_under_way_shares_the_next_in_the_order_of_asking() {
        var first = ask("north");
        var second = ask("north");
        var third = ask("north");
        assertThat(counts).hasSize(1);

        counts.get(0).answer(1);
        assertThat(counts).hasSize(2);
        assertThat(counts.get(1).many()).isEqualTo(2);
        counts.get(1).answer(2);

        assertThat(List.of(first.join(), second.join(), third.join())).containsExactly(1L, 2L, 3L);
        assertThat(counts).as("nobody is left to count for").hasSize(2);
    }

    @Test
    void organisations_do_not_wait_for_each_other() {
        ask("north");
        var south = ask("south");

        assertThat(counts).extracting(Count::org).containsExactly("north", "south");
        counts.get(1).answer(1);

        assertThat(south).isCompletedWithValue(1L);
    }

    @Test
    void a_count_that_fails_fails_those_who_shared_it_and_nobody_else() {
        var first = ask("north");
        var second = ask("north");

        counts.get(0).answer().fail(new IllegalStateException("no database"));
        counts.get(1).answer(1);

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedWithValue(1L);
    }

    @Test
    void a_count_that_throws_or_says_too_little_is_a_failure_and_keeps_nobody_after_it_waiting() {
        var calls = new AtomicInteger();
        var broken = new CodeCounter<Long>((scope, many) -> switch (calls.incrementAndGet()) {
            case 1 -> throw new IllegalStateException("no connection");
            case 2 -> Uni.createFrom().item(List.of());
            default -> Uni.createFrom().item(List.of(9L));
        });

        assertThat(broken.next(in("north")).subscribeAsCompletionStage()).isCompletedExceptionally();
        assertThat(broken.next(in("north")).subscribeAsCompletionStage()).isCompletedExceptionally();
        assertThat(broken.next(in("north")).subscribeAsCompletionStage()).isCompletedWithValue(9L);
    }

    @Test
    void it_counts_again_after_all_were_served() {
        ask("north");
        counts.get(0).answer(1);

        var later = ask("north");
        counts.get(1).answer(2);

        assertThat(later).isCompletedWithValue(2L);
    }

    @Test
    void the_answer_comes_where_it_was_asked_for() throws Exception {
        var vertx = Vertx.vertx();
        try {
            var here = vertx.getOrCreateContext();
            var there = new CompletableFuture<Context>();
            here.runOnContext(go -> counter.next(in("north"))
                    .subscribe()
                    .with(number -> there.complete(Vertx.currentContext()), there::completeExceptionally));
            while (counts.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(1);
            }

            counts.get(0).answer(1);

            assertThat(there.get(10, TimeUnit.SECONDS)).isSameAs(here);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }
}
