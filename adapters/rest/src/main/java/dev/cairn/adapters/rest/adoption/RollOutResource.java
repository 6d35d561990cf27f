package dev.cairn.adapters.rest.adoption;

import static dev.cairn.domain.shared.ErrorCode.CUSTOMER_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.PRODUCT_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.VALIDATION_ERROR;

import dev.cairn.adapters.rest.shared.Answers;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.Creates;
import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.adoption.rollout.RollOutProduct;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Roll-outs over HTTP. */
@Path("/api/v1/products/{id}/roll-out")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Adoption plans")
public class RollOutResource {
    private final Exchange exchange;
    private final RollOutProduct rollOutProduct;

    RollOutResource(Exchange exchange, RollOutProduct rollOutProduct) {
        this.exchange = exchange;
        this.rollOutProduct = rollOutProduct;
    }

    /** What is done later. */
    @Schema(name = "AcceptedJob", description = "Work that is done from now on.")
    record AcceptedJson(
            @Schema(
                    required = true,
                    description = "The job that does it.",
                    examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1ea801")
            UUID jobId) {}

    /** Rolls a product out. */
    @POST
    @Creates
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rollOutProduct",
            summary = "Make many plans equal to their product",
            description =
                    "Synchronises all live plans of the product that the filter selects, each by itself, as a job. Which plans it is about is settled at once; one that fails stops no other.")
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = AdoptionBodies.RollOut.class)))
    @APIResponse(
            responseCode = "202",
            description = "The job that has begun",
            content = @Content(schema = @Schema(implementation = AcceptedJson.class)))
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND, CUSTOMER_NOT_FOUND})
    public Uni<RestResponse<AcceptedJson>> rollOut(
            @Parameter(description = "The product's id.") @PathParam("id") String id, @Context UriInfo uri, Body body) {
        return rollOutProduct.handle(
                exchange.creation(
                        job -> Answers.accepted("/api/v1/jobs/" + job.value(), new AcceptedJson(job.value()))),
                () -> {
                    Query.of(uri).noMore();
                    return AdoptionBodies.rollOut(new ProductId(PathIds.uuid(id)), body);
                });
    }
}
