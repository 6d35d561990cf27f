package dev.cairn.adapters.rest.adoption;

import static dev.cairn.domain.shared.ErrorCode.CUSTOMER_INACTIVE;
import static dev.cairn.domain.shared.ErrorCode.CUSTOMER_SUSPENDED;
import static dev.cairn.domain.shared.ErrorCode.INVALID_TELEMETRY_VALUE;
import static dev.cairn.domain.shared.ErrorCode.TASK_ARCHIVED;
import static dev.cairn.domain.shared.ErrorCode.TASK_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.TELEMETRY_ATTRIBUTE_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.VALIDATION_ERROR;

import dev.cairn.adapters.rest.shared.Answers;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.ListJson;
import dev.cairn.adapters.rest.shared.Paged;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.adoption.telemetry.EvaluateTask;
import dev.cairn.application.adoption.telemetry.RecordTelemetryValue;
import dev.cairn.application.adoption.telemetry.ResetTaskToTelemetry;
import dev.cairn.application.adoption.telemetry.view.ExplanationViews;
import dev.cairn.application.adoption.telemetry.view.RecordedValue;
import dev.cairn.application.adoption.telemetry.view.TelemetryValueViews;
import dev.cairn.application.adoption.view.TaskViews;
import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.shared.TelemetryAttributeId;
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
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What is reported of a task, over HTTP. */
@Path("/api/v1/tasks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Telemetry",
        description = "What customers' systems report, how it moves the tasks of their plans, and why.")
public class TaskTelemetryResource {
    private final Exchange exchange;
    private final TaskViews tasks;
    private final TelemetryValueViews values;
    private final ExplanationViews explanations;
    private final RecordTelemetryValue recordTelemetryValue;
    private final EvaluateTask evaluateTask;
    private final ResetTaskToTelemetry resetTaskToTelemetry;
    private final Clock clock;

    TaskTelemetryResource(
            Exchange exchange,
            TaskViews tasks,
            TelemetryValueViews values,
            ExplanationViews explanations,
            RecordTelemetryValue recordTelemetryValue,
            EvaluateTask evaluateTask,
            ResetTaskToTelemetry resetTaskToTelemetry,
            Clock clock) {
        this.exchange = exchange;
        this.tasks = tasks;
        this.values = values;
        this.explanations = explanations;
        this.recordTelemetryValue = recordTelemetryValue;
        this.evaluateTask = evaluateTask;
        this.resetTaskToTelemetry = resetTaskToTelemetry;
        this.clock = clock;
    }

    /** Reads what can be measured about a task. */
    @GET
    @Path("/telemetry")
    @Operation(
            operationId = "getTaskTelemetry",
            summary = "Read what is measured about a task",
            description = "Its attributes by order, inactive ones too, each with its latest value.")
    @APIResponse(responseCode = "200", description = "Attributes and figures")
    @Refuses(TASK_NOT_FOUND)
    public Uni<TaskTelemetryJson> telemetry(@Parameter(description = "The task's id.") @PathParam("id") String id) {
        return tasks.telemetry(exchange.scope(Permission.CUSTOMER_READ), task(id))
                .map(TaskTelemetryJson::of);
    }

    /** Tells why a task is in its status. */
    @GET
    @Path("/explanation")
    @Operation(
            operationId = "explainTask",
            summary = "Read why a task is in its status",
            description =
                    "Telemetry judges the task as it stands now: the rule that decides, and what each attribute's latest value says of its criteria, part by part. Nothing is written.")
    @APIResponse(responseCode = "200", description = "The judgement and its reasons")
    @Refuses(TASK_NOT_FOUND)
    public Uni<ExplanationJson> explanation(@Parameter(description = "The task's id.") @PathParam("id") String id) {
        return explanations
                .of(exchange.scope(Permission.CUSTOMER_READ), task(id), clock.instant())
                .map(ExplanationJson::of);
    }

    /** Lists the values of an attribute. */
    @GET
    @Path("/telemetry/{attributeId}/values")
    @Operation(
            operationId = "listTelemetryValues",
            summary = "List the values of a telemetry attribute",
            description = "By when they were seen, the latest first.")
    @Paged
    @APIResponse(responseCode = "200", description = "A page of values")
    @Refuses({VALIDATION_ERROR, TASK_NOT_FOUND, TELEMETRY_ATTRIBUTE_NOT_FOUND})
    public Uni<ListJson<TelemetryJson.ValueJson>> values(
            @Parameter(description = "The task's id.") @PathParam("id") String id,
            @Parameter(description = "The attribute's id.") @PathParam("attributeId") String attribute,
            @Context UriInfo uri) {
        var scope = exchange.scope(Permission.CUSTOMER_READ);
        var query = Query.of(uri);
        var page = query.page(FixedOrder.class);
        query.noMore();
        return values.ofAttribute(scope, task(id), attribute(attribute), page)
                .map(found -> ListJson.of(found, TelemetryJson.ValueJson::of));
    }

