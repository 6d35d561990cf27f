package dev.cairn.adapters.rest.telemetry.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AwayFromTheEventLoopTest {
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private record Seen(Context before, Context after, boolean onLoop, Object outcome) {}

    @Test
    void the_work_leaves_the_event_loop_and_what_follows_is_back_on_the_callers_own_context() throws Exception {
        var seen = seen(() -> Spreadsheets.away(Context::isOnEventLoopThread));

        assertThat(seen.outcome()).isEqualTo(false);
        assertThat(seen.onLoop()).isTrue();
        assertThat(seen.after()).isSameAs(seen.before());
    }

    @Test
    void a_refusal_comes_back_the_same_way() throws Exception {
        var seen = seen(() -> new Spreadsheets().read(SheetFormat.XLSX, new byte[0]));

        assertThat(seen.outcome()).isInstanceOf(DomainException.class);
        assertThat(seen.onLoop()).isTrue();
        assertThat(seen.after()).isSameAs(seen.before());
    }

    @Test
    void without_a_context_it_works_as_well() throws Exception {
        var sheets = new Spreadsheets();
        var content = sheets.write(SheetFormat.CSV, List.of())
                .chain(file -> sheets.read(SheetFormat.CSV, file))
                .subscribeAsCompletionStage()
                .get(10, TimeUnit.SECONDS);
        assertThat(content.entries()).isEmpty();
    }

    private static Seen seen(Supplier<Uni<?>> work) throws Exception {
        var seen = new CompletableFuture<Seen>();
        // A request has a context of its own that shares the loop's thread; coming back to the thread is not enough.
        var request = ((ContextInternal) VERTX.getOrCreateContext()).duplicate();
        request.runOnContext(begin -> {
            var before = Vertx.currentContext();
            work.get()
                    .subscribe()
                    .with(
                            item -> seen.complete(
                                    new Seen(before, Vertx.currentContext(), Context.isOnEventLoopThread(), item)),
                            failure -> seen.complete(
                                    new Seen(before, Vertx.currentContext(), Context.isOnEventLoopThread(), failure)));
        });
        return seen.get(10, TimeUnit.SECONDS);
    }
}
