package dev.cairn.adapters.rest.adoption;

import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.adoption.view.CustomerOverview;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.customer.CustomerCode;
import dev.cairn.domain.customer.CustomerDetails;
import dev.cairn.domain.customer.CustomerName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The overview of a customer as clients see it. */
@Schema(name = "CustomerOverview", description = "How a customer is doing, on one page.")
record OverviewJson(
        @Schema(required = true, description = "Who it is.") HeadJson customer,

        @Schema(required = true, description = "The plans of its products, oldest first, without their tasks.")
        List<PlanJson> plans,

        @Schema(required = true, description = "How far it is with its solutions, oldest first, without their tasks.")
        List<SolutionPlanJson> solutions,

        @Schema(
                required = true,
                description = "The figures over all its plans and its solutions' own tasks, each once.")
        ProgressJson progress,

        @Schema(
                required = true,
                description = "How many tasks of all its plans and solutions stand in each status; all six are there.",
                maxProperties = 6,
                examples =
                        "{\"NOT_STARTED\": 20, \"IN_PROGRESS\": 2, \"DONE\": 10, \"COMPLETED\": 2, \"NOT_APPLICABLE\": 3, \"NO_LONGER_USING\": 0}")
        Map<TaskStatus, Integer> tasksByStatus,

        @Schema(
                required = true,
                description = "How many tasks were finished in the last 30 days and still are.",
                minimum = "0",
                examples = "4")
        int completedLast30Days,

        @Schema(
                required = true,
                description = "The next five things to do, by plan and sequence.",
                maxItems = CustomerOverview.NEXT_TASKS)
        List<TaskJson> nextTasks)
        implements Tagged {
    /** What the page says of the customer itself. */
    @Schema(name = "CustomerHead", description = "A customer in short.")
    record HeadJson(
            @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01")
            UUID id,

            @Schema(
                    required = true,
                    description = "The short name people use.",
                    maxLength = CustomerCode.MAX,
                    examples = "C-000123")
            String code,

            @Schema(
                    required = true,
                    description = "What it is called.",
                    maxLength = CustomerName.MAX,
                    examples = "Acme Retail")
            String name,

            @Schema(
                    ref = "CustomerType",
                    required = true,
                    description = "What sort of customer it is.",
                    examples = "BUSINESS")
            String type,

            @Schema(
                    ref = "AccountStatus",
                    required = true,
                    description = "Whether its data is open for changes.",
                    examples = "ACTIVE")
            String accountStatus,

            @Schema(
                    ref = "LifecycleStage",
                    required = true,
                    description = "Where it stands in its lifecycle.",
                    examples = "ACTIVE")
            String lifecycleStage,

            @Schema(description = "Who looks after it.", maxLength = CustomerDetails.MAX_LINE, examples = "user-17")
            Optional<String> assignedTo) {
        static HeadJson of(CustomerOverview.Head head) {
            return new HeadJson(
                    head.id().value(),
                    head.code(),
                    head.name(),
                    head.type(),
                    head.accountStatus(),
                    head.lifecycleStage(),
                    head.assignedTo());
        }
    }

    /** It has no version of its own: all that it shows are figures. */
    @Override
    public EntityTag etag() {
        return EntityTag.of(0, this);
    }

    static OverviewJson of(CustomerOverview overview) {
        var progress = overview.progress();
        return new OverviewJson(
                HeadJson.of(overview.customer()),
                overview.plans().stream().map(PlanJson::of).toList(),
                overview.solutions().stream().map(SolutionPlanJson::of).toList(),
                ProgressJson.of(progress),
                progress.byStatus(),
                overview.completedLast30Days(),
                overview.nextTasks().stream().map(TaskJson::of).toList());
    }
}
