package dev.cairn.adapters.rest.adoption;

import static dev.cairn.domain.shared.ErrorCode.*;

import dev.cairn.adapters.rest.shared.Answers;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.adoption.solution.PreviewSolutionSync;
import dev.cairn.application.adoption.solution.SolutionSyncs;
import dev.cairn.application.adoption.solution.view.SolutionViews;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How far customers are with solutions, over HTTP. */
@Path("/api/v1/solution-adoption-plans/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Solution adoption plans",
        description = "How far customers are with solutions: their own tasks and the plans of their products as one.")
public class SolutionPlanResource {
    private final Exchange exchange;
    private final SolutionViews views;
    private final PreviewSolutionSync previewSolutionSync;
    private final SolutionSyncs syncs;

    SolutionPlanResource(
            Exchange exchange, SolutionViews views, PreviewSolutionSync previewSolutionSync, SolutionSyncs syncs) {
        this.exchange = exchange;
        this.views = views;
        this.previewSolutionSync = previewSolutionSync;
        this.syncs = syncs;
    }

    /** Reads a plan. */
    @GET
    @Operation(
            operationId = "getSolutionAdoptionPlan",
            summary = "Read a solution adoption plan",
            description =
                    "The solution's first 100 own tasks, its products in its order, and the figures over all of it. More of the own tasks are read at the adoption plan of the same id.")
    @APIResponse(responseCode = "200", description = "The plan")
    @Refuses(SOLUTION_ADOPTION_PLAN_NOT_FOUND)
    public Uni<SolutionPlanJson> get(@Parameter(description = "The plan's id.") @PathParam("id") String id) {
        return views.plan(exchange.scope(Permission.CUSTOMER_READ), plan(id), PlanResource.TASKS)
                .map(SolutionPlanJson::of);
    }

    /** Shows what a synchronisation would do. */
    @POST
    @Path("/sync/preview")
    @Operation(
            operationId = "previewSolutionSync",
            summary = "See what a synchronisation of a solution would do",
            description =
                    "Compares its own tasks and every product's plan with what they are copied from, and the products with those that the solution holds now, and changes nothing. `If-Match` looks at the plan itself.")
    @APIResponse(
            responseCode = "200",
            description = "What would change",
            content = @Content(schema = @Schema(implementation = SolutionSyncJson.PreviewJson.class)))
    @Refuses({VALIDATION_ERROR, SOLUTION_ADOPTION_PLAN_NOT_FOUND, CUSTOMER_SUSPENDED, CUSTOMER_INACTIVE, TASK_ARCHIVED})
    public Uni<RestResponse<SolutionSyncJson.PreviewJson>> preview(
            @Parameter(description = "The plan's id.") @PathParam("id") String id, @Context UriInfo uri) {
        return previewSolutionSync.handle(
                exchange.envelope(preview -> Answers.ok(SolutionSyncJson.PreviewJson.of(preview))), () -> {
                    Query.of(uri).noMore();
                    return new PreviewSolutionSync.Command(plan(id));
                });
    }

    /** Synchronises a solution. */
    @POST
    @Path("/sync")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "syncSolution",
            summary = "Make a solution's plans equal to their products",
            description =
                    "Each product's plan by itself, then the solution's own tasks: a product that fails is reported and stops no other. Products that came into the solution are assigned; those that left it stay with the customer by themselves. `If-Match` looks at the plan itself.")
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = AdoptionBodies.PlanSync.class)))
    @APIResponse(
            responseCode = "200",
            description = "What it did",
            content = @Content(schema = @Schema(implementation = SolutionSyncJson.SyncedJson.class)))
    @Refuses({
        VALIDATION_ERROR,
        SOLUTION_ADOPTION_PLAN_NOT_FOUND,
        CUSTOMER_SUSPENDED,
        CUSTOMER_INACTIVE,
        TASK_ARCHIVED,
        PREVIEW_OUTDATED
    })
    public Uni<RestResponse<SolutionSyncJson.SyncedJson>> sync(
            @Parameter(description = "The plan's id.") @PathParam("id") String id, @Context UriInfo uri, Body body) {
        return syncs.handle(exchange.envelope(synced -> Answers.ok(SolutionSyncJson.SyncedJson.of(synced))), () -> {
            Query.of(uri).noMore();
            return AdoptionBodies.syncSolution(plan(id), body);
        });
    }

    private static PlanId plan(String path) {
        return new PlanId(PathIds.uuid(path));
    }
}
