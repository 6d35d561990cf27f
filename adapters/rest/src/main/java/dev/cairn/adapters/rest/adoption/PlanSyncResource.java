package dev.cairn.adapters.rest.adoption;

import static dev.cairn.domain.shared.ErrorCode.ADOPTION_PLAN_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.CUSTOMER_INACTIVE;
import static dev.cairn.domain.shared.ErrorCode.CUSTOMER_SUSPENDED;
import static dev.cairn.domain.shared.ErrorCode.PREVIEW_OUTDATED;
import static dev.cairn.domain.shared.ErrorCode.SYNC_NOT_UNDOABLE;
import static dev.cairn.domain.shared.ErrorCode.TASK_ARCHIVED;
import static dev.cairn.domain.shared.ErrorCode.VALIDATION_ERROR;

import dev.cairn.adapters.rest.shared.Answers;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.adoption.sync.PreviewPlanSync;
import dev.cairn.application.adoption.sync.SyncPlan;
import dev.cairn.application.adoption.sync.UndoPlanSync;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
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

/** Plans that follow their products, over HTTP. */
@Path("/api/v1/adoption-plans/{id}/sync")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Adoption plans")
public class PlanSyncResource {
    private final Exchange exchange;
    private final PreviewPlanSync previewPlanSync;
    private final SyncPlan syncPlan;
    private final UndoPlanSync undoPlanSync;

    PlanSyncResource(Exchange exchange, PreviewPlanSync previewPlanSync, SyncPlan syncPlan, UndoPlanSync undoPlanSync) {
        this.exchange = exchange;
        this.previewPlanSync = previewPlanSync;
        this.syncPlan = syncPlan;
        this.undoPlanSync = undoPlanSync;
    }

    /** Shows what a synchronisation would do. */
    @POST
    @Path("/preview")
    @Operation(
            operationId = "previewPlanSync",
            summary = "See what a synchronisation would do",
            description =
                    "Compares the plan with its product and its assignment as they are now, and changes nothing. `If-Match` looks at the plan itself.")
    @APIResponse(
            responseCode = "200",
            description = "What would change",
            content = @Content(schema = @Schema(implementation = PlanSyncJson.PreviewJson.class)))
    @Refuses({VALIDATION_ERROR, ADOPTION_PLAN_NOT_FOUND, CUSTOMER_SUSPENDED, CUSTOMER_INACTIVE, TASK_ARCHIVED})
    public Uni<RestResponse<PlanSyncJson.PreviewJson>> preview(
            @Parameter(description = "The plan's id.") @PathParam("id") String id, @Context UriInfo uri) {
        return previewPlanSync.handle(
                exchange.envelope(preview -> Answers.ok(PlanSyncJson.PreviewJson.of(preview))), () -> {
                    Query.of(uri).noMore();
                    return new PreviewPlanSync.Command(plan(id));
                });
    }

    /** Synchronises a plan. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "syncPlan",
            summary = "Make a plan equal to its product",
            description =
                    "Tasks follow their sources, new ones enter, what is not entitled any more is put away. Statuses, notes, histories and values stay. Done again it changes nothing. `If-Match` looks at the plan itself.")
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = AdoptionBodies.PlanSync.class)))
    @APIResponse(
            responseCode = "200",
            description = "What it did",
            content = @Content(schema = @Schema(implementation = PlanSyncJson.SyncedJson.class)))
    @Refuses({
        VALIDATION_ERROR,
        ADOPTION_PLAN_NOT_FOUND,
        CUSTOMER_SUSPENDED,
        CUSTOMER_INACTIVE,
        TASK_ARCHIVED,
        PREVIEW_OUTDATED
    })
    public Uni<RestResponse<PlanSyncJson.SyncedJson>> sync(
            @Parameter(description = "The plan's id.") @PathParam("id") String id, @Context UriInfo uri, Body body) {
        return syncPlan.handle(exchange.envelope(synced -> Answers.ok(PlanSyncJson.SyncedJson.of(synced))), () -> {
            Query.of(uri).noMore();
            return AdoptionBodies.sync(plan(id), body);
        });
    }

    /** Takes a synchronisation back. */
    @POST
    @Path("/undo")
    @Operation(
            operationId = "undoPlanSync",
            summary = "Take the last synchronisation back",
            description =
                    "The last one that changed something, once, while no status of the plan's tasks changed and no value of telemetry was stored since. The assignment stays as it is. `If-Match` looks at the plan itself.")
    @APIResponse(
            responseCode = "200",
            description = "What was taken back",
            content = @Content(schema = @Schema(implementation = PlanSyncJson.SyncedJson.class)))
    @Refuses({
        VALIDATION_ERROR,
        ADOPTION_PLAN_NOT_FOUND,
        CUSTOMER_SUSPENDED,
        CUSTOMER_INACTIVE,
        TASK_ARCHIVED,
        SYNC_NOT_UNDOABLE
    })
    public Uni<RestResponse<PlanSyncJson.SyncedJson>> undo(
            @Parameter(description = "The plan's id.") @PathParam("id") String id, @Context UriInfo uri) {
        return undoPlanSync.handle(exchange.envelope(undone -> Answers.ok(PlanSyncJson.SyncedJson.of(undone))), () -> {
            Query.of(uri).noMore();
            return new UndoPlanSync.Command(plan(id));
        });
    }

    private static PlanId plan(String path) {
        return new PlanId(PathIds.uuid(path));
    }
}
