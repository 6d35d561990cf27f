package dev.cairn.adapters.rest.catalog;

import static dev.cairn.domain.shared.ErrorCode.*;

import dev.cairn.adapters.rest.shared.Answers;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.BodyReader;
import dev.cairn.adapters.rest.shared.Creates;
import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.Large;
import dev.cairn.adapters.rest.shared.ListJson;
import dev.cairn.adapters.rest.shared.MergePatch;
import dev.cairn.adapters.rest.shared.Paged;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.catalog.CreateSolution;
import dev.cairn.application.catalog.DeleteProduct;
import dev.cairn.application.catalog.ImportProduct;
import dev.cairn.application.catalog.OrderSolutionProducts;
import dev.cairn.application.catalog.UpdateSolution;
import dev.cairn.application.catalog.view.ProductFilter;
import dev.cairn.application.catalog.view.ProductSort;
import dev.cairn.application.catalog.view.ProductViews;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.catalog.Limits;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.catalog.SolutionDetails;
import dev.cairn.domain.shared.OfferingKind;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.SolutionId;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Solutions over HTTP. */
@Path("/api/v1/solutions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Solutions",
        description = "Products that are sold and adopted together, one by one and as whole documents.")
public class SolutionResource {
    private final Exchange exchange;
    private final MergePatch patches;
    private final ProductViews views;
    private final CreateSolution createSolution;
    private final UpdateSolution updateSolution;
    private final DeleteProduct deleteProduct;
    private final ImportProduct importProduct;
    private final OrderSolutionProducts orderProducts;

    SolutionResource(
            Exchange exchange,
            MergePatch patches,
            ProductViews views,
            CreateSolution createSolution,
            UpdateSolution updateSolution,
            DeleteProduct deleteProduct,
            ImportProduct importProduct,
            OrderSolutionProducts orderProducts) {
        this.exchange = exchange;
        this.patches = patches;
        this.views = views;
        this.createSolution = createSolution;
        this.updateSolution = updateSolution;
        this.deleteProduct = deleteProduct;
        this.importProduct = importProduct;
        this.orderProducts = orderProducts;
    }

