package dev.cairn.adapters.rest.adoption;

import static dev.cairn.domain.shared.ErrorCode.*;

import dev.cairn.adapters.rest.shared.Answers;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.BodyReader;
import dev.cairn.adapters.rest.shared.Creates;
import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.ListJson;
import dev.cairn.adapters.rest.shared.Paged;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.adoption.AssignProduct;
import dev.cairn.application.adoption.ChangeAssignment;
import dev.cairn.application.adoption.RemoveAssignment;
import dev.cairn.application.adoption.RestoreAssignment;
import dev.cairn.application.adoption.view.AssignmentView;
import dev.cairn.application.adoption.view.AssignmentViews;
import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/** What customers have of which products, over HTTP. */
@Path("/api/v1/customers/{id}/products")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assignments", description = "Which products a customer has, and how much of them.")
public class AssignmentResource {
    private final Exchange exchange;
    private final AssignmentViews views;
    private final AssignProduct assignProduct;
    private final ChangeAssignment changeAssignment;
    private final RemoveAssignment removeAssignment;
    private final RestoreAssignment restoreAssignment;

    AssignmentResource(
            Exchange exchange,
            AssignmentViews views,
            AssignProduct assignProduct,
            ChangeAssignment changeAssignment,
            RemoveAssignment removeAssignment,
            RestoreAssignment restoreAssignment) {
        this.exchange = exchange;
        this.views = views;
        this.assignProduct = assignProduct;
        this.changeAssignment = changeAssignment;
        this.removeAssignment = removeAssignment;
        this.restoreAssignment = restoreAssignment;
    }

