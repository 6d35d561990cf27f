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
import dev.cairn.application.catalog.CreateProduct;
import dev.cairn.application.catalog.DeleteProduct;
import dev.cairn.application.catalog.ImportProduct;
import dev.cairn.application.catalog.UpdateProduct;
import dev.cairn.application.catalog.view.ProductFilter;
import dev.cairn.application.catalog.view.ProductSort;
import dev.cairn.application.catalog.view.ProductViews;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.catalog.Limits;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.catalog.ProductDetails;
import dev.cairn.domain.shared.OfferingKind;
import dev.cairn.domain.shared.ProductId;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Products over HTTP. */
@Path("/api/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Products", description = "What can be adopted: products, one by one and as whole documents.")
public class ProductResource {
    private final Exchange exchange;
    private final MergePatch patches;
    private final ProductViews views;
    private final CreateProduct createProduct;
    private final UpdateProduct updateProduct;
    private final DeleteProduct deleteProduct;
    private final ImportProduct importProduct;

    ProductResource(
            Exchange exchange,
            MergePatch patches,
            ProductViews views,
            CreateProduct createProduct,
            UpdateProduct updateProduct,
            DeleteProduct deleteProduct,
            ImportProduct importProduct) {
        this.exchange = exchange;
        this.patches = patches;
        this.views = views;
        this.createProduct = createProduct;
        this.updateProduct = updateProduct;
        this.deleteProduct = deleteProduct;
        this.importProduct = importProduct;
    }

