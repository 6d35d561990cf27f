package dev.cairn.adapters.rest.catalog;

import static dev.cairn.domain.shared.ErrorCode.*;

import dev.cairn.adapters.rest.catalog.ProductPartJson.OutcomeJson;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.ListJson;
import dev.cairn.adapters.rest.shared.Paged;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.domain.catalog.Facet;
import dev.cairn.domain.catalog.Outcome;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.OutcomeId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Outcomes of a product or of a solution over HTTP: both have them alike. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class OutcomeRoutes {
    private static final PartRequests.Sort<OutcomeId, Outcome, OutcomeJson> SORT = new PartRequests.Sort<>(
            "outcomes", Facet.OUTCOMES, OutcomeId::new, ProductDocuments::outcome, OutcomeJson::of, OutcomeJson::id);

    private final PartRequests parts;

    OutcomeRoutes(PartRequests parts) {
        this.parts = parts;
    }

    /** Adds an outcome. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addOutcome",
            summary = "Add an outcome to a product",
            description = "Without a key it gets one made of its name.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ProductDocumentJson.OutcomeJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "The outcome",
            content = @Content(schema = @Schema(implementation = OutcomeJson.class)))
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND, OUTCOME_NAME_EXISTS})
    public Uni<RestResponse<OutcomeJson>> add(
            @Parameter(description = "The product's id.") @PathParam("id") String id, Body body) {
        return parts.add(SORT, offering(id), body);
    }

    /** Lists outcomes. */
    @GET
    @Operation(
            operationId = "listOutcomes",
            summary = "List the outcomes of a product",
            description = "In the order of their creation.")
    @Paged
    @APIResponse(responseCode = "200", description = "A page of outcomes")
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND})
    public Uni<ListJson<OutcomeJson>> list(
            @Parameter(description = "The product's id.") @PathParam("id") String id, @Context UriInfo uri) {
        return parts.list(SORT, offering(id), uri);
    }

    /** Reads an outcome. */
    @GET
    @Path("/{outcomeId}")
    @Operation(operationId = "getOutcome", summary = "Read an outcome", description = "One outcome of a product.")
    @APIResponse(responseCode = "200", description = "The outcome")
    @Refuses({PRODUCT_NOT_FOUND, OUTCOME_NOT_FOUND})
    public Uni<OutcomeJson> get(
            @Parameter(description = "The product's id.") @PathParam("id") String id,
            @Parameter(description = "The outcome's id.") @PathParam("outcomeId") String outcomeId) {
        return parts.get(SORT, offering(id), outcomeId);
    }

    /** Replaces an outcome. */
    @PUT
    @Path("/{outcomeId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceOutcome",
            summary = "Replace an outcome",
            description = "What the body lacks is removed; the key stays.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ProductDocumentJson.OutcomeJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The outcome",
            content = @Content(schema = @Schema(implementation = OutcomeJson.class)))
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND, OUTCOME_NOT_FOUND, OUTCOME_NAME_EXISTS})
    public Uni<RestResponse<OutcomeJson>> replace(
            @Parameter(description = "The product's id.") @PathParam("id") String id,
            @Parameter(description = "The outcome's id.") @PathParam("outcomeId") String outcomeId,
            Body body) {
        return parts.replace(SORT, offering(id), outcomeId, body);
    }

    /** Removes an outcome. */
    @DELETE
    @Path("/{outcomeId}")
    @Operation(
            operationId = "removeOutcome",
            summary = "Remove an outcome",
            description = "It also leaves the tasks that refer to it.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @Refuses({PRODUCT_NOT_FOUND, OUTCOME_NOT_FOUND})
    public Uni<RestResponse<Void>> remove(
            @Parameter(description = "The product's id.") @PathParam("id") String id,
            @Parameter(description = "The outcome's id.") @PathParam("outcomeId") String outcomeId) {
        return parts.remove(SORT, offering(id), outcomeId);
    }

    /** What the path speaks of. */
    abstract OfferingId offering(String path);
}
