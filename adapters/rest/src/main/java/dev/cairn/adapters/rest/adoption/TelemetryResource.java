package dev.cairn.adapters.rest.adoption;

import static dev.cairn.domain.shared.ErrorCode.INVALID_CRITERIA;
import static dev.cairn.domain.shared.ErrorCode.PRODUCT_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.TASK_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.TELEMETRY_ATTRIBUTE_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.VALIDATION_ERROR;

import dev.cairn.adapters.rest.shared.Answers;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.Creates;
import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.Large;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.adoption.telemetry.RecordTelemetryValues;
import dev.cairn.application.adoption.telemetry.SimulateCriteria;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** What is reported of whatever plans, over HTTP. */
@Path("/api/v1/telemetry")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Telemetry")
public class TelemetryResource {
    private final Exchange exchange;
    private final RecordTelemetryValues recordTelemetryValues;
    private final SimulateCriteria simulateCriteria;

    TelemetryResource(
            Exchange exchange, RecordTelemetryValues recordTelemetryValues, SimulateCriteria simulateCriteria) {
        this.exchange = exchange;
        this.recordTelemetryValues = recordTelemetryValues;
        this.simulateCriteria = simulateCriteria;
    }

    /** Takes many values in. */
    @POST
    @Path("/values")
    @Creates
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "recordTelemetryValues",
            summary = "Report many values of many plans",
            description =
                    "Each is taken by itself: one that cannot be taken – of a plan you do not see, of a suspended customer, of another type – is told with its place and code, and stops no other. Each task is judged once.")
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
    @Refuses(VALIDATION_ERROR)
    public Uni<RestResponse<TelemetryJson.BatchJson>> record(@Context UriInfo uri, @Large Body body) {
        return recordTelemetryValues.handle(
                exchange.creation(recorded -> Answers.ok(TelemetryJson.BatchJson.of(recorded))),
                () -> TelemetryBodies.values(TelemetryBodies.dryRun(uri), body));
    }

    /** Tries criteria on the values of all customers. */
    @POST
    @Path("/simulate")
    @Creates
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "simulateCriteria",
            summary = "Try new criteria before they are published",
            description =
                    "They are tried on the latest values of every customer of the product, also of those you do not see: how many tasks would change, from what to what. Nothing is written.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = TelemetryBodies.NewSimulation.class)))
    @APIResponse(
            responseCode = "200",
            description = "What would happen",
            content = @Content(schema = @Schema(implementation = SimulationJson.class)))
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND, TASK_NOT_FOUND, TELEMETRY_ATTRIBUTE_NOT_FOUND, INVALID_CRITERIA})
    public Uni<RestResponse<SimulationJson>> simulate(Body body) {
        return simulateCriteria.handle(
                exchange.creation(outcome -> Answers.ok(SimulationJson.of(outcome))),
                () -> TelemetryBodies.simulation(body));
    }
}
