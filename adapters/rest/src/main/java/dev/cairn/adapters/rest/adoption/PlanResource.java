package dev.cairn.adapters.rest.adoption;

import static dev.cairn.domain.shared.ErrorCode.ADOPTION_PLAN_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.CUSTOMER_INACTIVE;
import static dev.cairn.domain.shared.ErrorCode.CUSTOMER_SUSPENDED;
import static dev.cairn.domain.shared.ErrorCode.TASK_ARCHIVED;
import static dev.cairn.domain.shared.ErrorCode.TASK_NOT_OF_PLAN;
import static dev.cairn.domain.shared.ErrorCode.VALIDATION_ERROR;

import dev.cairn.adapters.rest.shared.Answers;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.ListJson;
import dev.cairn.adapters.rest.shared.Paged;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.adoption.ChangeTaskStatuses;
import dev.cairn.application.adoption.view.PlanViews;
import dev.cairn.application.adoption.view.TaskViews;
import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.TaskFilter;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ReleaseId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
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

/** Plans over HTTP. */
@Path("/api/v1/adoption-plans/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Adoption plans", description = "What customers should do with their products, and how far they are.")
public class PlanResource {
    /** The most tasks that come with a plan, and what a page of them holds when nobody says. */
    static final int TASKS = 100;

    private final Exchange exchange;
    private final PlanViews plans;
    private final TaskViews tasks;
    private final ChangeTaskStatuses changeTaskStatuses;
    private final Clock clock;

    PlanResource(
            Exchange exchange, PlanViews plans, TaskViews tasks, ChangeTaskStatuses changeTaskStatuses, Clock clock) {
        this.exchange = exchange;
        this.plans = plans;
        this.tasks = tasks;
        this.changeTaskStatuses = changeTaskStatuses;
        this.clock = clock;
    }

    /** Reads a plan. */
    @GET
    @Operation(
            operationId = "getAdoptionPlan",
            summary = "Read an adoption plan",
            description =
                    "With its first 100 tasks by sequence, what it has reached and where it is heading. Plans of removed assignments are there for ADMIN alone.")
    @APIResponse(responseCode = "200", description = "The plan")
    @Refuses(ADOPTION_PLAN_NOT_FOUND)
    public Uni<PlanJson> get(@Parameter(description = "The plan's id.") @PathParam("id") String id) {
        return plans.withTasks(exchange.scope(Permission.CUSTOMER_READ), plan(id), TASKS, clock.instant())
                .map(PlanJson::of);
    }

    /** Lists a plan's tasks. */
    @GET
    @Path("/tasks")
    @Operation(
            operationId = "listPlanTasks",
            summary = "List a plan's tasks",
            description = "By sequence; those that a synchronisation archived only on demand.")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Only in this status.",
            schema = @Schema(implementation = TaskStatus.class))
    @Parameter(
            name = "outcomeId",
            in = ParameterIn.QUERY,
            description = "Only with this outcome itself.",
            schema = @Schema(implementation = UUID.class))
    @Parameter(
            name = "releaseId",
            in = ParameterIn.QUERY,
            description = "Only with this release itself.",
            schema = @Schema(implementation = UUID.class))
    @Parameter(
            name = "tag",
            in = ParameterIn.QUERY,
            description = "Only with a tag of exactly this name.",
            schema = @Schema(implementation = String.class),
            example = "Network")
    @Parameter(
            name = "archived",
            in = ParameterIn.QUERY,
            description = "Those that a synchronisation archived, instead of those that are part of the plan.",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    @Paged(usual = TASKS)
    @APIResponse(responseCode = "200", description = "A page of tasks")
    @Refuses({VALIDATION_ERROR, ADOPTION_PLAN_NOT_FOUND})
    public Uni<ListJson<TaskJson>> tasks(
            @Parameter(description = "The plan's id.") @PathParam("id") String id, @Context UriInfo uri) {
        var scope = exchange.scope(Permission.CUSTOMER_READ);
        var query = Query.of(uri);
        var filter = new TaskFilter(
                query.constant("status", TaskStatus.class),
                query.id("outcomeId").map(OutcomeId::new),
                query.id("releaseId").map(ReleaseId::new),
                query.text("tag"),
                query.flag("archived").orElse(false));
        var page = query.page(FixedOrder.class, TASKS);
        query.noMore();
        return tasks.ofPlan(scope, plan(id), filter, page).map(found -> ListJson.of(found, TaskJson::of));
    }

    /** Sets the status of many tasks. */
    @POST
    @Path("/tasks/status")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeTaskStatuses",
            summary = "Set the status of many tasks",
            description =
                    "Of one plan, with one note. All of them change, or none. `If-Match` looks at the plan itself: what"
                            + " others did to its tasks meanwhile does not raise its version; set one task by itself to mind that.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = AdoptionBodies.StatusesChange.class)))
    @APIResponse(
            responseCode = "200",
            description = "The tasks and their plan",
            content = @Content(schema = @Schema(implementation = TaskChangeJson.ManyJson.class)))
    @Refuses({
        VALIDATION_ERROR,
        ADOPTION_PLAN_NOT_FOUND,
        CUSTOMER_SUSPENDED,
        CUSTOMER_INACTIVE,
        TASK_NOT_OF_PLAN,
        TASK_ARCHIVED
    })
    public Uni<RestResponse<TaskChangeJson.ManyJson>> changeStatuses(
            @Parameter(description = "The plan's id.") @PathParam("id") String id, Body body) {
        return changeTaskStatuses.handle(
                exchange.envelope(changed -> Answers.ok(TaskChangeJson.ManyJson.of(changed))),
                () -> AdoptionBodies.changeStatuses(plan(id), body));
    }

    private static PlanId plan(String path) {
        return new PlanId(PathIds.uuid(path));
    }
}
