package dev.cairn.adapters.rest.shared.edge;

import dev.cairn.adapters.rest.shared.BodyReader;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hangs up on a client whose body does not arrive in time. The platform's own time-outs begin anew with every byte, so a
 * byte a second would hold a connection, and a thread that waits for it, for as long as the client likes.
 */
@Singleton
public class SlowBody {
    private final Vertx vertx;
    private final Duration patience;

    SlowBody(Vertx vertx, @ConfigProperty(name = "cairn.http.body-timeout") Duration patience) {
        this.vertx = vertx;
        this.patience = patience;
    }

    /** How long a body may take, from the head of the request to its last byte. */
    public Duration patience() {
        return patience;
    }

    void watch(@Observes Filters filters) {
        filters.register(this::time, Order.SLOW_BODY);
    }

    void time(RoutingContext context) {
        var request = context.request();
        if (bringsABody(request)) {
            var timer = vertx.setTimer(patience.toMillis(), fired -> hangUp(request));
            // What is done with a whole body may take its time. The request cannot be asked for this: one that is
            // read in steps counts as paused, not as ended, after the last of them.
            BodyReader.onceRead(context, () -> vertx.cancelTimer(timer));
            // An answer may come before the body is through, and does not excuse the rest of it.
            context.addEndHandler(answered -> {
                if (request.isEnded()) {
                    vertx.cancelTimer(timer);
                }
            });
        }
        context.next();
    }

    private static boolean bringsABody(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            return !request.isEnded();
        }
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.headers().contains("Transfer-Encoding") : !length.equals("0");
    }

    private static void hangUp(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            // Others share the connection.
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