    /** Assigns a product. */
    @POST
    @Creates
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "assignProduct",
            summary = "Assign a product to a customer",
            description =
                    "The plan is born with it: a copy of every task that level and selection include. With `restore=true` the customer gets back what it had under this name: of several that were removed, the last one, with its plan, tasks, notes, history and values as they were, under the level and the selection of this request. Where the plan does not fit these any more, `needsSync` says so.")
    @Parameter(
            name = "restore",
            in = ParameterIn.QUERY,
            description =
                    "Whether to go on with the plan that the customer had, instead of a fresh one; ASSIGNMENT_NOT_FOUND when it never had one.",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = AdoptionBodies.NewAssignment.class)))
    @APIResponse(
            responseCode = "201",
            description = "The assignment",
            content = @Content(schema = @Schema(implementation = AssignmentJson.class)))
    @Refuses({
        VALIDATION_ERROR,
        CUSTOMER_NOT_FOUND,
        CUSTOMER_SUSPENDED,
        CUSTOMER_INACTIVE,
        PRODUCT_NOT_FOUND,
        ASSIGNMENT_NOT_FOUND,
        CUSTOMER_PRODUCT_EXISTS,
        OUTCOME_NOT_OF_PRODUCT,
        RELEASE_NOT_OF_PRODUCT
    })
    public Uni<RestResponse<AssignmentJson>> assign(
            @Parameter(description = "The customer's id.") @PathParam("id") String id,
            @Context UriInfo uri,
            Body body) {
        var query = Query.of(uri);
        return query.flag("restore").orElse(false)
                ? restoreAssignment.handle(exchange.creation(AssignmentResource::created), () -> {
                    query.noMore();
                    return AdoptionBodies.restore(customer(id), body);
                })
                : assignProduct.handle(exchange.creation(AssignmentResource::created), () -> {
                    query.noMore();
                    return AdoptionBodies.assign(customer(id), body);
                });
    }

    /** Lists a customer's assignments. */
    @GET
    @Operation(
            operationId = "listAssignments",
            summary = "List a customer's assignments",
            description = "Oldest first; removed ones are not there.")
    @Paged
    @APIResponse(responseCode = "200", description = "A page of assignments")
    @Refuses({VALIDATION_ERROR, CUSTOMER_NOT_FOUND})
    public Uni<ListJson<AssignmentJson>> list(
            @Parameter(description = "The customer's id.") @PathParam("id") String id, @Context UriInfo uri) {
        var scope = exchange.scope(Permission.CUSTOMER_READ);
        var query = Query.of(uri);
        var page = query.page(FixedOrder.class);
        query.noMore();
        return views.ofCustomer(scope, customer(id), page).map(found -> ListJson.of(found, AssignmentJson::of));
    }

    /** Reads an assignment. */
    @GET
    @Path("/{assignmentId}")
    @Operation(
            operationId = "getAssignment",
            summary = "Read an assignment",
            description = "One assignment of the customer, with its plan in short.")
    @APIResponse(responseCode = "200", description = "The assignment")
    @Refuses({CUSTOMER_NOT_FOUND, ASSIGNMENT_NOT_FOUND})
    public Uni<AssignmentJson> get(
            @Parameter(description = "The customer's id.") @PathParam("id") String id,
            @Parameter(description = "The assignment's id.") @PathParam("assignmentId") String assignmentId) {
        return views.get(exchange.scope(Permission.CUSTOMER_READ), customer(id), assignment(assignmentId))
                .map(AssignmentJson::of);
    }

    /** Changes an assignment. */
    @PATCH
    @Path("/{assignmentId}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeAssignment",
            summary = "Change an assignment",
            description =
                    "A JSON merge patch. The plan stays as it is and needs to be synchronised, unless it is to follow at once.")
    @Parameter(
            name = "sync",
            in = ParameterIn.QUERY,
            description = "Whether the plan is synchronised with it; when that cannot be, nothing changes.",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    @RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = AdoptionBodies.AssignmentPatch.class)))
    @APIResponse(
            responseCode = "200",
            description = "The assignment",
            content = @Content(schema = @Schema(implementation = AssignmentJson.class)))
    @Refuses({
        VALIDATION_ERROR,
        CUSTOMER_NOT_FOUND,
        CUSTOMER_SUSPENDED,
        CUSTOMER_INACTIVE,
        ASSIGNMENT_NOT_FOUND,
        PRODUCT_MANAGED_BY_SOLUTION,
        OUTCOME_NOT_OF_PRODUCT,
        RELEASE_NOT_OF_PRODUCT
    })
    public Uni<RestResponse<AssignmentJson>> change(
            @Parameter(description = "The customer's id.") @PathParam("id") String id,
            @Parameter(description = "The assignment's id.") @PathParam("assignmentId") String assignmentId,
            @Context UriInfo uri,
            Body body) {
        return changeAssignment.handle(exchange.envelope(changed -> Answers.ok(AssignmentJson.of(changed))), () -> {
            var query = Query.of(uri);
            var sync = query.flag("sync").orElse(false);
            query.noMore();
            return AdoptionBodies.change(customer(id), assignment(assignmentId), sync, body);
        });
    }

    /** Removes an assignment. */
    @DELETE
    @Path("/{assignmentId}")
    @Operation(
            operationId = "removeAssignment",
            summary = "Take a product from a customer",
            description =
                    "Plan, tasks and history are kept for ADMIN to read; the product can be assigned anew, fresh or from what was kept.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @Refuses({
        CUSTOMER_NOT_FOUND,
        CUSTOMER_SUSPENDED,
        CUSTOMER_INACTIVE,
        ASSIGNMENT_NOT_FOUND,
        PRODUCT_MANAGED_BY_SOLUTION
    })
    public Uni<RestResponse<Void>> remove(
            @Parameter(description = "The customer's id.") @PathParam("id") String id,
            @Parameter(description = "The assignment's id.") @PathParam("assignmentId") String assignmentId) {
        return removeAssignment.handle(
                exchange.envelope(removed -> Answers.gone()),
                () -> new RemoveAssignment.Command(customer(id), assignment(assignmentId)));
    }

    private static CustomerId customer(String path) {
        return new CustomerId(PathIds.uuid(path));
    }

    private static AssignmentId assignment(String path) {
        return new AssignmentId(PathIds.uuid(path));
    }

    private static RestResponse<AssignmentJson> created(AssignmentView view) {
        var json = AssignmentJson.of(view);
        return Answers.created("/api/v1/customers/" + json.customerId() + "/products/" + json.id(), json);
    }
}