    /** Creates a product. */
    @POST
    @Creates
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createProduct",
            summary = "Create a product",
            description = "With a name alone, or whole: one document with outcomes, releases, tags and tasks.")
    @Parameter(
            name = "weights",
            in = ParameterIn.QUERY,
            description = "`normalize` scales the weights of the tasks to 100, whatever they sum to.",
            schema = @Schema(implementation = String.class, enumeration = "normalize"))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProductDocumentJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "The product",
            content = @Content(schema = @Schema(implementation = ProductJson.class)))
    @Refuses({VALIDATION_ERROR, PRODUCT_NAME_EXISTS, EXTERNAL_ID_EXISTS, TOTAL_WEIGHT_EXCEEDED, INVALID_CRITERIA})
    public Uni<RestResponse<ProductJson>> create(@Context UriInfo uri, @Large Body body) {
        return createProduct.handle(
                exchange.creation(created -> Answers.created(
                        "/api/v1/products/" + created.product().product().id().value(), ProductJson.of(created))),
                () -> {
                    var query = Query.of(uri);
                    var normalize = query.says("weights", "normalize");
                    query.noMore();
                    return new CreateProduct.Command(ProductDocuments.product(body), normalize);
                });
    }

    /** Lists products. */
    @GET
    @Operation(
            operationId = "listProducts",
            summary = "List products",
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
    @APIResponse(responseCode = "200", description = "A page of products")
    @Refuses(VALIDATION_ERROR)
    public Uni<ListJson<ProductSummaryJson>> list(@Context UriInfo uri) {
        var scope = exchange.scope(Permission.CATALOG_READ);
        var query = Query.of(uri);
        var filter = new ProductFilter(
                OfferingKind.PRODUCT,
                query.flag("archived").orElse(false),
                query.text("externalId"),
                query.folded("q"));
        var page = query.page(ProductSort.class);
        query.noMore();
        return views.list(scope, filter, page).map(found -> ListJson.of(found, ProductSummaryJson::of));
    }

    /** Reads a product. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getProduct",
            summary = "Read a product",
            description = "One product with all its parts, archived or not.")
    @APIResponse(responseCode = "200", description = "The product")
    @Refuses(PRODUCT_NOT_FOUND)
    public Uni<ProductJson> get(@Parameter(description = "The product's id.") @PathParam("id") String id) {
        return views.get(exchange.scope(Permission.CATALOG_READ), id(id)).map(ProductJson::of);
    }

    /** Replaces a product's details. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceProduct",
            summary = "Replace a product's details",
            description = "Name, description and your own key; what the body lacks is removed. Its parts stay.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Details.class)))
    @APIResponse(
            responseCode = "200",
            description = "The product",
            content = @Content(schema = @Schema(implementation = ProductJson.class)))
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND, PRODUCT_NAME_EXISTS, EXTERNAL_ID_EXISTS})
    public Uni<RestResponse<ProductJson>> replace(
            @Parameter(description = "The product's id.") @PathParam("id") String id, Body body) {
        return updateProduct.handle(exchange.envelope(product -> Answers.ok(ProductJson.of(product))), () -> {
            var details = ProductDocuments.details(body);
            return new UpdateProduct.Command(id(id), any -> details);
        });
    }

    /** Changes some of a product's details. */
    @PATCH
    @Path("/{id}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeProduct",
            summary = "Change some of a product's details",
            description =
                    "A JSON merge patch: null removes, what is left out stays; what comes of it is judged as a whole.")
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = Details.class)))
    @APIResponse(
            responseCode = "200",
            description = "The product",
            content = @Content(schema = @Schema(implementation = ProductJson.class)))
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND, PRODUCT_NAME_EXISTS, EXTERNAL_ID_EXISTS})
    public Uni<RestResponse<ProductJson>> change(
            @Parameter(description = "The product's id.") @PathParam("id") String id, Body body) {
        return updateProduct.handle(
                exchange.envelope(product -> Answers.ok(ProductJson.of(product))),
                () -> new UpdateProduct.Command(id(id), ProductDocuments.details(body, patches)));
    }

    /** Deletes or archives a product. */
    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteProduct",
            summary = "Delete or archive a product",
            description =
                    "A product that customers are assigned to cannot be deleted. Archived, it leaves the lists and"
                            + " nobody is assigned to it any more, and whoever has it keeps it.")
    @Parameter(
            name = "archive",
            in = ParameterIn.QUERY,
            description = "Archives it instead; again: nothing happens.",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    @APIResponse(responseCode = "204", description = "It is gone, or archived")
    @Refuses({VALIDATION_ERROR, PRODUCT_NOT_FOUND, PRODUCT_HAS_CUSTOMERS})
    public Uni<RestResponse<Void>> delete(
            @Parameter(description = "The product's id.") @PathParam("id") String id, @Context UriInfo uri) {
        return deleteProduct.handle(exchange.envelope(deleted -> Answers.gone()), () -> {
            var query = Query.of(uri);
            var archive = query.flag("archive").orElse(false);
            query.noMore();
            return new DeleteProduct.Command(id(id), archive);
        });
    }

    /** Brings a document into a product. */
    @PUT
    @Path("/{id}/import")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importProduct",
            summary = "Bring a document into a product",
            description = "Parts are matched by key, then by name, and keep their ids; what the document lacks stays.")
    @Parameter(
            name = "prune",
            in = ParameterIn.QUERY,
            description = "Makes the product what the document says and nothing more.",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    @Parameter(
            name = "weights",
            in = ParameterIn.QUERY,
            description = "`normalize` scales the weights of the product's tasks to 100, whatever they sum to.",
            schema = @Schema(implementation = String.class, enumeration = "normalize"))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProductDocumentJson.class)))
    @APIResponse(
            responseCode = "200",
            description = "The product",
            content = @Content(schema = @Schema(implementation = ProductJson.class)))
    @Refuses({
        VALIDATION_ERROR,
        PRODUCT_NOT_FOUND,
        PRODUCT_NAME_EXISTS,
        EXTERNAL_ID_EXISTS,
        OUTCOME_NAME_EXISTS,
        RELEASE_NAME_EXISTS,
        TAG_NAME_EXISTS,
        TELEMETRY_NAME_EXISTS,
        TOTAL_WEIGHT_EXCEEDED,
        INVALID_CRITERIA
    })
    public Uni<RestResponse<ProductJson>> bringIn(
            @Parameter(description = "The product's id.") @PathParam("id") String id,
            @Context UriInfo uri,
            @Large Body body) {
        return importProduct.handle(exchange.envelope(product -> Answers.ok(ProductJson.of(product))), () -> {
            var query = Query.of(uri);
            var mode = new Offering.Mode(query.flag("prune").orElse(false), query.says("weights", "normalize"));
            query.noMore();
            return new ImportProduct.Command(id(id), ProductDocuments.product(body), mode);
        });
    }

    /** Gives a product as one document. */
    @GET
    @Path("/{id}/export")
    @Operation(
            operationId = "exportProduct",
            summary = "Give a product as one document",
            description = "Imported again, it changes nothing.")
    @APIResponse(responseCode = "200", description = "The document")
    @Refuses(PRODUCT_NOT_FOUND)
    public Uni<ProductDocumentJson> export(@Parameter(description = "The product's id.") @PathParam("id") String id) {
        return views.export(exchange.scope(Permission.CATALOG_READ), id(id)).map(ProductDocumentJson::of);
    }

    private static ProductId id(String path) {
        return new ProductId(PathIds.uuid(path));
    }

    /** The published shape of a product's new details. */
    @Schema(
            name = "ProductDetails",
            description = "What a product says of itself; its parts have roads of their own.",
            examples = """
            {"name": "Secure Edge", "description": "Cloud-delivered access security", "externalId": "sku-4711"}""")
    record Details(
            @Schema(
                    required = true,
                    description = "What it is called, unique in the organisation ignoring case.",
                    minLength = 1,
                    maxLength = Limits.NAME)
            String name,

            @Schema(description = "What it is for.", maxLength = Limits.LONG_TEXT)
            Optional<String> description,

            @Schema(description = "Your own key, unique in the organisation.", minLength = 1, maxLength = Limits.NAME)
            Optional<String> externalId) {
        static Details of(ProductDetails details) {
            return new Details(details.name(), details.description(), details.externalId());
        }
    }
}