    /** Takes a value in. */
    @POST
    @Path("/telemetry/{attributeId}/values")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "recordTelemetryValue",
            summary = "Report a value of a telemetry attribute",
            description =
                    "The task is judged by it at once: in AUTO its status follows, in MANUAL it gets a suggestion. A value that is there already is answered with 200, and stored once.")
    @Parameter(
            name = "evaluate",
            in = ParameterIn.QUERY,
            description = "Whether the task is judged by it at once.",
            schema = @Schema(implementation = Boolean.class, defaultValue = "true"))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TelemetryBodies.NewValue.class)))
    @APIResponse(
            responseCode = "201",
            description = "The value, its task and its plan",
            content = @Content(schema = @Schema(implementation = TelemetryJson.RecordedJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The value was there already",
            content = @Content(schema = @Schema(implementation = TelemetryJson.RecordedJson.class)))
    @Refuses({
        VALIDATION_ERROR,
        TASK_NOT_FOUND,
        TELEMETRY_ATTRIBUTE_NOT_FOUND,
        CUSTOMER_SUSPENDED,
        CUSTOMER_INACTIVE,
        TASK_ARCHIVED,
        INVALID_TELEMETRY_VALUE
    })
    public Uni<RestResponse<TelemetryJson.RecordedJson>> record(
            @Parameter(description = "The task's id.") @PathParam("id") String id,
            @Parameter(description = "The attribute's id.") @PathParam("attributeId") String attribute,
            @Context UriInfo uri,
            Body body) {
        return recordTelemetryValue.handle(exchange.envelope(recorded -> answer(uri.getPath(), recorded)), () -> {
            var query = Query.of(uri);
            var evaluate = query.flag("evaluate").orElse(true);
            query.noMore();
            return TelemetryBodies.value(task(id), attribute(attribute), evaluate, body);
        });
    }

    private static RestResponse<TelemetryJson.RecordedJson> answer(String path, RecordedValue recorded) {
        var json = TelemetryJson.RecordedJson.of(recorded);
        return recorded.taken().duplicate() ? Answers.ok(json) : Answers.created(path, json);
    }

    /** Has a task judged. */
    @POST
    @Path("/evaluate")
    @Operation(
            operationId = "evaluateTask",
            summary = "Judge a task by its telemetry",
            description = "By the values it has. What was found is told by its explanation.")
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            description = "Whether to tell only what would change.",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    @APIResponse(
            responseCode = "200",
            description = "What changed",
            content = @Content(schema = @Schema(implementation = TelemetryJson.EvaluatedJson.class)))
    @Refuses({VALIDATION_ERROR, TASK_NOT_FOUND, CUSTOMER_SUSPENDED, CUSTOMER_INACTIVE, TASK_ARCHIVED})
    public Uni<RestResponse<TelemetryJson.EvaluatedJson>> evaluate(
            @Parameter(description = "The task's id.") @PathParam("id") String id, @Context UriInfo uri) {
        return evaluateTask.handle(
                exchange.envelope(evaluated -> Answers.ok(TelemetryJson.EvaluatedJson.of(evaluated))),
                () -> new EvaluateTask.Command(task(id), TelemetryBodies.dryRun(uri)));
    }

    /** Hands a task to telemetry. */
    @POST
    @Path("/reset-to-telemetry")
    @Operation(
            operationId = "resetTaskToTelemetry",
            summary = "Hand a task to telemetry",
            description =
                    "Telemetry has the say from then on, and judges the task at once. What a person completed counts as completed by automation.")
    @APIResponse(
            responseCode = "200",
            description = "The task and its plan",
            content = @Content(schema = @Schema(implementation = TaskChangeJson.class)))
    @Refuses({TASK_NOT_FOUND, CUSTOMER_SUSPENDED, CUSTOMER_INACTIVE, TASK_ARCHIVED})
    public Uni<RestResponse<TaskChangeJson>> resetToTelemetry(
            @Parameter(description = "The task's id.") @PathParam("id") String id) {
        return resetTaskToTelemetry.handle(
                exchange.envelope(changed -> Answers.ok(TaskChangeJson.of(changed))),
                () -> new ResetTaskToTelemetry.Command(task(id)));
    }

    private static TaskId task(String path) {
        return new TaskId(PathIds.uuid(path));
    }

    private static TelemetryAttributeId attribute(String path) {
        return new TelemetryAttributeId(PathIds.uuid(path));
    }
}
