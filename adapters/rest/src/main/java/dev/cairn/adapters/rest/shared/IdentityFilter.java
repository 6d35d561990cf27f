package dev.cairn.adapters.rest.shared;

import dev.cairn.application.shared.CurrentCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Asks for the token before anything else of a request is looked at, its path included. */
@Singleton
public class IdentityFilter {
    private final CurrentCaller current;

    IdentityFilter(CurrentCaller current) {
        this.current = current;
    }

    /**
     * Lets a request pass once it is known who sends it. No path is left out: what is public (health, the published
     * description) does not come this way, and a path can be written in more forms than a list would know.
     */
    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION)
    public Uni<Void> identify(ContainerRequestContext context, RoutingContext request) {
        return current.get().invoke(caller -> Exchange.caller(request, caller)).replaceWithVoid();
    }
}
