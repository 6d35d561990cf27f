package dev.cairn.adapters.rest.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    /** Before the platform's own limit. */
    private static final int PRIORITY = 1_000;

    private final BigInteger limit;
    private final ObjectMapper json;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ObjectMapper json) {
        this.limit = limit.asBigInteger();
        this.json = json;
    }

    void watch(@Observes Filters filters) {
        filters.register(this::limit, PRIORITY);
    }

    void limit(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !isOfTheApi(request) || !isAbove(length)) {
            request.next();
            return;
        }
        answer(request);
    }

    private static boolean isOfTheApi(RoutingContext request) {
        var path = request.request().path();
        return path != null && path.startsWith("/api/");
    }

    private boolean isAbove(String length) {
        return length.chars().allMatch(c -> c >= '0' && c <= '9') && new BigInteger(length).compareTo(limit) > 0;
    }

    private void answer(RoutingContext request) {
        var refusal = ProblemMapper.problem(
                new DomainException(
                        ErrorCode.PAYLOAD_TOO_LARGE, "The body has more bytes than are taken anywhere here."),
                request);
        var written = request.response()
                .setStatusCode(refusal.getStatus())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMapper.PROBLEM.toString())
                .end(json(refusal.getEntity()));
        if (request.request().version() != HttpVersion.HTTP_2) {
            // What was announced is not read any more, so nothing can follow it on this connection.
            written.onComplete(done -> request.request().connection().close());
        }
    }

    private String json(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
