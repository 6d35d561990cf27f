package dev.cairn.adapters.rest.adoption;

import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.adoption.solution.view.SolutionAssignmentView;
import dev.cairn.domain.adoption.AssignmentName;
import dev.cairn.domain.adoption.ProductOverride;
import dev.cairn.domain.catalog.Limits;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ReleaseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The assignment of a solution as clients see it. */
@Schema(
        name = "SolutionAssignment",
        description = "A solution that a customer has with its products, and the plan that was born with it.")
record SolutionAssignmentJson(
        @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8b02")
        UUID id,

        @Schema(required = true, description = "Whose it is.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01")
        UUID customerId,

        @Schema(required = true, description = "Of which solution.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8d02")
        UUID solutionId,

        @Schema(
                required = true,
                description = "What the solution was called when its own tasks were last synchronised.",
                maxLength = Limits.NAME,
                examples = "Secure Workplace")
        String solutionName,

        @Schema(
                required = true,
                description = "What tells it from another assignment of the same solution.",
                maxLength = AssignmentName.MAX,
                examples = "Secure Workplace")
        String name,

        @Schema(
                required = true,
                description = "What was bought, of the solution and of each product; it holds all lower levels.")
        LicenseLevel licenseLevel,

        @Schema(
                required = true,
                description =
                        "The outcomes of the solution and its products that are wanted; none means all, those added later too.",
                maxItems = Limits.PARTS,
                examples = "[\"01936f2e-7a10-7c3a-9d52-0f6b3c1e8f01\"]")
        List<UUID> selectedOutcomeIds,

        @Schema(
                required = true,
                description =
                        "The releases of the solution and its products that are wanted; none means all, those added later too.",
                maxItems = Limits.PARTS,
                examples = "[]")
        List<UUID> selectedReleaseIds,

        @Schema(required = true, description = "What some products are given instead.", maxItems = Limits.PRODUCTS)
        List<OverrideJson> products,

        @Schema(required = true, description = "When it was bought.", examples = "2026-11-21T09:00:00Z")
        Instant purchasedAt,

        @Schema(required = true, description = "Rises by one with every change, from 1.", minimum = "1", examples = "1")
        long version,

        @Schema(required = true, description = "How far the customer is with it.")
        SolutionPlanJson adoptionPlan)
        implements Tagged {
    /** What one product is given instead; the shape of bodies too. */
    @Schema(
            name = "ProductOverride",
            description =
                    "What one product of a solution is given instead; what is left out is as the solution has it.",
            examples = """
            {"productId": "01936f2e-7a10-7c3a-9d52-0f6b3c1e8d01", "licenseLevel": "SIGNATURE"}""")
    record OverrideJson(
            @Schema(required = true, description = "Which product.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8d01")
            UUID productId,

            @Schema(ref = "LicenseLevel", description = "Its level.")
            Optional<LicenseLevel> licenseLevel,

            @Schema(
                    description = "The outcomes of it that are wanted; an empty list means all.",
                    maxItems = Limits.PARTS)
            Optional<List<UUID>> selectedOutcomeIds,

            @Schema(
                    description = "The releases of it that are wanted; an empty list means all.",
                    maxItems = Limits.PARTS)
            Optional<List<UUID>> selectedReleaseIds) {
        static OverrideJson of(ProductOverride override) {
            var instead = override.instead();
            return new OverrideJson(
                    override.product().value(),
                    instead.licenseLevel(),
                    instead.selectedOutcomes()
                            .map(ids -> ids.stream().map(OutcomeId::value).toList()),
                    instead.selectedReleases()
                            .map(ids -> ids.stream().map(ReleaseId::value).toList()));
        }
    }

    @Override
    public EntityTag etag() {
        return EntityTag.of(version, solutionName, adoptionPlan.etag().value());
    }

    static SolutionAssignmentJson of(SolutionAssignmentView view) {
        var assignment = view.assignment();
        var entitlement = assignment.entitlement();
        return new SolutionAssignmentJson(
                assignment.id().value(),
                assignment.customer().value(),
                assignment.solution().value(),
                view.plan().own().productName(),
                assignment.name().value(),
                entitlement.licenseLevel(),
                entitlement.selectedOutcomes().stream().map(OutcomeId::value).toList(),
                entitlement.selectedReleases().stream().map(ReleaseId::value).toList(),
                assignment.overrides().stream().map(OverrideJson::of).toList(),
                assignment.purchasedAt(),
                assignment.version(),
                SolutionPlanJson.of(view));
    }
}
