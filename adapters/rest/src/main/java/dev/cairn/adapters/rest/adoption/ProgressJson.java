package dev.cairn.adapters.rest.adoption;

import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.adoption.published.TaskStatus;
import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Figures over tasks as clients see them. */
@Schema(
        name = "Progress",
        description = "Figures over tasks that are not archived; NOT_APPLICABLE ones stand in `byStatus` alone.")
record ProgressJson(
        @Schema(required = true, description = "How many tasks count.", minimum = "0", examples = "34")
        int totalTasks,

        @Schema(
                required = true,
                description = "How many of them are DONE or COMPLETED.",
                minimum = "0",
                examples = "12")
        int completedTasks,

        @Schema(
                required = true,
                description = "What the tasks that count weigh together, two decimals.",
                minimum = "0",
                examples = "71.5")
        BigDecimal totalWeight,

        @Schema(
                required = true,
                description = "What those of them that are complete weigh, two decimals.",
                minimum = "0",
                examples = "29.25")
        BigDecimal completedWeight,

        @Schema(
                required = true,
                description = "Completed over total weight, half-up to two decimals; 0 when nothing weighs anything.",
                minimum = "0",
                maximum = "100",
                examples = "40.91")
        BigDecimal progressPercentage,

        @Schema(
                required = true,
                description = "How many tasks stand in each status; all six are there.",
                maxProperties = 6,
                examples =
                        "{\"NOT_STARTED\": 20, \"IN_PROGRESS\": 2, \"DONE\": 10, \"COMPLETED\": 2, \"NOT_APPLICABLE\": 3, \"NO_LONGER_USING\": 0}")
        Map<TaskStatus, Integer> byStatus) {
    static ProgressJson of(Progress progress) {
        return new ProgressJson(
                progress.totalTasks(),
                progress.completedTasks(),
                progress.totalWeight(),
                progress.completedWeight(),
                progress.percentage(),
                progress.byStatus());
    }
}
