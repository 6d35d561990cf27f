package dev.cairn.adapters.rest.adoption;

import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.adoption.view.PlanProspect;
import dev.cairn.application.adoption.view.PlanView;
import dev.cairn.application.adoption.view.PlanWithTasks;
import dev.cairn.domain.catalog.Limits;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ReleaseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A plan as clients see it. */
@Schema(
        name = "AdoptionPlan",
        description =
                "What a customer should do with one product, or with what is a solution's own, and how far it is.")
record PlanJson(
        @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8c01")
        UUID id,

        @Schema(required = true, description = "Whose it is.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01")
        UUID customerId,

        @Schema(
                required = true,
                description = "The assignment it was born with.",
                examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8b01")
        UUID assignmentId,

        @Schema(
                required = true,
                description = "The product it was copied from.",
                examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8d01")
        UUID productId,

        @Schema(
                description =
                        "The solution whose own tasks these are; `productId` and `productName` are then the solution's.",
                examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8d02")
        Optional<UUID> solutionId,

        @Schema(
                required = true,
                description = "What the product was called when the plan was last synchronised.",
                maxLength = Limits.NAME,
                examples = "Secure Edge")
        String productName,

        @Schema(
                required = true,
                description = "The level its tasks were chosen by; the assignment's may differ by now.")
        LicenseLevel licenseLevel,

        @Schema(
                required = true,
                description = "The outcomes its tasks were chosen by; none means all.",
                maxItems = Limits.PARTS,
                examples = "[\"01936f2e-7a10-7c3a-9d52-0f6b3c1e8f01\"]")
        List<UUID> selectedOutcomeIds,

        @Schema(
                required = true,
                description = "The releases its tasks were chosen by; none means all.",
                maxItems = Limits.PARTS,
                examples = "[]")
        List<UUID> selectedReleaseIds,

        @Schema(
                required = true,
                description = "Whether product or entitlement changed since it was last synchronised.",
                examples = "false")
        boolean needsSync,

        @Schema(
                required = true,
                description = "The version of the product it was made equal to.",
                minimum = "1",
                examples = "1")
        long syncedProductVersion,

        @Schema(
                required = true,
                description = "When it was made equal to the product; at its birth, to begin with.",
                examples = "2026-11-21T09:00:00Z")
        Instant lastSyncedAt,

        @Schema(required = true, description = "How far it is.")
        ProgressJson progress,

        @Schema(
                required = true,
                description = "Rises by one with every change of the plan itself; figures move without it.",
                minimum = "1",
                examples = "1")
        long version,

        @Schema(description = "When it was put away with its assignment.")
        Optional<Instant> archivedAt,

        @Schema(description = "What it has reached; only where a plan is read by itself, and in the overview.")
        Optional<MilestonesJson> milestones,

        @Schema(description = "Where it is heading; there with `milestones`, save when the plan was put away.")
        Optional<ForecastJson> forecast,

        @Schema(
                description =
                        "Its first 100 tasks by sequence, without archived ones; only where a plan is read by itself.",
                maxItems = PlanResource.TASKS)
        Optional<List<TaskJson>> tasks)
        implements Tagged {
    /** The figures, and the states of the tasks. A forecast moves by days: it is said anew no more often. */
    @Override
    public EntityTag etag() {
        var states = new StringBuilder();
        for (var task : tasks.orElse(List.of())) {
            states.append(task.id()).append(' ').append(task.version()).append(task.moving());
        }
        return EntityTag.of(
                version,
                productName,
                needsSync,
                syncedProductVersion,
                lastSyncedAt,
                progress,
                milestones,
                forecast,
                states);
    }

    static PlanJson of(PlanView view) {
        return of(view, Optional.empty(), Optional.empty());
    }

    static PlanJson of(PlanProspect prospect) {
        return of(prospect.view(), Optional.of(prospect), Optional.empty());
    }

    static PlanJson of(PlanWithTasks view) {
        return of(
                view.plan().view(),
                Optional.of(view.plan()),
                Optional.of(view.tasks().stream().map(TaskJson::of).toList()));
    }

    private static PlanJson of(PlanView view, Optional<PlanProspect> prospect, Optional<List<TaskJson>> tasks) {
        var plan = view.plan();
        var entitlement = plan.entitlement();
        return new PlanJson(
                plan.id().value(),
                plan.customer().value(),
                plan.assignment().value(),
                plan.product().value(),
                Optional.of(plan.product().value()).filter(id -> plan.isOfSolution()),
                plan.productName(),
                entitlement.licenseLevel(),
                entitlement.selectedOutcomes().stream().map(OutcomeId::value).toList(),
                entitlement.selectedReleases().stream().map(ReleaseId::value).toList(),
                view.needsSync(),
                plan.syncedProductVersion(),
                plan.lastSyncedAt(),
                ProgressJson.of(plan.progress()),
                plan.version(),
                plan.archivedAt(),
                prospect.map(MilestonesJson::of),
                prospect.flatMap(PlanProspect::forecast).map(ForecastJson::of),
                tasks);
    }
}
