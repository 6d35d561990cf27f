package dev.cairn.adapters.rest.adoption;

import static dev.cairn.domain.shared.ErrorCode.ADOPTION_PLAN_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.CUSTOMER_INACTIVE;
import static dev.cairn.domain.shared.ErrorCode.CUSTOMER_SUSPENDED;
import static dev.cairn.domain.shared.ErrorCode.TASK_ARCHIVED;
import static dev.cairn.domain.shared.ErrorCode.VALIDATION_ERROR;

import dev.cairn.adapters.rest.shared.Answers;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.Large;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.adoption.telemetry.EvaluatePlan;
import dev.cairn.application.adoption.telemetry.RecordPlanTelemetry;
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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What is reported of the tasks of one plan, over HTTP. */
@Path("/api/v1/adoption-plans/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Telemetry")
public class PlanTelemetryResource {
    private final Exchange exchange;
    private final RecordPlanTelemetry recordPlanTelemetry;
    private final EvaluatePlan evaluatePlan;

    PlanTelemetryResource(Exchange exchange, RecordPlanTelemetry recordPlanTelemetry, EvaluatePlan evaluatePlan) {
        this.exchange = exchange;
        this.recordPlanTelemetry = recordPlanTelemetry;
        this.evaluatePlan = evaluatePlan;
    }

    /** Takes many values in. */
    @POST
    @Path("/telemetry/values")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "recordPlanTelemetryValues",
            summary = "Report many values of a plan",
            description =
                    "Each is taken by itself: one that cannot be taken is told with its place and code, and stops no other. A row needs no planId here. `If-Match` looks at the plan itself.")
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            description = "Whether to tell only what would happen.",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TelemetryBodies.Values.class)))
    @APIResponse(
            responseCode = "200",
            description = "What became of the values",
            content = @Content(schema = @Schema(implementation = TelemetryJson.BatchJson.class)))
    @Refuses({VALIDATION_ERROR, ADOPTION_PLAN_NOT_FOUND, CUSTOMER_SUSPENDED, CUSTOMER_INACTIVE, TASK_ARCHIVED})
    public Uni<RestResponse<TelemetryJson.BatchJson>> record(
            @Parameter(description = "The plan's id.") @PathParam("id") String id,
            @Context UriInfo uri,
            @Large Body body) {
        return recordPlanTelemetry.handle(
                exchange.envelope(recorded -> Answers.ok(TelemetryJson.BatchJson.of(recorded))),
                () -> TelemetryBodies.valuesOf(plan(id), TelemetryBodies.dryRun(uri), body));
    }

    /** Has all tasks of a plan judged. */
    @POST
    @Path("/evaluate")
    @Operation(
            operationId = "evaluatePlan",
            summary = "Judge a plan's tasks by their telemetry",
            description = "By the values they have. `If-Match` looks at the plan itself.")
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            description = "Whether to tell only what would change.",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    @APIResponse(
            responseCode = "200",
            description = "What changed",
            content = @Content(schema = @Schema(implementation = TelemetryJson.EvaluatedJson.class)))
    @Refuses({VALIDATION_ERROR, ADOPTION_PLAN_NOT_FOUND, CUSTOMER_SUSPENDED, CUSTOMER_INACTIVE, TASK_ARCHIVED})
    public Uni<RestResponse<TelemetryJson.EvaluatedJson>> evaluate(
            @Parameter(description = "The plan's id.") @PathParam("id") String id, @Context UriInfo uri) {
        return evaluatePlan.handle(
                exchange.envelope(evaluated -> Answers.ok(TelemetryJson.EvaluatedJson.of(evaluated))),
                () -> new EvaluatePlan.Command(plan(id), TelemetryBodies.dryRun(uri)));
    }

    private static PlanId plan(String path) {
        return new PlanId(PathIds.uuid(path));
    }
}
