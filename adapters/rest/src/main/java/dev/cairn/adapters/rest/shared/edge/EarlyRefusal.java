package dev.cairn.adapters.rest.shared.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.adapters.rest.shared.Problem;
import dev.cairn.adapters.rest.shared.ProblemMapper;
import dev.cairn.domain.shared.DomainException;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

/** Refuses requests that never reach a resource, with the same problems as everywhere. */
@Singleton
class EarlyRefusal {
    private final ObjectMapper json;

    EarlyRefusal(ObjectMapper json) {
        this.json = json;
    }

    /** Answers; the result says when the answer is written. */
    Future<Void> answer(RoutingContext request, DomainException refusal) {
        var problem = ProblemMapper.problem(refusal, request);
        return request.response()
                .setStatusCode(problem.getStatus())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMapper.PROBLEM.toString())
                .end(json(problem.getEntity()));
    }

    private String json(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
