package dev.cairn.adapters.rest.catalog;

import static dev.cairn.domain.shared.ErrorCode.*;

import dev.cairn.adapters.rest.catalog.ProductPartJson.OutcomeJson;
import dev.cairn.adapters.rest.shared.Answers;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.ListJson;
import dev.cairn.adapters.rest.shared.Paged;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.catalog.AddProductPart;
import dev.cairn.application.catalog.RemoveProductPart;
import dev.cairn.application.catalog.ReplaceProductPart;
import dev.cairn.application.catalog.view.ProductViews;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.catalog.Facet;
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
    private final Exchange exchange;
    private final ProductViews views;
    private final AddProductPart addPart;
    private final ReplaceProductPart replacePart;
    private final RemoveProductPart removePart;

    OutcomeRoutes(
            Exchange exchange,
            ProductViews views,
            AddProductPart addPart,
            ReplaceProductPart replacePart,
            RemoveProductPart removePart) {
        this.exchange = exchange;
        this.views = views;
        this.addPart = addPart;
        this.replacePart = replacePart;
        this.removePart = removePart;
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
        return addPart.handle(
                exchange.envelope(added -> {
                    var outcome = OutcomeJson.of(added);
                    return Answers.created(home(id) + "/outcomes/" + outcome.id(), outcome);
                }),
                () -> new AddProductPart.Command<>(offering(id), Facet.OUTCOMES, ProductDocuments.outcome(body)));
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
        var scope = exchange.scope(Permission.CATALOG_READ);
        var query = Query.of(uri);
        var page = query.page(PartPages.Order.class);
        query.noMore();
        return views.get(scope, offering(id))
                .map(found -> ListJson.of(
                        PartPages.of(Facet.OUTCOMES.of(found.product()), page),
                        part -> OutcomeJson.of(found.show(part))));
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
        return views.get(exchange.scope(Permission.CATALOG_READ), offering(id))
                .map(found -> OutcomeJson.of(found.show(Facet.OUTCOMES.of(found.product(), outcome(outcomeId)))));
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
        return replacePart.handle(
                exchange.envelope(replaced -> Answers.ok(OutcomeJson.of(replaced))),
                () -> new ReplaceProductPart.Command<>(
                        offering(id), Facet.OUTCOMES, outcome(outcomeId), ProductDocuments.outcome(body)));
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
        return removePart.handle(
                exchange.envelope(removed -> Answers.gone()),
                () -> new RemoveProductPart.Command<>(offering(id), Facet.OUTCOMES, outcome(outcomeId)));
    }

    private String home(String id) {
        var offering = offering(id);
        return "/api/v1/" + offering.kind().noun() + "s/" + offering.value();
    }

    /** What the path speaks of. */
    abstract OfferingId offering(String path);

    private static OutcomeId outcome(String path) {
        return new OutcomeId(PathIds.uuid(path));
    }
}
