package dev.cairn.adapters.rest.telemetry;

import static dev.cairn.domain.shared.ErrorCode.VALIDATION_ERROR;

import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.shared.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** JSON Schemas of what is too free for the description of the API. */
@Path("/api/v1/schemas")
@Tag(name = "Schemas", description = "JSON Schemas of what is written in a language of its own.")
public class SchemaResource {
    /** JSON Schema's media type. */
    static final String MEDIA_TYPE = "application/schema+json";

    private final Exchange exchange;

    SchemaResource(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Reads the schema of criteria. */
    @GET
    @Path("/criteria")
    @Produces({MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "getCriteriaSchema",
            summary = "Read the JSON Schema of success criteria",
            description =
                    "Criteria in their own notation, as answers have them, in JSON Schema 2020-12. It changes with the"
                            + " service and with nothing else, so a copy may be kept by its tag.")
    @APIResponse(responseCode = "200", description = "The schema")
    @Refuses(VALIDATION_ERROR)
    public Uni<CriteriaSchemaJson> criteria(@Context UriInfo uri) {
        exchange.scope(Permission.CATALOG_READ);
        Query.of(uri).noMore();
        return Uni.createFrom().item(CriteriaSchemaJson.PUBLISHED);
    }
}