    /** Creates a solution. */
    @POST
    @Creates
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createSolution",
            summary = "Create a solution",
            description =
                    "With a name alone, or whole: one document with the products that it holds, outcomes, releases, tags and tasks of its own.")
    @Parameter(
            name = "weights",
            in = ParameterIn.QUERY,
            description = "`normalize` scales the weights of its own tasks to 100, whatever they sum to.",
            schema = @Schema(implementation = String.class, enumeration = "normalize"))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SolutionDocumentJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "The solution",
            content = @Content(schema = @Schema(implementation = SolutionJson.class)))
    @Refuses({
        VALIDATION_ERROR,
        PRODUCT_NOT_FOUND,
        SOLUTION_NAME_EXISTS,
        EXTERNAL_ID_EXISTS,
        TOTAL_WEIGHT_EXCEEDED,
        INVALID_CRITERIA
    })
    public Uni<RestResponse<SolutionJson>> create(@Context UriInfo uri, @Large Body body) {
        return createSolution.handle(
                exchange.creation(created -> Answers.created(
                        "/api/v1/solutions/" + created.product().product().id().value(), SolutionJson.of(created))),
                () -> {
                    var query = Query.of(uri);
                    var normalize = query.says("weights", "normalize");
                    query.noMore();
                    return new CreateSolution.Command(ProductDocuments.solution(body), normalize);
                });
    }

    /** Lists solutions. */
    @GET
    @Operation(
            operationId = "listSolutions",
            summary = "List solutions",
            description = "Without their parts; by creation unless sorted otherwise.")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "This text anywhere in the name, ignoring case.",
            schema = @Schema(implementation = String.class),
            example = "edge")
    @Parameter(
            name = "externalId",
            in = ParameterIn.QUERY,
            description = "Only with this key of your own.",
            schema = @Schema(implementation = String.class),
            example = "sku-4711")
    @Parameter(
            name = "archived",
            in = ParameterIn.QUERY,
            description = "Those that are archived instead of those that are not.",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    @Paged(sort = ProductSort.class)
    @APIResponse(responseCode = "200", description = "A page of solutions")
    @Refuses(VALIDATION_ERROR)
    public Uni<ListJson<SolutionSummaryJson>> list(@Context UriInfo uri) {
        var scope = exchange.scope(Permission.CATALOG_READ);
        var query = Query.of(uri);
        var filter = new ProductFilter(
                OfferingKind.SOLUTION,
                query.flag("archived").orElse(false),
                query.text("externalId"),
                query.folded("q"));
        var page = query.page(ProductSort.class);
        query.noMore();
        return views.list(scope, filter, page).map(found -> ListJson.of(found, SolutionSummaryJson::of));
    }

    /** Reads a solution. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getSolution",
            summary = "Read a solution",
            description = "One solution with all its parts and the products it holds, archived or not.")
    @APIResponse(responseCode = "200", description = "The solution")
    @Refuses(SOLUTION_NOT_FOUND)
    public Uni<SolutionJson> get(@Parameter(description = "The solution's id.") @PathParam("id") String id) {
        return views.get(exchange.scope(Permission.CATALOG_READ), id(id)).map(SolutionJson::of);
    }

    /** Replaces a solution's details. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceSolution",
            summary = "Replace a solution's details",
            description =
                    "Name, description, your own key and the products that it holds; what the body lacks is removed, products too. Its parts stay.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Details.class)))
    @APIResponse(
            responseCode = "200",
            description = "The solution",
            content = @Content(schema = @Schema(implementation = SolutionJson.class)))
    @Refuses({VALIDATION_ERROR, SOLUTION_NOT_FOUND, PRODUCT_NOT_FOUND, SOLUTION_NAME_EXISTS, EXTERNAL_ID_EXISTS})
    public Uni<RestResponse<SolutionJson>> replace(
            @Parameter(description = "The solution's id.") @PathParam("id") String id, Body body) {
        return updateSolution.handle(exchange.envelope(solution -> Answers.ok(SolutionJson.of(solution))), () -> {
            var details = ProductDocuments.solutionDetails(body);
            return new UpdateSolution.Command(id(id), any -> details);
        });
    }

    /** Changes some of a solution's details. */
    @PATCH
    @Path("/{id}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeSolution",
            summary = "Change some of a solution's details",
            description =
                    "A JSON merge patch: null removes, what is left out stays; what comes of it is judged as a whole.")
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = Details.class)))
    @APIResponse(
            responseCode = "200",
            description = "The solution",
            content = @Content(schema = @Schema(implementation = SolutionJson.class)))
    @Refuses({VALIDATION_ERROR, SOLUTION_NOT_FOUND, PRODUCT_NOT_FOUND, SOLUTION_NAME_EXISTS, EXTERNAL_ID_EXISTS})
    public Uni<RestResponse<SolutionJson>> change(
            @Parameter(description = "The solution's id.") @PathParam("id") String id, Body body) {
        return updateSolution.handle(
                exchange.envelope(solution -> Answers.ok(SolutionJson.of(solution))),
                () -> new UpdateSolution.Command(id(id), ProductDocuments.solutionDetails(body, patches)));
    }

    /** Deletes or archives a solution. */
    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteSolution",
            summary = "Delete or archive a solution",
            description =
                    "A solution that customers are assigned to cannot be deleted. Archived, it leaves the lists and"
                            + " nobody is assigned to it any more, and whoever has it keeps it.")
    @Parameter(
            name = "archive",
            in = ParameterIn.QUERY,
            description = "Archives it instead; again: nothing happens.",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    @APIResponse(responseCode = "204", description = "It is gone, or archived")
    @Refuses({VALIDATION_ERROR, SOLUTION_NOT_FOUND, SOLUTION_HAS_CUSTOMERS})
    public Uni<RestResponse<Void>> delete(
            @Parameter(description = "The solution's id.") @PathParam("id") String id, @Context UriInfo uri) {
        return deleteProduct.handle(exchange.envelope(deleted -> Answers.gone()), () -> {
            var query = Query.of(uri);
            var archive = query.flag("archive").orElse(false);
            query.noMore();
            return new DeleteProduct.Command(id(id), archive);
        });
    }

    /** Brings a document into a solution. */
    @PUT
    @Path("/{id}/import")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importSolution",
            summary = "Bring a document into a solution",
            description = "Parts are matched by key, then by name, and keep their ids; what the document lacks stays.")
    @Parameter(
            name = "prune",
            in = ParameterIn.QUERY,
            description = "Makes the solution what the document says and nothing more.",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    @Parameter(
            name = "weights",
            in = ParameterIn.QUERY,
            description = "`normalize` scales the weights of the solution's own tasks to 100, whatever they sum to.",
            schema = @Schema(implementation = String.class, enumeration = "normalize"))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SolutionDocumentJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The solution",
            content = @Content(schema = @Schema(implementation = SolutionJson.class)))
    @Refuses({
        VALIDATION_ERROR,
        SOLUTION_NOT_FOUND,
        PRODUCT_NOT_FOUND,
        SOLUTION_NAME_EXISTS,
        EXTERNAL_ID_EXISTS,
        OUTCOME_NAME_EXISTS,
        RELEASE_NAME_EXISTS,
        TAG_NAME_EXISTS,
        TELEMETRY_NAME_EXISTS,
        TOTAL_WEIGHT_EXCEEDED,
        INVALID_CRITERIA
    })
    public Uni<RestResponse<SolutionJson>> bringIn(
            @Parameter(description = "The solution's id.") @PathParam("id") String id,
            @Context UriInfo uri,
            @Large Body body) {
        return importProduct.handle(exchange.envelope(solution -> Answers.ok(SolutionJson.of(solution))), () -> {
            var query = Query.of(uri);
            var mode = new Offering.Mode(query.flag("prune").orElse(false), query.says("weights", "normalize"));
            query.noMore();
            return new ImportProduct.Command(id(id), ProductDocuments.solution(body), mode);
        });
    }

    /** Gives a solution as one document. */
    @GET
    @Path("/{id}/export")
    @Operation(
            operationId = "exportSolution",
            summary = "Give a solution as one document",
            description = "Imported again, it changes nothing.")
    @APIResponse(responseCode = "200", description = "The document")
    @Refuses(SOLUTION_NOT_FOUND)
    public Uni<SolutionDocumentJson> export(@Parameter(description = "The solution's id.") @PathParam("id") String id) {
        return views.export(exchange.scope(Permission.CATALOG_READ), id(id)).map(SolutionDocumentJson::of);
    }

    /** Puts the products into an order. */
    @PUT
    @Path("/{id}/products/order")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "orderSolutionProducts",
            summary = "Put the products of a solution into an order",
            description = "The order names each of them once. Which ones they are is changed with the solution itself.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProductOrder.class)))
    @APIResponse(
            responseCode = "200",
            description = "The solution",
            content = @Content(schema = @Schema(implementation = SolutionJson.class)))
    @Refuses({VALIDATION_ERROR, SOLUTION_NOT_FOUND, PRODUCT_NOT_FOUND})
    public Uni<RestResponse<SolutionJson>> order(
            @Parameter(description = "The solution's id.") @PathParam("id") String id, Body body) {
        return orderProducts.handle(
                exchange.envelope(solution -> Answers.ok(SolutionJson.of(solution))),
                () -> new OrderSolutionProducts.Command(id(id), ProductDocuments.productOrder(body)));
    }

    private static SolutionId id(String path) {
        return new SolutionId(PathIds.uuid(path));
    }

    /** The published shape of an order of products. */
    @Schema(
            name = "SolutionProductOrder",
            description = "All products of a solution in the order they are to have.",
            examples = """
            {"productIds": ["01936f2e-7a10-7c3a-9d52-0f6b3c1e8d02", "01936f2e-7a10-7c3a-9d52-0f6b3c1e8d01"]}""")
    record ProductOrder(
            @Schema(required = true, description = "The ids of all products, each once.", maxItems = Limits.PRODUCTS)
            List<UUID> productIds) {}

    /** The published shape of a solution's new details. */
    @Schema(
            name = "SolutionDetails",
            description =
                    "What a solution says of itself, and which products it holds; its parts have roads of their own.",
            examples = """
            {"name": "Secure Workplace", "description": "Everything for a safe office", "externalId": "suite-1", "productIds": ["01936f2e-7a10-7c3a-9d52-0f6b3c1e8d01"]}""")
    record Details(
            @Schema(
                    required = true,
                    description = "What it is called, unique among the organisation's solutions ignoring case.",
                    minLength = 1,
                    maxLength = Limits.NAME)
            String name,

            @Schema(description = "What it is for.", maxLength = Limits.LONG_TEXT)
            Optional<String> description,

            @Schema(
                    description = "Your own key, unique among the organisation's solutions.",
                    minLength = 1,
                    maxLength = Limits.NAME)
            Optional<String> externalId,

            @Schema(description = "The products that it holds, in order, each once.", maxItems = Limits.PRODUCTS)
            List<UUID> productIds) {
        static Details of(SolutionDetails details) {
            return new Details(
                    details.details().name(),
                    details.details().description(),
                    details.details().externalId(),
                    details.products().stream().map(ProductId::value).toList());
        }
    }
}
