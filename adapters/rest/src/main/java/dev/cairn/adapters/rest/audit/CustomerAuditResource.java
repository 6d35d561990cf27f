package dev.cairn.adapters.rest.audit;

import static dev.cairn.domain.shared.ErrorCode.CUSTOMER_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.VALIDATION_ERROR;

import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.ListJson;
import dev.cairn.adapters.rest.shared.Paged;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.audit.view.AuditViews;
import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.EntityKind;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit of one customer, over HTTP. */
@Path("/api/v1/customers/{id}/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class CustomerAuditResource {
    private final Exchange exchange;
    private final AuditViews views;

    CustomerAuditResource(Exchange exchange, AuditViews views) {
        this.exchange = exchange;
        this.views = views;
    }

    /** Lists the audit of a customer. */
    @GET
    @Operation(
            operationId = "listCustomerAudit",
            summary = "List a customer's audit",
            description =
                    "Every change of the customer, its assignments, plans and tasks, newest first; removed ones are"
                            + " there too.")
    @Parameter(
            name = "actor",
            in = ParameterIn.QUERY,
            description = "Only by exactly this actor.",
            schema = @Schema(implementation = String.class, maxLength = 255),
            example = "css@northwind")
    @Parameter(
            name = "entityKind",
            in = ParameterIn.QUERY,
            description = "Only of records of this sort.",
            schema = @Schema(implementation = EntityKind.class))
    @Parameter(
            name = "entityId",
            in = ParameterIn.QUERY,
            description = "Only of the record with this id.",
            schema = @Schema(implementation = UUID.class))
    @Parameter(
            name = "action",
            in = ParameterIn.QUERY,
            description = "Only of exactly this type.",
            schema = @Schema(implementation = String.class, maxLength = 255),
            example = "customer.updated")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Only at this time or later.",
            schema = @Schema(implementation = Instant.class),
            example = "2026-11-21T00:00:00Z")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Only before this time.",
            schema = @Schema(implementation = Instant.class),
            example = "2026-11-22T00:00:00Z")
    @Paged
    @APIResponse(responseCode = "200", description = "A page of the customer's audit")
    @Refuses({VALIDATION_ERROR, CUSTOMER_NOT_FOUND})
    public Uni<ListJson<AuditEntryJson>> list(
            @Parameter(description = "The customer's id.") @PathParam("id") String id, @Context UriInfo uri) {
        var scope = exchange.scope(Permission.CUSTOMER_AUDIT_READ);
        var query = Query.of(uri);
        var filter = AuditResource.filter(query, Optional.empty());
        var page = query.page(FixedOrder.class);
        query.noMore();
        return views.ofCustomer(scope, new CustomerId(PathIds.uuid(id)), filter, page)
                .map(found -> ListJson.of(found, AuditEntryJson::of));
    }
}
