package dev.cairn.adapters.rest.jobs;

import static dev.cairn.domain.shared.ErrorCode.JOB_ENDED;
import static dev.cairn.domain.shared.ErrorCode.JOB_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.VALIDATION_ERROR;

import dev.cairn.adapters.rest.shared.Answers;
import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.ListJson;
import dev.cairn.adapters.rest.shared.Paged;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.jobs.CancelJob;
import dev.cairn.application.jobs.view.JobViews;
import dev.cairn.application.jobs.view.PlanState;
import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.shared.JobId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Jobs over HTTP. */
@Path("/api/v1/jobs/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Jobs",
        description = "Work that goes on when the request is answered; seen by whoever started it, and by ADMIN.")
public class JobResource {
    private final Exchange exchange;
    private final JobViews views;
    private final CancelJob cancelJob;

    JobResource(Exchange exchange, JobViews views, CancelJob cancelJob) {
        this.exchange = exchange;
        this.views = views;
        this.cancelJob = cancelJob;
    }

    /** Reads a job. */
    @GET
    @Operation(
            operationId = "getJob",
            summary = "See how far a job is",
            description =
                    "And what came of it so far. Jobs that ended are kept for 30 days unless the operator says otherwise.")
    @APIResponse(responseCode = "200", description = "The job")
    @Refuses(JOB_NOT_FOUND)
    public Uni<JobJson> get(@Parameter(description = "The job's id.") @PathParam("id") String id) {
        return views.get(exchange.scope(Permission.JOB_READ), job(id)).map(JobJson::of);
    }

    /** Lists what became of each plan. */
    @GET
    @Path("/results")
    @Operation(
            operationId = "listJobResults",
            summary = "List what became of each plan",
            description = "Every plan that the job is about, by its id, waiting ones among them.")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "Only plans that are so far.",
            schema = @Schema(implementation = PlanState.class))
    @Paged
    @APIResponse(responseCode = "200", description = "A page of results")
    @Refuses({VALIDATION_ERROR, JOB_NOT_FOUND})
    public Uni<ListJson<PlanResultJson>> results(
            @Parameter(description = "The job's id.") @PathParam("id") String id, @Context UriInfo uri) {
        var scope = exchange.scope(Permission.JOB_READ);
        var query = Query.of(uri);
        var state = query.constant("state", PlanState.class);
        var page = query.page(FixedOrder.class);
        query.noMore();
        return views.results(scope, job(id), state, page).map(found -> ListJson.of(found, PlanResultJson::of));
    }

    /** Stops a job. */
    @POST
    @Path("/cancel")
    @Operation(
            operationId = "cancelJob",
            summary = "Stop a job",
            description =
                    "No plan is begun any more; those that are under way come to their end a moment later. What is done stays done.")
    @APIResponse(
            responseCode = "200",
            description = "The job",
            content = @Content(schema = @Schema(implementation = JobJson.class)))
    @Refuses({VALIDATION_ERROR, JOB_NOT_FOUND, JOB_ENDED})
    public Uni<RestResponse<JobJson>> cancel(
            @Parameter(description = "The job's id.") @PathParam("id") String id, @Context UriInfo uri) {
        return cancelJob.handle(exchange.envelope(job -> Answers.ok(JobJson.of(job))), () -> {
            Query.of(uri).noMore();
            return new CancelJob.Command(exchange.scope(Permission.JOB_CANCEL), job(id));
        });
    }

    private static JobId job(String path) {
        return new JobId(PathIds.uuid(path));
    }
}
