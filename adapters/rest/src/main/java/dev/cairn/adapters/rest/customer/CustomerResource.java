package dev.cairn.adapters.rest.customer;

import static dev.cairn.domain.shared.ErrorCode.*;

import dev.cairn.adapters.rest.shared.Answers;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.BodyReader;
import dev.cairn.adapters.rest.shared.Creates;
import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.ListJson;
import dev.cairn.adapters.rest.shared.MergePatch;
import dev.cairn.adapters.rest.shared.Paged;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.customer.ActivateCustomer;
import dev.cairn.application.customer.CreateCustomer;
import dev.cairn.application.customer.DeactivateCustomer;
import dev.cairn.application.customer.DeleteCustomer;
import dev.cairn.application.customer.MoveLifecycle;
import dev.cairn.application.customer.SuspendCustomer;
import dev.cairn.application.customer.UpdateCustomer;
import dev.cairn.application.customer.view.CustomerFilter;
import dev.cairn.application.customer.view.CustomerSort;
import dev.cairn.application.customer.view.CustomerView;
import dev.cairn.application.customer.view.CustomerViews;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.customer.CustomerType;
import dev.cairn.domain.customer.published.AccountStatus;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.CustomerId;
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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Customers over HTTP. */
@Path("/api/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Who uses the products: identity, lifecycle, account status.")
public class CustomerResource {
    private final Exchange exchange;
    private final MergePatch patches;
    private final CustomerViews views;
    private final CreateCustomer createCustomer;
    private final UpdateCustomer updateCustomer;
    private final DeleteCustomer deleteCustomer;
    private final MoveLifecycle moveLifecycle;
    private final SuspendCustomer suspendCustomer;
    private final ActivateCustomer activateCustomer;
    private final DeactivateCustomer deactivateCustomer;

    CustomerResource(
            Exchange exchange,
            MergePatch patches,
            CustomerViews views,
            CreateCustomer createCustomer,
            UpdateCustomer updateCustomer,
            DeleteCustomer deleteCustomer,
            MoveLifecycle moveLifecycle,
            SuspendCustomer suspendCustomer,
            ActivateCustomer activateCustomer,
            DeactivateCustomer deactivateCustomer) {
        this.exchange = exchange;
        this.patches = patches;
        this.views = views;
        this.createCustomer = createCustomer;
        this.updateCustomer = updateCustomer;
        this.deleteCustomer = deleteCustomer;
        this.moveLifecycle = moveLifecycle;
        this.suspendCustomer = suspendCustomer;
        this.activateCustomer = activateCustomer;
        this.deactivateCustomer = deactivateCustomer;
    }

    /** Creates a customer. */
    @POST
    @Creates
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createCustomer",
            summary = "Create a customer",
            description = "The account is born ACTIVE. Without a code one is generated.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = CustomerBodies.NewCustomer.class)))
    @APIResponse(
            responseCode = "201",
            description = "The customer",
            content = @Content(schema = @Schema(implementation = CustomerJson.class)))
    @Refuses({VALIDATION_ERROR, CUSTOMER_NAME_EXISTS, CUSTOMER_EMAIL_EXISTS, CUSTOMER_CODE_EXISTS, EXTERNAL_ID_EXISTS})
    public Uni<RestResponse<CustomerJson>> create(Body body) {
        return createCustomer.handle(
                exchange.creation(created -> Answers.created(
                        "/api/v1/customers/" + created.customer().id().value(), CustomerJson.of(created))),
                () -> CustomerBodies.create(body));
    }

