package dev.cairn.adapters.rest.adoption;

import static dev.cairn.domain.shared.ErrorCode.CUSTOMER_NOT_FOUND;

import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.adoption.view.OverviewViews;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.shared.CustomerId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a customer is doing, over HTTP. */
@Path("/api/v1/customers/{id}/overview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Adoption plans")
public class OverviewResource {
    private final Exchange exchange;
    private final OverviewViews views;
    private final Clock clock;

    OverviewResource(Exchange exchange, OverviewViews views, Clock clock) {
        this.exchange = exchange;
        this.views = views;
        this.clock = clock;
    }

    /** Reads the overview of a customer. */
    @GET
    @Operation(
            operationId = "getCustomerOverview",
            summary = "Read how a customer is doing",
            description = "Its plans, the figures over all of them, what was finished lately and what comes next.")
    @APIResponse(responseCode = "200", description = "The overview")
    @Refuses(CUSTOMER_NOT_FOUND)
    public Uni<OverviewJson> get(@Parameter(description = "The customer's id.") @PathParam("id") String id) {
        return views.of(exchange.scope(Permission.CUSTOMER_READ), new CustomerId(PathIds.uuid(id)), clock.instant())
                .map(OverviewJson::of);
    }
}
