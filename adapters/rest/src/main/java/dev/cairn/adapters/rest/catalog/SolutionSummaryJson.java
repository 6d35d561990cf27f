package dev.cairn.adapters.rest.catalog;

import dev.cairn.application.catalog.view.ProductSummary;
import dev.cairn.domain.catalog.Limits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A solution as it stands in a list. */
@Schema(name = "SolutionSummary", description = "A solution without its parts.")
record SolutionSummaryJson(
        @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a02")
        UUID id,

        @Schema(
                required = true,
                description = "What it is called.",
                maxLength = Limits.NAME,
                examples = "Secure Workplace")
        String name,

        @Schema(
                description = "What it is for.",
                maxLength = Limits.LONG_TEXT,
                examples = "Everything for a safe office")
        Optional<String> description,

        @Schema(description = "Your own key.", maxLength = Limits.NAME, examples = "suite-1")
        Optional<String> externalId,

        @Schema(required = true, description = "The version that plans refer to.", minimum = "1", examples = "1")
        long version,

        @Schema(
                required = true,
                description = "How many tasks of its own it has.",
                minimum = "0",
                maximum = "" + Limits.TASKS,
                examples = "34")
        int taskCount,

        @Schema(
                required = true,
                description = "What its own tasks weigh together, 0 to 100, two decimals.",
                minimum = "0",
                maximum = "100",
                examples = "71.5")
        BigDecimal totalWeight,

        @Schema(required = true, description = "When it was created.", examples = "2026-11-21T09:00:00Z")
        Instant createdAt,

        @Schema(required = true, description = "When it last changed.", examples = "2026-11-21T09:00:00Z")
        Instant updatedAt,

        @Schema(description = "Since when nobody can be assigned to it any more.")
        Optional<Instant> archivedAt) {
    static SolutionSummaryJson of(ProductSummary summary) {
        return new SolutionSummaryJson(
                summary.id().value(),
                summary.details().name(),
                summary.details().description(),
                summary.details().externalId(),
                summary.version(),
                summary.taskCount(),
                summary.totalWeight(),
                summary.createdAt(),
                summary.updatedAt(),
                summary.archivedAt());
    }
}
