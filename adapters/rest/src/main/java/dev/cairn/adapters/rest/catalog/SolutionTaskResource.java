package dev.cairn.adapters.rest.catalog;

import static dev.cairn.domain.shared.ErrorCode.*;

import dev.cairn.adapters.rest.shared.Answers;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.MergePatch;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.catalog.AddProductTask;
import dev.cairn.application.catalog.OrderProductTasks;
import dev.cairn.application.catalog.RemoveProductTask;
import dev.cairn.application.catalog.ReplaceProductTask;
import dev.cairn.application.catalog.view.ProductViews;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.SolutionId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Tasks of a solution over HTTP. */
@Path("/api/v1/solutions/{id}/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Solution tasks",
        description = "The steps of adopting a solution that are its own; plans are copies of them.")
public class SolutionTaskResource extends TaskRoutes {
    private final Exchange exchange;
    private final OrderProductTasks orderTasks;

    SolutionTaskResource(
            Exchange exchange,
            MergePatch patches,
            ProductViews views,
            AddProductTask addTask,
            ReplaceProductTask replaceTask,
            RemoveProductTask removeTask,
            OrderProductTasks orderTasks) {
        super(exchange, patches, views, addTask, replaceTask, removeTask);
        this.exchange = exchange;
        this.orderTasks = orderTasks;
    }

    @Override
    OfferingId offering(String path) {
        return new SolutionId(PathIds.uuid(path));
    }

    /** Puts the tasks into an order. */
    @PUT
    @Path("/order")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "orderSolutionTasks",
            summary = "Put the tasks of a solution into an order",
            description = "The order names each of them once.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ProductTaskResource.TaskOrder.class)))
    @APIResponse(
            responseCode = "200",
            description = "The solution",
            content = @Content(schema = @Schema(implementation = SolutionJson.class)))
    @Refuses({VALIDATION_ERROR, SOLUTION_NOT_FOUND, TASK_NOT_FOUND})
    public Uni<RestResponse<SolutionJson>> order(
            @Parameter(description = "The solution's id.") @PathParam("id") String id, Body body) {
        return orderTasks.handle(
                exchange.envelope(solution -> Answers.ok(SolutionJson.of(solution))),
                () -> new OrderProductTasks.Command(offering(id), ProductDocuments.order(body)));
    }
}
