package dev.cairn.adapters.rest.shared;

import dev.cairn.application.shared.CurrentCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Asks for the token before anything else of a request is looked at, its path included. */
@Singleton
public class IdentityFilter {
    private final CurrentCaller current;

    IdentityFilter(CurrentCaller current) {
        this.current = current;
    }

    /** Lets requests of the API pass once it is known who sends them. */
    @ServerRequestFilter(preMatching = true)
    public Uni<Void> identify(ContainerRequestContext context, RoutingContext request) {
        if (!request.normalizedPath().startsWith("/api/")) {
            return Uni.createFrom().voidItem();
        }
        return current.get().invoke(caller -> Exchange.caller(request, caller)).replaceWithVoid();
    }
}
