package dev.cairn.adapters.rest.adoption;

import static dev.cairn.domain.shared.ErrorCode.CUSTOMER_INACTIVE;
import static dev.cairn.domain.shared.ErrorCode.CUSTOMER_SUSPENDED;
import static dev.cairn.domain.shared.ErrorCode.TASK_ARCHIVED;
import static dev.cairn.domain.shared.ErrorCode.TASK_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.VALIDATION_ERROR;

import dev.cairn.adapters.rest.shared.Answers;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.ListJson;
import dev.cairn.adapters.rest.shared.Paged;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.adoption.ChangeTaskStatus;
import dev.cairn.application.adoption.view.TaskViews;
import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.shared.TaskId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Tasks over HTTP. */
@Path("/api/v1/tasks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks", description = "The steps of a customer's plan: how far each is, and how it got there.")
public class TaskResource {
    private final Exchange exchange;
    private final TaskViews views;
    private final ChangeTaskStatus changeTaskStatus;

    TaskResource(Exchange exchange, TaskViews views, ChangeTaskStatus changeTaskStatus) {
        this.exchange = exchange;
        this.views = views;
        this.changeTaskStatus = changeTaskStatus;
    }

    /** Reads a task. */
    @GET
    @Operation(
            operationId = "getTask",
            summary = "Read a task",
            description = "Tasks of removed assignments are there for ADMIN alone.")
    @APIResponse(responseCode = "200", description = "The task")
    @Refuses(TASK_NOT_FOUND)
    public Uni<TaskJson> get(@Parameter(description = "The task's id.") @PathParam("id") String id) {
        return views.get(exchange.scope(Permission.CUSTOMER_READ), task(id)).map(TaskJson::of);
    }

    /** Sets a task's status. */
    @PUT
    @Path("/status")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeTaskStatus",
            summary = "Set a task's status",
            description =
                    "It outranks telemetry from then on; NOT_STARTED hands the task back. The same again changes nothing.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = AdoptionBodies.StatusChange.class)))
    @APIResponse(
            responseCode = "200",
            description = "The task and its plan",
            content = @Content(schema = @Schema(implementation = TaskChangeJson.class)))
    @Refuses({VALIDATION_ERROR, TASK_NOT_FOUND, CUSTOMER_SUSPENDED, CUSTOMER_INACTIVE, TASK_ARCHIVED})
    public Uni<RestResponse<TaskChangeJson>> changeStatus(
            @Parameter(description = "The task's id.") @PathParam("id") String id, Body body) {
        return changeTaskStatus.handle(
                exchange.envelope(changed -> Answers.ok(TaskChangeJson.of(changed))),
                () -> AdoptionBodies.changeStatus(task(id), body));
    }

    /** Lists what happened to a task's status. */
    @GET
    @Path("/history")
    @Operation(
            operationId = "listTaskHistory",
            summary = "List what happened to a task's status",
            description = "Newest first.")
    @Paged
    @APIResponse(responseCode = "200", description = "A page of the history")
    @Refuses({VALIDATION_ERROR, TASK_NOT_FOUND})
    public Uni<ListJson<HistoryEntryJson>> history(
            @Parameter(description = "The task's id.") @PathParam("id") String id, @Context UriInfo uri) {
        var scope = exchange.scope(Permission.CUSTOMER_READ);
        var query = Query.of(uri);
        var page = query.page(FixedOrder.class);
        query.noMore();
        return views.history(scope, task(id), page).map(found -> ListJson.of(found, HistoryEntryJson::of));
    }

    private static TaskId task(String path) {
        return new TaskId(PathIds.uuid(path));
    }
}
