package dev.cairn.adapters.rest.adoption;

import static dev.cairn.domain.shared.ErrorCode.ADOPTION_PLAN_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.CUSTOMER_INACTIVE;
import static dev.cairn.domain.shared.ErrorCode.CUSTOMER_SUSPENDED;
import static dev.cairn.domain.shared.ErrorCode.TASK_ARCHIVED;
import static dev.cairn.domain.shared.ErrorCode.VALIDATION_ERROR;

import dev.cairn.adapters.rest.shared.Answers;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.application.adoption.SaveFilterPreference;
import dev.cairn.application.adoption.view.FilterPreferenceViews;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** How callers look at plans, each for themselves, over HTTP. */
@Path("/api/v1/adoption-plans/{id}/filter-preference")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Adoption plans")
public class FilterPreferenceResource {
    private final Exchange exchange;
    private final FilterPreferenceViews views;
    private final SaveFilterPreference saveFilterPreference;

    FilterPreferenceResource(
            Exchange exchange, FilterPreferenceViews views, SaveFilterPreference saveFilterPreference) {
        this.exchange = exchange;
        this.views = views;
        this.saveFilterPreference = saveFilterPreference;
    }

    /** Reads how the caller looks at a plan. */
    @GET
    @Operation(
            operationId = "getFilterPreference",
            summary = "Read how the caller looks at a plan",
            description =
                    "The filter that the caller saved for the plan's tasks; where none was, the one that shows all of them, at version 0. Nobody sees another's.")
    @APIResponse(responseCode = "200", description = "The preference")
    @Refuses(ADOPTION_PLAN_NOT_FOUND)
    public Uni<FilterPreferenceJson> get(@Parameter(description = "The plan's id.") @PathParam("id") String id) {
        return views.of(exchange.scope(Permission.FILTER_PREFERENCE), plan(id), exchange.actor())
                .map(FilterPreferenceJson::of);
    }

    /** Saves how the caller looks at a plan. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "saveFilterPreference",
            summary = "Save how the caller looks at a plan",
            description =
                    "Replaces the whole filter: what is left out does not narrow any more. It changes nothing of the plan.")
    @RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = AdoptionBodies.FilterSaving.class)))
    @APIResponse(
            responseCode = "200",
            description = "The preference",
            content = @Content(schema = @Schema(implementation = FilterPreferenceJson.class)))
    @Refuses({VALIDATION_ERROR, ADOPTION_PLAN_NOT_FOUND, CUSTOMER_SUSPENDED, CUSTOMER_INACTIVE, TASK_ARCHIVED})
    public Uni<RestResponse<FilterPreferenceJson>> save(
            @Parameter(description = "The plan's id.") @PathParam("id") String id, Body body) {
        return saveFilterPreference.handle(
                exchange.envelope(saved -> Answers.ok(FilterPreferenceJson.of(saved))),
                () -> AdoptionBodies.saveFilter(exchange.actor(), plan(id), body));
    }

    private static PlanId plan(String path) {
        return new PlanId(PathIds.uuid(path));
    }
}
