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
import dev.cairn.application.adoption.solution.AssignSolution;
import dev.cairn.application.adoption.solution.ChangeSolutionAssignment;
import dev.cairn.application.adoption.solution.RemoveSolutionAssignment;
import dev.cairn.application.adoption.solution.view.SolutionAssignmentView;
import dev.cairn.application.adoption.solution.view.SolutionViews;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What customers have of which solutions, over HTTP. */
@Path("/api/v1/customers/{id}/solutions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Solution assignments", description = "Which solutions a customer has, and how much of them.")
public class SolutionAssignmentResource {
    private final Exchange exchange;
    private final SolutionViews views;
    private final AssignSolution assignSolution;
    private final ChangeSolutionAssignment changeSolutionAssignment;
    private final RemoveSolutionAssignment removeSolutionAssignment;

    SolutionAssignmentResource(
            Exchange exchange,
            SolutionViews views,
            AssignSolution assignSolution,
            ChangeSolutionAssignment changeSolutionAssignment,
            RemoveSolutionAssignment removeSolutionAssignment) {
        this.exchange = exchange;
        this.views = views;
        this.assignSolution = assignSolution;
        this.changeSolutionAssignment = changeSolutionAssignment;
        this.removeSolutionAssignment = removeSolutionAssignment;
    }

    /** Assigns a solution. */
    @POST
    @Creates
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "assignSolution",
            summary = "Assign a solution to a customer",
            description =
                    "All its products are assigned with it, at the same level and with what of the selection is theirs; one that the customer has as `Default` becomes part of it. The plans are born with it.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = AdoptionBodies.NewSolutionAssignment.class)))
    @APIResponse(
            responseCode = "201",
            description = "The assignment",
            content = @Content(schema = @Schema(implementation = SolutionAssignmentJson.class)))
    @Refuses({
        VALIDATION_ERROR,
        CUSTOMER_NOT_FOUND,
        CUSTOMER_SUSPENDED,
        CUSTOMER_INACTIVE,
        SOLUTION_NOT_FOUND,
        PRODUCT_NOT_FOUND,
        CUSTOMER_SOLUTION_EXISTS,
        CUSTOMER_PRODUCT_EXISTS,
        OUTCOME_NOT_OF_PRODUCT,
        RELEASE_NOT_OF_PRODUCT
    })
    public Uni<RestResponse<SolutionAssignmentJson>> assign(
            @Parameter(description = "The customer's id.") @PathParam("id") String id,
            @Context UriInfo uri,
            Body body) {
        return assignSolution.handle(exchange.creation(SolutionAssignmentResource::created), () -> {
            Query.of(uri).noMore();
            return AdoptionBodies.assignSolution(customer(id), body);
        });
    }

    /** Lists a customer's solutions. */
    @GET
    @Operation(
            operationId = "listSolutionAssignments",
            summary = "List a customer's solutions",
            description = "Oldest first, without their tasks; removed ones are not there.")
    @Paged
    @APIResponse(responseCode = "200", description = "A page of assignments")
    @Refuses({VALIDATION_ERROR, CUSTOMER_NOT_FOUND})
    public Uni<ListJson<SolutionAssignmentJson>> list(
            @Parameter(description = "The customer's id.") @PathParam("id") String id, @Context UriInfo uri) {
        var scope = exchange.scope(Permission.CUSTOMER_READ);
        var query = Query.of(uri);
        var page = query.page(FixedOrder.class);
        query.noMore();
        return views.ofCustomer(scope, customer(id), page).map(found -> ListJson.of(found, SolutionAssignmentJson::of));
    }

    /** Reads an assignment. */
    @GET
    @Path("/{assignmentId}")
    @Operation(
            operationId = "getSolutionAssignment",
            summary = "Read the assignment of a solution",
            description = "One solution of the customer, with its products and its first 100 own tasks.")
    @APIResponse(responseCode = "200", description = "The assignment")
    @Refuses({CUSTOMER_NOT_FOUND, ASSIGNMENT_NOT_FOUND})
    public Uni<SolutionAssignmentJson> get(
            @Parameter(description = "The customer's id.") @PathParam("id") String id,
            @Parameter(description = "The assignment's id.") @PathParam("assignmentId") String assignmentId) {
        return views.get(
                        exchange.scope(Permission.CUSTOMER_READ),
                        customer(id),
                        assignment(assignmentId),
                        PlanResource.TASKS)
                .map(SolutionAssignmentJson::of);
    }

    /** Changes an assignment. */
    @PATCH
    @Path("/{assignmentId}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeSolutionAssignment",
            summary = "Change the assignment of a solution",
            description =
                    "A JSON merge patch. Level and selection of its products change with it; the plans stay as they are and need to be synchronised.")
    @RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = AdoptionBodies.SolutionAssignmentPatch.class)))
    @APIResponse(
            responseCode = "200",
            description = "The assignment",
            content = @Content(schema = @Schema(implementation = SolutionAssignmentJson.class)))
    @Refuses({
        VALIDATION_ERROR,
        CUSTOMER_NOT_FOUND,
        CUSTOMER_SUSPENDED,
        CUSTOMER_INACTIVE,
        ASSIGNMENT_NOT_FOUND,
        PRODUCT_NOT_FOUND,
        OUTCOME_NOT_OF_PRODUCT,
        RELEASE_NOT_OF_PRODUCT
    })
    public Uni<RestResponse<SolutionAssignmentJson>> change(
            @Parameter(description = "The customer's id.") @PathParam("id") String id,
            @Parameter(description = "The assignment's id.") @PathParam("assignmentId") String assignmentId,
            @Context UriInfo uri,
            Body body) {
        return changeSolutionAssignment.handle(
                exchange.envelope(changed -> Answers.ok(SolutionAssignmentJson.of(changed))), () -> {
                    Query.of(uri).noMore();
                    return AdoptionBodies.changeSolution(customer(id), assignment(assignmentId), body);
                });
    }

    /** Removes an assignment. */
    @DELETE
    @Path("/{assignmentId}")
    @Operation(
            operationId = "removeSolutionAssignment",
            summary = "Take a solution from a customer",
            description =
                    "All its products go with it, those too that the customer had before. Plans, tasks and history are kept for ADMIN to read.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @Refuses({CUSTOMER_NOT_FOUND, CUSTOMER_SUSPENDED, CUSTOMER_INACTIVE, ASSIGNMENT_NOT_FOUND})
    public Uni<RestResponse<Void>> remove(
            @Parameter(description = "The customer's id.") @PathParam("id") String id,
            @Parameter(description = "The assignment's id.") @PathParam("assignmentId") String assignmentId) {
        return removeSolutionAssignment.handle(
                exchange.envelope(removed -> Answers.gone()),
                () -> new RemoveSolutionAssignment.Command(customer(id), assignment(assignmentId)));
    }

    private static CustomerId customer(String path) {
        return new CustomerId(PathIds.uuid(path));
    }

    private static AssignmentId assignment(String path) {
        return new AssignmentId(PathIds.uuid(path));
    }

    private static RestResponse<SolutionAssignmentJson> created(SolutionAssignmentView view) {
        var json = SolutionAssignmentJson.of(view);
        return Answers.created("/api/v1/customers/" + json.customerId() + "/solutions/" + json.id(), json);
    }
}
