package dev.cairn.adapters.rest.shared.edge;

import static dev.cairn.domain.shared.ErrorCode.VALIDATION_ERROR;

import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Refuses;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The limits of the service over HTTP. Whoever belongs to an organisation may know them, whatever its role. */
@Path("/api/v1/limits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Limits", description = "How much this service takes at once, and how often.")
public class LimitsResource {
    private final RateLimit rate;
    private final SlowBody slowBody;

    LimitsResource(RateLimit rate, SlowBody slowBody) {
        this.rate = rate;
        this.slowBody = slowBody;
    }

    /** Reads the limits. */
    @GET
    @Operation(
            operationId = "getLimits",
            summary = "Read the limits",
            description = "What a request may hold and how often one may ask, as it holds for the organisation of the"
                    + " token. Every role may read it.")
    @APIResponse(responseCode = "200", description = "The limits")
    @Refuses(VALIDATION_ERROR)
    public Uni<LimitsJson> get(@Context UriInfo uri, @Context RoutingContext request) {
        Query.of(uri).noMore();
        return Uni.createFrom()
                .item(LimitsJson.of(Exchange.caller(request).actor().org(), rate, slowBody));
    }
}
