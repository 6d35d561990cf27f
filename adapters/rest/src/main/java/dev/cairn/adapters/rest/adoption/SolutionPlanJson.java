package dev.cairn.adapters.rest.adoption;

import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.adoption.solution.view.SolutionAssignmentView;
import dev.cairn.application.adoption.view.TaskView;
import dev.cairn.domain.adoption.SolutionAdoptionPlan;
import dev.cairn.domain.adoption.published.AdoptionStatus;
import dev.cairn.domain.catalog.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a customer is with a solution, as clients see it. */
@Schema(
        name = "SolutionAdoptionPlan",
        description = "What a customer should do with a solution and its products, and how far all of it is.")
record SolutionPlanJson(
        @Schema(
                required = true,
                description = "Its id, and that of the adoption plan of the solution's own tasks.",
                examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8c02")
        UUID id,

        @Schema(required = true, description = "Whose it is.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01")
        UUID customerId,

        @Schema(
                required = true,
                description = "The assignment of the solution it was born with.",
                examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8b02")
        UUID assignmentId,

        @Schema(required = true, description = "The solution.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8d02")
        UUID solutionId,

        @Schema(
                required = true,
                description = "What the solution was called when its own tasks were last synchronised.",
                maxLength = Limits.NAME,
                examples = "Secure Workplace")
        String solutionName,

        @Schema(
                required = true,
                description =
                        "Whether a synchronisation could change something, of its own tasks or of a product's plan.",
                examples = "false")
        boolean needsSync,

        @Schema(
                required = true,
                description = "The version of the solution that its own tasks were made equal to.",
                minimum = "1",
                examples = "1")
        long syncedSolutionVersion,

        @Schema(
                required = true,
                description = "When its own tasks were made equal to the solution; at their birth, to begin with.",
                examples = "2026-11-21T09:00:00Z")
        Instant lastSyncedAt,

        @Schema(required = true, description = "How far it is, in a word; it follows from the figures.")
        AdoptionStatus status,

        @Schema(required = true, description = "The figures over its own tasks and those of its products' plans.")
        ProgressJson progress,

        @Schema(required = true, description = "The figures over its own tasks alone.")
        ProgressJson ownProgress,

        @Schema(required = true, description = "Its products, in its order.", maxItems = 2 * Limits.PRODUCTS)
        List<PartJson> products,

        @Schema(
                required = true,
                description = "Rises by one with every change of the plan of its own tasks; figures move without it.",
                minimum = "1",
                examples = "1")
        long version,

        @Schema(description = "When it was put away with its assignment.")
        Optional<Instant> archivedAt,

        @Schema(
                description =
                        "Its first 100 own tasks by sequence, without archived ones; where one solution is read, or assigned.",
                maxItems = PlanResource.TASKS)
        Optional<List<TaskJson>> tasks)
        implements Tagged {
    /** One product of it. */
    @Schema(name = "SolutionPlanProduct", description = "How far a customer is with one product of a solution.")
    record PartJson(
            @Schema(required = true, description = "Which product.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8d01")
            UUID productId,

            @Schema(
                    required = true,
                    description = "What the product was called when its plan was last synchronised.",
                    maxLength = Limits.NAME,
                    examples = "Secure Edge")
            String productName,

            @Schema(
                    required = true,
                    description = "The assignment that came with the solution.",
                    examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8b01")
            UUID assignmentId,

            @Schema(
                    required = true,
                    description = "Its adoption plan.",
                    examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8c01")
            UUID planId,

            @Schema(
                    required = true,
                    description = "Whether a synchronisation could change something of its plan.",
                    examples = "false")
            boolean needsSync,

            @Schema(required = true, description = "How far it is, in a word; it follows from the figures.")
            AdoptionStatus status,

            @Schema(required = true, description = "How far its plan is.")
            ProgressJson progress) {
        static PartJson of(SolutionAdoptionPlan.Part part) {
            return new PartJson(
                    part.product().value(),
                    part.productName(),
                    part.assignment().value(),
                    part.plan().value(),
                    part.needsSync(),
                    part.status(),
                    ProgressJson.of(part.progress()));
        }
    }

    /** The figures, and what stands in the tasks by their tags. */
    @Override
    public EntityTag etag() {
        var states = tasks.orElse(List.of()).stream()
                .map(task -> task.id() + " " + task.etag().value())
                .toList();
        return EntityTag.of(
                version, solutionName, needsSync, syncedSolutionVersion, lastSyncedAt, ownProgress, products, states);
    }

    static SolutionPlanJson of(SolutionAdoptionPlan plan) {
        return of(plan, Optional.empty());
    }

    static SolutionPlanJson of(SolutionAssignmentView view) {
        return of(view.plan(), view.tasks());
    }

    private static SolutionPlanJson of(SolutionAdoptionPlan plan, Optional<List<TaskView>> tasks) {
        var own = plan.own();
        return new SolutionPlanJson(
                own.id().value(),
                own.customer().value(),
                own.assignment().value(),
                own.product().value(),
                own.productName(),
                plan.needsSync(),
                own.syncedProductVersion(),
                own.lastSyncedAt(),
                plan.status(),
                ProgressJson.of(plan.progress()),
                ProgressJson.of(own.progress()),
                plan.products().stream().map(PartJson::of).toList(),
                own.version(),
                own.archivedAt(),
                tasks.map(some -> some.stream()
                        .limit(PlanResource.TASKS)
                        .map(TaskJson::of)
                        .toList()));
    }
}
