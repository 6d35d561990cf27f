package dev.cairn.adapters.rest.catalog;

import static dev.cairn.domain.shared.ErrorCode.*;

import dev.cairn.adapters.rest.catalog.ProductPartJson.ReleaseJson;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.ListJson;
import dev.cairn.adapters.rest.shared.Paged;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.domain.catalog.Facet;
import dev.cairn.domain.catalog.Release;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.ReleaseId;
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

/** Releases of a product or of a solution over HTTP: both have them alike. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class ReleaseRoutes {
    private static final PartRequests.Sort<ReleaseId, Release, ReleaseJson> SORT = new PartRequests.Sort<>(
            "releases", Facet.RELEASES, ReleaseId::new, ProductDocuments::release, ReleaseJson::of, ReleaseJson::id);

    private final PartRequests parts;

    ReleaseRoutes(PartRequests parts) {
        this.parts = parts;
    }

    /** Adds a release. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addRelease",
            summary = "Add a release to a product",
            description = "Without a key it gets one made of its name.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ProductDocumentJson.ReleaseJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "The release",
            content = @Content(schema = @Schema(implementation = ReleaseJson.class)))
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND, RELEASE_NAME_EXISTS})
    public Uni<RestResponse<ReleaseJson>> add(
            @Parameter(description = "The product's id.") @PathParam("id") String id, Body body) {
        return parts.add(SORT, offering(id), body);
    }

    /** Lists releases. */
    @GET
    @Operation(
            operationId = "listReleases",
            summary = "List the releases of a product",
            description = "By level, ties by name.")
    @Paged
    @APIResponse(responseCode = "200", description = "A page of releases")
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND})
    public Uni<ListJson<ReleaseJson>> list(
            @Parameter(description = "The product's id.") @PathParam("id") String id, @Context UriInfo uri) {
        return parts.list(SORT, offering(id), uri);
    }

    /** Reads a release. */
    @GET
    @Path("/{releaseId}")
    @Operation(operationId = "getRelease", summary = "Read a release", description = "One release of a product.")
    @APIResponse(responseCode = "200", description = "The release")
    @Refuses({PRODUCT_NOT_FOUND, RELEASE_NOT_FOUND})
    public Uni<ReleaseJson> get(
            @Parameter(description = "The product's id.") @PathParam("id") String id,
            @Parameter(description = "The release's id.") @PathParam("releaseId") String releaseId) {
        return parts.get(SORT, offering(id), releaseId);
    }

    /** Replaces a release. */
    @PUT
    @Path("/{releaseId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceRelease",
            summary = "Replace a release",
            description = "What the body lacks is removed; the key stays.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ProductDocumentJson.ReleaseJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The release",
            content = @Content(schema = @Schema(implementation = ReleaseJson.class)))
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND, RELEASE_NOT_FOUND, RELEASE_NAME_EXISTS})
    public Uni<RestResponse<ReleaseJson>> replace(
            @Parameter(description = "The product's id.") @PathParam("id") String id,
            @Parameter(description = "The release's id.") @PathParam("releaseId") String releaseId,
            Body body) {
        return parts.replace(SORT, offering(id), releaseId, body);
    }

    /** Removes a release. */
    @DELETE
    @Path("/{releaseId}")
    @Operation(
            operationId = "removeRelease",
            summary = "Remove a release",
            description = "It also leaves the tasks that refer to it.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @Refuses({PRODUCT_NOT_FOUND, RELEASE_NOT_FOUND})
    public Uni<RestResponse<Void>> remove(
            @Parameter(description = "The product's id.") @PathParam("id") String id,
            @Parameter(description = "The release's id.") @PathParam("releaseId") String releaseId) {
        return parts.remove(SORT, offering(id), releaseId);
    }

    /** What the path speaks of. */
    abstract OfferingId offering(String path);
}
