package dev.cairn.adapters.rest.catalog;

import static dev.cairn.domain.shared.ErrorCode.*;

import dev.cairn.adapters.rest.catalog.ProductPartJson.TagJson;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.ListJson;
import dev.cairn.adapters.rest.shared.Paged;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.domain.catalog.Facet;
import dev.cairn.domain.catalog.ProductTag;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.TagId;
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

/** Tags of a product or of a solution over HTTP: both have them alike. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class TagRoutes {
    private static final PartRequests.Sort<TagId, ProductTag, TagJson> SORT =
            new PartRequests.Sort<>("tags", Facet.TAGS, TagId::new, ProductDocuments::tag, TagJson::of, TagJson::id);

    private final PartRequests parts;

    TagRoutes(PartRequests parts) {
        this.parts = parts;
    }

    /** Adds a tag. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addProductTag",
            summary = "Add a tag to a product",
            description = "Without a key it gets one made of its name.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ProductDocumentJson.TagJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "The tag",
            content = @Content(schema = @Schema(implementation = TagJson.class)))
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND, TAG_NAME_EXISTS})
    public Uni<RestResponse<TagJson>> add(
            @Parameter(description = "The product's id.") @PathParam("id") String id, Body body) {
        return parts.add(SORT, offering(id), body);
    }

    /** Lists tags. */
    @GET
    @Operation(
            operationId = "listProductTags",
            summary = "List the tags of a product",
            description = "By their order, ties by name.")
    @Paged
    @APIResponse(responseCode = "200", description = "A page of tags")
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND})
    public Uni<ListJson<TagJson>> list(
            @Parameter(description = "The product's id.") @PathParam("id") String id, @Context UriInfo uri) {
        return parts.list(SORT, offering(id), uri);
    }

    /** Reads a tag. */
    @GET
    @Path("/{tagId}")
    @Operation(operationId = "getProductTag", summary = "Read a tag", description = "One tag of a product.")
    @APIResponse(responseCode = "200", description = "The tag")
    @Refuses({PRODUCT_NOT_FOUND, TAG_NOT_FOUND})
    public Uni<TagJson> get(
            @Parameter(description = "The product's id.") @PathParam("id") String id,
            @Parameter(description = "The tag's id.") @PathParam("tagId") String tagId) {
        return parts.get(SORT, offering(id), tagId);
    }

    /** Replaces a tag. */
    @PUT
    @Path("/{tagId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceProductTag",
            summary = "Replace a tag",
            description = "What the body lacks is removed; the key stays.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ProductDocumentJson.TagJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The tag",
            content = @Content(schema = @Schema(implementation = TagJson.class)))
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND, TAG_NOT_FOUND, TAG_NAME_EXISTS})
    public Uni<RestResponse<TagJson>> replace(
            @Parameter(description = "The product's id.") @PathParam("id") String id,
            @Parameter(description = "The tag's id.") @PathParam("tagId") String tagId,
            Body body) {
        return parts.replace(SORT, offering(id), tagId, body);
    }

    /** Removes a tag. */
    @DELETE
    @Path("/{tagId}")
    @Operation(
            operationId = "removeProductTag",
            summary = "Remove a tag",
            description = "It also leaves the tasks that refer to it.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @Refuses({PRODUCT_NOT_FOUND, TAG_NOT_FOUND})
    public Uni<RestResponse<Void>> remove(
            @Parameter(description = "The product's id.") @PathParam("id") String id,
            @Parameter(description = "The tag's id.") @PathParam("tagId") String tagId) {
        return parts.remove(SORT, offering(id), tagId);
    }

    /** What the path speaks of. */
    abstract OfferingId offering(String path);
}
