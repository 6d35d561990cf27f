package dev.cairn.adapters.rest.shared.edge;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body above the platform's own limit with a problem; the platform would answer with nothing in it. */
@Singleton
public class BodyLimit {
    private final BigInteger limit;
    private final EarlyRefusal refusal;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, EarlyRefusal refusal) {
        this.limit = limit.asBigInteger();
        this.refusal = refusal;
    }

    void watch(@Observes Filters filters) {
        filters.register(this::limit, Order.BODY_LIMIT);
    }

    void limit(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !isOfTheApi(request) || !isAbove(length)) {
            request.next();
            return;
        }
        var written = refusal.answer(
                request,
                new DomainException(
                        ErrorCode.PAYLOAD_TOO_LARGE,
                        "The body has more than the " + limit + " bytes that are taken anywhere here."));
        if (request.request().version() != HttpVersion.HTTP_2) {
            // What was announced is not read any more, so nothing can follow it on this connection.
            written.onComplete(done -> request.request().connection().close());
        }
    }

    private static boolean isOfTheApi(RoutingContext request) {
        var path = request.request().path();
        return path != null && path.startsWith("/api/");
    }

    private boolean isAbove(String length) {
        return length.chars().allMatch(c -> c >= '0' && c <= '9') && new BigInteger(length).compareTo(limit) > 0;
    }
}
