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
import dev.cairn.domain.catalog.Limits;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Tasks of a product over HTTP. */
@Path("/api/v1/products/{id}/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Product tasks", description = "The steps of adopting a product; plans are copies of them.")
public class ProductTaskResource extends TaskRoutes {
    private final Exchange exchange;
    private final OrderProductTasks orderTasks;

    ProductTaskResource(
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
        return new ProductId(PathIds.uuid(path));
    }

    /** Puts the tasks into an order. */
    @PUT
    @Path("/order")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "orderProductTasks",
            summary = "Put the tasks of a product into an order",
            description = "The order names each of them once.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TaskOrder.class)))
    @APIResponse(
            responseCode = "200",
            description = "The product",
            content = @Content(schema = @Schema(implementation = ProductJson.class)))
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND, TASK_NOT_FOUND})
    public Uni<RestResponse<ProductJson>> order(
            @Parameter(description = "The product's id.") @PathParam("id") String id, Body body) {
        return orderTasks.handle(
                exchange.envelope(product -> Answers.ok(ProductJson.of(product))),
                () -> new OrderProductTasks.Command(offering(id), ProductDocuments.order(body)));
    }

    /** The published shape of an order. */
    @Schema(
            name = "ProductTaskOrder",
            description = "All tasks of a product, or all own tasks of a solution, in the order they are to have.",
            examples = """
            {"taskIds": ["01936f2e-7a10-7c3a-9d52-0f6b3c1e8e02", "01936f2e-7a10-7c3a-9d52-0f6b3c1e8e01"]}""")
    record TaskOrder(
            @Schema(required = true, description = "The ids of all tasks, each once.", maxItems = Limits.TASKS)
            List<UUID> taskIds) {}
}
