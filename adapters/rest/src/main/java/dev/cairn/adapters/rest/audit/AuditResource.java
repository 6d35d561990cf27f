package dev.cairn.adapters.rest.audit;

import static dev.cairn.domain.shared.ErrorCode.VALIDATION_ERROR;

import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.ListJson;
import dev.cairn.adapters.rest.shared.Paged;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.audit.view.AuditFilter;
import dev.cairn.application.audit.view.AuditViews;
import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.EntityKind;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

/** The audit of the organisation, over HTTP. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who changed what, when and from where. It grows, and nobody changes it.")
public class AuditResource {
    private final Exchange exchange;
    private final AuditViews views;

    AuditResource(Exchange exchange, AuditViews views) {
        this.exchange = exchange;
        this.views = views;
    }

    /** Lists the audit of the organisation. */
    @GET
    @Operation(
            operationId = "listAudit",
            summary = "List the audit",
            description = "Every change in the organisation, newest first; deleted customers are there too.")
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
            name = "customerId",
            in = ParameterIn.QUERY,
            description = "Only of this customer and of what belongs to it, also when it was deleted.",
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
    @APIResponse(responseCode = "200", description = "A page of the audit")
    @Refuses(VALIDATION_ERROR)
    public Uni<ListJson<AuditEntryJson>> list(@Context UriInfo uri) {
        var scope = exchange.scope(Permission.AUDIT_READ);
        var query = Query.of(uri);
        var filter = filter(query, query.id("customerId").map(CustomerId::new));
        var page = query.page(FixedOrder.class);
        query.noMore();
        return views.list(scope, filter, page).map(found -> ListJson.of(found, AuditEntryJson::of));
    }

    /** What both lists can be narrowed by. */
    static AuditFilter filter(Query query, Optional<CustomerId> customer) {
        var from = query.instant("from");
        return new AuditFilter(
                customer,
                query.text("actor"),
                query.constant("entityKind", EntityKind.class),
                query.id("entityId"),
                query.text("action"),
                from,
                query.instantNotBefore(from, "to"));
    }
}
