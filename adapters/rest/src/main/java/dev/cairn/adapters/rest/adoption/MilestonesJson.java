package dev.cairn.adapters.rest.adoption;

import dev.cairn.application.adoption.view.PlanProspect;
import dev.cairn.domain.adoption.published.Milestone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a plan has reached, as clients see it. */
@Schema(
        name = "Milestones",
        description = "What a plan has reached, each for the first time; what happens later takes none back.")
record MilestonesJson(
        @Schema(
                required = true,
                description = "Those that were reached, in the order of the enumeration.",
                maxItems = MilestonesJson.MOST)
        List<ReachedJson> reached,

        @Schema(
                required = true,
                description = "Whether the customer is still being onboarded: the plan never went live.",
                examples = "true")
        boolean inOnboarding,

        @Schema(
                description =
                        "Whole days of 24 hours from `purchasedAt` of the assignment until the plan went live; absent while it did not, 0 when it was live before.",
                minimum = "0",
                examples = "43")
        Optional<Long> timeToValueDays) {
    static final int MOST = 5;

    /** One milestone. */
    @Schema(name = "ReachedMilestone", description = "A milestone and its moment.")
    record ReachedJson(
            @Schema(required = true, description = "Which one.")
            Milestone milestone,

            @Schema(
                    required = true,
                    description = "When it was reached for the first time.",
                    examples = "2026-12-04T10:15:00Z")
            Instant at) {}

    static MilestonesJson of(PlanProspect prospect) {
        var reached = prospect.view().plan().milestones().reached().entrySet().stream()
                .map(entry -> new ReachedJson(entry.getKey(), entry.getValue()))
                .toList();
        return new MilestonesJson(
                reached, prospect.inOnboarding(), prospect.timeToValue().map(Duration::toDays));
    }
}
