package dev.cairn.adapters.rest.adoption;

import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.adoption.view.AssignmentView;
import dev.cairn.application.adoption.view.PlanView;
import dev.cairn.domain.adoption.AssignmentName;
import dev.cairn.domain.catalog.Limits;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ReleaseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An assignment as clients see it. */
@Schema(name = "Assignment", description = "A product that a customer has, and the plan that was born with it.")
record AssignmentJson(
        @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8b01")
        UUID id,

        @Schema(required = true, description = "Whose it is.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01")
        UUID customerId,

        @Schema(required = true, description = "Of which product.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8d01")
        UUID productId,

        @Schema(
                required = true,
                description = "What the product was called when the plan was last synchronised.",
                maxLength = Limits.NAME,
                examples = "Secure Edge")
        String productName,

        @Schema(
                required = true,
                description = "What tells it from another assignment of the same product.",
                maxLength = AssignmentName.MAX,
                examples = "Default")
        String name,

        @Schema(required = true, description = "What was bought; it holds all lower levels.")
        LicenseLevel licenseLevel,

        @Schema(
                required = true,
                description = "The outcomes that are wanted; none means all, those added later too.",
                maxItems = Limits.PARTS,
                examples = "[\"01936f2e-7a10-7c3a-9d52-0f6b3c1e8f01\"]")
        List<UUID> selectedOutcomeIds,

        @Schema(
                required = true,
                description = "The releases that are wanted; none means all, those added later too.",
                maxItems = Limits.PARTS,
                examples = "[]")
        List<UUID> selectedReleaseIds,

        @Schema(required = true, description = "When it was bought.", examples = "2026-11-21T09:00:00Z")
        Instant purchasedAt,

        @Schema(
                description =
                        "The assignment of the solution that it came with; that one manages it, so it is neither changed nor removed alone.",
                examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8b02")
        Optional<UUID> solutionAssignmentId,

        @Schema(required = true, description = "Rises by one with every change, from 1.", minimum = "1", examples = "1")
        long version,

        @Schema(required = true, description = "The plan that was born with it.")
        PlanHeadJson adoptionPlan)
        implements Tagged {
    /** The plan of an assignment, in short. */
    @Schema(name = "AdoptionPlanHead", description = "A plan in short: how far it is, and whether it is behind.")
    record PlanHeadJson(
            @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8c01")
            UUID id,

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
            ProgressJson progress) {
        static PlanHeadJson of(PlanView view) {
            var plan = view.plan();
            return new PlanHeadJson(
                    plan.id().value(),
                    view.needsSync(),
                    plan.syncedProductVersion(),
                    plan.lastSyncedAt(),
                    ProgressJson.of(plan.progress()));
        }
    }

    @Override
    public EntityTag etag() {
        return EntityTag.of(version, productName, adoptionPlan);
    }

    static AssignmentJson of(AssignmentView view) {
        var assignment = view.assignment();
        var entitlement = assignment.entitlement();
        return new AssignmentJson(
                assignment.id().value(),
                assignment.customer().value(),
                assignment.product().value(),
                view.plan().plan().productName(),
                assignment.name().value(),
                entitlement.licenseLevel(),
                entitlement.selectedOutcomes().stream().map(OutcomeId::value).toList(),
                entitlement.selectedReleases().stream().map(ReleaseId::value).toList(),
                assignment.purchasedAt(),
                assignment.solution().map(AssignmentId::value),
                assignment.version(),
                PlanHeadJson.of(view.plan()));
    }
}
