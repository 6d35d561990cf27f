package dev.cairn.adapters.persistence.shared;

import dev.cairn.application.shared.Apart;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** A unit of work is known by the Vert.x context it runs in, so each that runs beside others gets one, on the next event loop. */
@Singleton
class OwnContexts implements Apart {
    private final VertxInternal vertx;

    OwnContexts(Vertx vertx) {
        this.vertx = (VertxInternal) vertx;
    }

    @Override
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(listener -> {
            var context = VertxContext.createNewDuplicatedContext(vertx.createEventLoopContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(here ->
                    Uni.createFrom().<T>deferred(work::get).subscribe().with(listener::complete, listener::fail));
        });
    }
}
