package dev.cairn.adapters.rest.catalog;

import static dev.cairn.domain.shared.ErrorCode.*;

import dev.cairn.adapters.rest.shared.Answers;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.BodyReader;
import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.ListJson;
import dev.cairn.adapters.rest.shared.MergePatch;
import dev.cairn.adapters.rest.shared.Paged;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.catalog.AddProductTask;
import dev.cairn.application.catalog.RemoveProductTask;
import dev.cairn.application.catalog.ReplaceProductTask;
import dev.cairn.application.catalog.view.ProductTaskSort;
import dev.cairn.application.catalog.view.ProductViews;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.ProductTaskId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/** Tasks of a product or of a solution over HTTP: both have them alike. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class TaskRoutes {
    private final Exchange exchange;
    private final MergePatch patches;
    private final ProductViews views;
    private final AddProductTask addTask;
    private final ReplaceProductTask replaceTask;
    private final RemoveProductTask removeTask;

    TaskRoutes(
            Exchange exchange,
            MergePatch patches,
            ProductViews views,
            AddProductTask addTask,
            ReplaceProductTask replaceTask,
            RemoveProductTask removeTask) {
        this.exchange = exchange;
        this.patches = patches;
        this.views = views;
        this.addTask = addTask;
        this.replaceTask = replaceTask;
        this.removeTask = removeTask;
    }

    /** Adds a task. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addProductTask",
            summary = "Add a task to a product",
            description = "At the place it asks for, the others shift; without one it comes last.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ProductDocumentJson.TaskJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "The task",
            content = @Content(schema = @Schema(implementation = ProductTaskJson.class)))
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND, TOTAL_WEIGHT_EXCEEDED, INVALID_CRITERIA})
    public Uni<RestResponse<ProductTaskJson>> add(
            @Parameter(description = "The product's id.") @PathParam("id") String id, Body body) {
        return addTask.handle(
                exchange.envelope(added ->
                        Answers.created(home(id) + "/tasks/" + added.task().id().value(), ProductTaskJson.of(added))),
                () -> new AddProductTask.Command(offering(id), ProductDocuments.task(body)));
    }

    /** Lists tasks. */
    @GET
    @Operation(
            operationId = "listProductTasks",
            summary = "List the tasks of a product",
            description = "In sequence unless sorted otherwise.")
    @Paged(sort = ProductTaskSort.class)
    @APIResponse(responseCode = "200", description = "A page of tasks")
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND})
    public Uni<ListJson<ProductTaskJson>> list(
            @Parameter(description = "The product's id.") @PathParam("id") String id, @Context UriInfo uri) {
        var scope = exchange.scope(Permission.CATALOG_READ);
        var query = Query.of(uri);
        var page = query.page(ProductTaskSort.class);
        query.noMore();
        return views.tasks(scope, offering(id), page).map(found -> ListJson.of(found, ProductTaskJson::of));
    }

    /** Reads a task. */
    @GET
    @Path("/{taskId}")
    @Operation(operationId = "getProductTask", summary = "Read a task of a product", description = "One task.")
    @APIResponse(responseCode = "200", description = "The task")
    @Refuses({PRODUCT_NOT_FOUND, TASK_NOT_FOUND})
    public Uni<ProductTaskJson> get(
            @Parameter(description = "The product's id.") @PathParam("id") String id,
            @Parameter(description = "The task's id.") @PathParam("taskId") String taskId) {
        return views.task(exchange.scope(Permission.CATALOG_READ), offering(id), task(taskId))
                .map(ProductTaskJson::of);
    }

    /** Replaces a task. */
    @PUT
    @Path("/{taskId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceProductTask",
            summary = "Replace a task of a product",
            description = "The whole task: what the body lacks is empty, save key and place, which stay.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ProductDocumentJson.TaskJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The task",
            content = @Content(schema = @Schema(implementation = ProductTaskJson.class)))
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND, TASK_NOT_FOUND, TOTAL_WEIGHT_EXCEEDED, INVALID_CRITERIA})
    public Uni<RestResponse<ProductTaskJson>> replace(
            @Parameter(description = "The product's id.") @PathParam("id") String id,
            @Parameter(description = "The task's id.") @PathParam("taskId") String taskId,
            Body body) {
        return replaceTask.handle(exchange.envelope(replaced -> Answers.ok(ProductTaskJson.of(replaced))), () -> {
            var document = ProductDocuments.task(body);
            return new ReplaceProductTask.Command(offering(id), task(taskId), any -> document);
        });
    }

    /** Changes some of a task. */
    @PATCH
    @Path("/{taskId}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeProductTask",
            summary = "Change some of a task of a product",
            description =
                    "A JSON merge patch: null removes, what is left out stays, a list is replaced whole; what comes"
                            + " of it is judged as a whole.")
    @RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = ProductDocumentJson.TaskJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The task",
            content = @Content(schema = @Schema(implementation = ProductTaskJson.class)))
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND, TASK_NOT_FOUND, TOTAL_WEIGHT_EXCEEDED, INVALID_CRITERIA})
    public Uni<RestResponse<ProductTaskJson>> change(
            @Parameter(description = "The product's id.") @PathParam("id") String id,
            @Parameter(description = "The task's id.") @PathParam("taskId") String taskId,
            Body body) {
        return replaceTask.handle(
                exchange.envelope(changed -> Answers.ok(ProductTaskJson.of(changed))),
                () -> new ReplaceProductTask.Command(offering(id), task(taskId), ProductDocuments.task(body, patches)));
    }

    /** Removes a task. */
    @DELETE
    @Path("/{taskId}")
    @Operation(
            operationId = "removeProductTask",
            summary = "Remove a task from a product",
            description = "The others close up. Customers' copies of it stay until their plan is synchronised.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @Refuses({PRODUCT_NOT_FOUND, TASK_NOT_FOUND})
    public Uni<RestResponse<Void>> remove(
            @Parameter(description = "The product's id.") @PathParam("id") String id,
            @Parameter(description = "The task's id.") @PathParam("taskId") String taskId) {
        return removeTask.handle(
                exchange.envelope(removed -> Answers.gone()),
                () -> new RemoveProductTask.Command(offering(id), task(taskId)));
    }

    private String home(String id) {
        var offering = offering(id);
        return "/api/v1/" + offering.kind().noun() + "s/" + offering.value();
    }

    /** What the path speaks of. */
    abstract OfferingId offering(String path);

    private static ProductTaskId task(String path) {
        return new ProductTaskId(PathIds.uuid(path));
    }
}
