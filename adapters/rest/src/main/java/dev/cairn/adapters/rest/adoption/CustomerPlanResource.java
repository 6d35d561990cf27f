package dev.cairn.adapters.rest.adoption;

import static dev.cairn.domain.shared.ErrorCode.CUSTOMER_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.VALIDATION_ERROR;

import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.ListJson;
import dev.cairn.adapters.rest.shared.Paged;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.adoption.view.PlanViews;
import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.shared.CustomerId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The plans of one customer, over HTTP. */
@Path("/api/v1/customers/{id}/adoption-plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Adoption plans")
public class CustomerPlanResource {
    private final Exchange exchange;
    private final PlanViews plans;

    CustomerPlanResource(Exchange exchange, PlanViews plans) {
        this.exchange = exchange;
        this.plans = plans;
    }

    /** Lists a customer's plans. */
    @GET
    @Operation(
            operationId = "listCustomerAdoptionPlans",
            summary = "List a customer's plans",
            description = "Oldest first, without their tasks; those of removed assignments are not there.")
    @Paged
    @APIResponse(responseCode = "200", description = "A page of plans")
    @Refuses({VALIDATION_ERROR, CUSTOMER_NOT_FOUND})
    public Uni<ListJson<PlanJson>> list(
            @Parameter(description = "The customer's id.") @PathParam("id") String id, @Context UriInfo uri) {
        var scope = exchange.scope(Permission.CUSTOMER_READ);
        var query = Query.of(uri);
        var page = query.page(FixedOrder.class);
        query.noMore();
        return plans.ofCustomer(scope, new CustomerId(PathIds.uuid(id)), page)
                .map(found -> ListJson.of(found, PlanJson::of));
    }
}