    /** Lists customers. */
    @GET
    @Operation(
            operationId = "listCustomers",
            summary = "List customers",
            description = "Those the token may see; by creation unless sorted otherwise.")
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            description = "Only of this type.",
            schema = @Schema(implementation = CustomerType.class))
    @Parameter(
            name = "accountStatus",
            in = ParameterIn.QUERY,
            description = "Only with an account in this status.",
            schema = @Schema(implementation = AccountStatus.class))
    @Parameter(
            name = "lifecycleStage",
            in = ParameterIn.QUERY,
            description = "Only in this stage.",
            schema = @Schema(implementation = LifecycleStage.class))
    @Parameter(
            name = "assignedTo",
            in = ParameterIn.QUERY,
            description = "Only assigned to this name.",
            schema = @Schema(implementation = String.class),
            example = "user-17")
    @Parameter(
            name = "tag",
            in = ParameterIn.QUERY,
            description = "Only with this tag, ignoring case.",
            schema = @Schema(implementation = String.class),
            example = "emea")
    @Parameter(
            name = "externalId",
            in = ParameterIn.QUERY,
            description = "Only with this key of your own.",
            schema = @Schema(implementation = String.class),
            example = "crm-991")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "This text anywhere in name, e-mail or code, ignoring case.",
            schema = @Schema(implementation = String.class),
            example = "acme")
    @Paged(sort = CustomerSort.class)
    @APIResponse(responseCode = "200", description = "A page of customers")
    @Refuses(VALIDATION_ERROR)
    public Uni<ListJson<CustomerJson>> list(@Context UriInfo uri) {
        var scope = exchange.scope(Permission.CUSTOMER_READ);
        var query = Query.of(uri);
        var filter = new CustomerFilter(
                query.constant("type", CustomerType.class),
                query.constant("accountStatus", AccountStatus.class),
                query.constant("lifecycleStage", LifecycleStage.class),
                query.text("assignedTo"),
                query.folded("tag"),
                query.text("externalId"),
                query.folded("q"));
        var page = query.page(CustomerSort.class);
        query.noMore();
        return views.list(scope, filter, page).map(found -> ListJson.of(found, CustomerJson::of));
    }

    /** Reads a customer. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getCustomer",
            summary = "Read a customer",
            description = "One customer that the token may see.")
    @APIResponse(responseCode = "200", description = "The customer")
    @Refuses(CUSTOMER_NOT_FOUND)
    public Uni<CustomerJson> get(@Parameter(description = "The customer's id.") @PathParam("id") String id) {
        return views.get(exchange.scope(Permission.CUSTOMER_READ), id(id)).map(CustomerJson::of);
    }

    /** Replaces a customer's details. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceCustomer",
            summary = "Replace a customer's details",
            description = "What the body lacks is removed; the code stays.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CustomerBodies.Details.class)))
    @APIResponse(
            responseCode = "200",
            description = "The customer",
            content = @Content(schema = @Schema(implementation = CustomerJson.class)))
    @Refuses({
        VALIDATION_ERROR,
        CUSTOMER_NOT_FOUND,
        CUSTOMER_SUSPENDED,
        CUSTOMER_INACTIVE,
        CUSTOMER_NAME_EXISTS,
        CUSTOMER_EMAIL_EXISTS,
        CUSTOMER_CODE_EXISTS,
        EXTERNAL_ID_EXISTS
    })
    public Uni<RestResponse<CustomerJson>> replace(
            @Parameter(description = "The customer's id.") @PathParam("id") String id, Body body) {
        return updateCustomer.handle(
                exchange.envelope(CustomerResource::shown), () -> CustomerBodies.update(id(id), body));
    }

    /** Changes some of a customer's details. */
    @PATCH
    @Path("/{id}")
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeCustomer",
            summary = "Change some of a customer's details",
            description =
                    "A JSON merge patch: null removes, what is left out stays; what comes of it is judged as a whole.")
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = CustomerBodies.Details.class)))
    @APIResponse(
            responseCode = "200",
            description = "The customer",
            content = @Content(schema = @Schema(implementation = CustomerJson.class)))
    @Refuses({
        VALIDATION_ERROR,
        CUSTOMER_NOT_FOUND,
        CUSTOMER_SUSPENDED,
        CUSTOMER_INACTIVE,
        CUSTOMER_NAME_EXISTS,
        CUSTOMER_EMAIL_EXISTS,
        CUSTOMER_CODE_EXISTS,
        EXTERNAL_ID_EXISTS
    })
    public Uni<RestResponse<CustomerJson>> change(
            @Parameter(description = "The customer's id.") @PathParam("id") String id, Body body) {
        return updateCustomer.handle(
                exchange.envelope(CustomerResource::shown), () -> CustomerBodies.patch(id(id), body, patches));
    }

    /** Deletes a customer. */
    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteCustomer",
            summary = "Delete a customer",
            description = "It leaves every list; name, e-mail and code are free again.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @Refuses(CUSTOMER_NOT_FOUND)
    public Uni<RestResponse<Void>> delete(@Parameter(description = "The customer's id.") @PathParam("id") String id) {
        return deleteCustomer.handle(
                exchange.envelope(deleted -> Answers.gone()), () -> new DeleteCustomer.Command(id(id)));
    }

    /** Moves a customer on in its lifecycle. */
    @POST
    @Path("/{id}/lifecycle")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "moveCustomerLifecycle",
            summary = "Move a customer on in its lifecycle",
            description = "The reason says from where to where.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CustomerBodies.Move.class)))
    @APIResponse(
            responseCode = "200",
            description = "The customer",
            content = @Content(schema = @Schema(implementation = CustomerJson.class)))
    @Refuses({VALIDATION_ERROR, CUSTOMER_NOT_FOUND, CUSTOMER_SUSPENDED, CUSTOMER_INACTIVE, INVALID_STATUS_TRANSITION})
    public Uni<RestResponse<CustomerJson>> move(
            @Parameter(description = "The customer's id.") @PathParam("id") String id, Body body) {
        return moveLifecycle.handle(
                exchange.envelope(CustomerResource::shown), () -> CustomerBodies.move(id(id), body));
    }

    /** Suspends a customer's account. */
    @POST
    @Path("/{id}/suspend")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "suspendCustomer",
            summary = "Suspend a customer's account",
            description = "Reads go on, writes are refused. Again: the first reason stays.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = CustomerBodies.Suspension.class)))
    @APIResponse(
            responseCode = "200",
            description = "The customer",
            content = @Content(schema = @Schema(implementation = CustomerJson.class)))
    @Refuses({VALIDATION_ERROR, CUSTOMER_NOT_FOUND, INVALID_STATUS_TRANSITION})
    public Uni<RestResponse<CustomerJson>> suspend(
            @Parameter(description = "The customer's id.") @PathParam("id") String id, Body body) {
        return suspendCustomer.handle(
                exchange.envelope(CustomerResource::shown), () -> CustomerBodies.suspend(id(id), body));
    }

    /** Activates a customer's account. */
    @POST
    @Path("/{id}/activate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "activateCustomer",
            summary = "Activate a customer's account",
            description = "From SUSPENDED or INACTIVE. Again: nothing happens.")
    @RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = CustomerBodies.Activation.class)))
    @APIResponse(
            responseCode = "200",
            description = "The customer",
            content = @Content(schema = @Schema(implementation = CustomerJson.class)))
    @Refuses({VALIDATION_ERROR, CUSTOMER_NOT_FOUND})
    public Uni<RestResponse<CustomerJson>> activate(
            @Parameter(description = "The customer's id.") @PathParam("id") String id, Body body) {
        return activateCustomer.handle(
                exchange.envelope(CustomerResource::shown), () -> CustomerBodies.activate(id(id), body));
    }

    /** Deactivates a customer's account. */
    @POST
    @Path("/{id}/deactivate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "deactivateCustomer",
            summary = "Deactivate a customer's account",
            description = "The relation ended. Again: the first reason stays.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = CustomerBodies.Deactivation.class)))
    @APIResponse(
            responseCode = "200",
            description = "The customer",
            content = @Content(schema = @Schema(implementation = CustomerJson.class)))
    @Refuses({VALIDATION_ERROR, CUSTOMER_NOT_FOUND})
    public Uni<RestResponse<CustomerJson>> deactivate(
            @Parameter(description = "The customer's id.") @PathParam("id") String id, Body body) {
        return deactivateCustomer.handle(
                exchange.envelope(CustomerResource::shown), () -> CustomerBodies.deactivate(id(id), body));
    }

    private static CustomerId id(String path) {
        return new CustomerId(PathIds.uuid(path));
    }

    private static RestResponse<CustomerJson> shown(CustomerView view) {
        return Answers.ok(CustomerJson.of(view));
    }
}
