package dev.cairn.adapters.rest.shared;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives every answer that is one resource its entity tag, and does not send again what the caller has. */
@Singleton
public class EntityTags {
    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** Whether the lines of {@code If-None-Match} name a tag, so that what it stands for will not be sent. */
    public static boolean isKnown(EntityTag tag, List<String> lines) {
        return tag.isAmong(TagList.of(lines));
    }

    @ServerResponseFilter
    void tag(ContainerRequestContext asked, ContainerResponseContext answer, RoutingContext request) {
        if (!(answer.getEntity() instanceof Tagged resource)) {
            return;
        }
        var tag = resource.etag();
        answer.getHeaders().putSingle(HttpHeaders.ETAG, tag.value());
        if (READS.contains(asked.getMethod())
                && tag.isAmong(TagList.of(request.request().headers().getAll(HttpHeaders.IF_NONE_MATCH)))) {
            answer.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
            answer.setEntity(null);
        }
    }
}
