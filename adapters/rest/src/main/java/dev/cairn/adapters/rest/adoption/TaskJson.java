package dev.cairn.adapters.rest.adoption;

import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.adoption.view.TaskView;
import dev.cairn.domain.adoption.Archival;
import dev.cairn.domain.adoption.ArchiveReason;
import dev.cairn.domain.adoption.Completion;
import dev.cairn.domain.adoption.StatusNote;
import dev.cairn.domain.adoption.StatusStamp;
import dev.cairn.domain.adoption.TelemetryProgress;
import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.Limits;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.Priority;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.WebAddress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A customer's task as clients see it. */
@Schema(name = "Task", description = "One step of a customer's plan: a copy of the product's task, and how far it is.")
record TaskJson(
        @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9a01")
        UUID id,

        @Schema(
                required = true,
                description = "The plan it belongs to.",
                examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8c01")
        UUID planId,

        @Schema(
                required = true,
                description = "The product's task it was copied from, which may be gone.",
                examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8e01")
        UUID originalTaskId,

        @Schema(
                required = true,
                description = "What it is called.",
                maxLength = Limits.NAME,
                examples = "Connect the identity provider")
        String name,

        @Schema(
                description = "What is to be done.",
                maxLength = Limits.LONG_TEXT,
                examples = "Sign-in goes through it.")
        Optional<String> description,

        @Schema(
                required = true,
                description = "Estimated effort in minutes.",
                minimum = "0",
                maximum = "" + Limits.EST_MINUTES,
                examples = "90")
        int estMinutes,

        @Schema(
                required = true,
                description = "Its share of the product, two decimals.",
                minimum = "0",
                maximum = "100",
                examples = "12.5")
        BigDecimal weight,

        @Schema(
                required = true,
                description = "Its place in the product, from 1.",
                minimum = "1",
                maximum = "" + Limits.TASKS,
                examples = "1")
        int sequenceNumber,

        @Schema(ref = "Priority", description = "How much it matters.")
        Optional<Priority> priority,

        @Schema(
                required = true,
                description = "Addresses of texts.",
                format = "uri",
                maxLength = WebAddress.MAX,
                maxItems = Limits.LINKS,
                examples = "[\"https://docs.example.org/idp\"]")
        List<String> howToDoc,

        @Schema(
                required = true,
                description = "Addresses of videos.",
                format = "uri",
                maxLength = WebAddress.MAX,
                maxItems = Limits.LINKS,
                examples = "[\"https://video.example.org/idp\"]")
        List<String> howToVideo,

        @Schema(
                description = "What the product says about it.",
                maxLength = Limits.LONG_TEXT,
                examples = "Ask for the metadata first.")
        Optional<String> notes,

        @Schema(required = true, description = "The least level that includes it.")
        LicenseLevel licenseLevel,

        @Schema(
                required = true,
                description = "The outcomes it helps to reach; none means all.",
                maxItems = Limits.PARTS)
        List<OutcomeJson> outcomes,

        @Schema(required = true, description = "The releases it is about; none means all.", maxItems = Limits.PARTS)
        List<ReleaseJson> releases,

        @Schema(required = true, description = "Its tags.", maxItems = Limits.PARTS)
        List<TagJson> tags,

        @Schema(required = true, description = "How far the customer is with it.")
        TaskStatus status,

        @Schema(required = true, description = "Who has the say over the status.")
        StatusMode statusMode,

        @Schema(description = "When the status was last set; absent until it is.", examples = "2026-11-21T09:00:00Z")
        Optional<Instant> statusUpdatedAt,

        @Schema(
                description = "Who set it; `telemetry` for automation.",
                maxLength = Actor.MAX,
                examples = "css@northwind")
        Optional<String> statusUpdatedBy,

        @Schema(ref = "StatusSource", description = "Where that came from.")
        Optional<StatusSource> statusUpdateSource,

        @Schema(description = "What was said about it.", maxLength = StatusNote.MAX, examples = "Kick-off held")
        Optional<String> statusNotes,

        @Schema(
                ref = "TaskStatus",
                description = "What telemetry would set while a person has the say; absent when it is the status.")
        Optional<TaskStatus> suggestedStatus,

        @Schema(required = true, description = "Whether the status is DONE or COMPLETED.", examples = "false")
        boolean isComplete,

        @Schema(description = "When it became complete.") Optional<Instant> completedAt,

        @Schema(description = "Who made it complete.", maxLength = Actor.MAX)
        Optional<String> completedBy,

        @Schema(description = "When it was put away, by itself or with its plan.")
        Optional<Instant> archivedAt,

        @Schema(ref = "ArchiveReason", description = "Why it is no longer part of its plan; absent while it is.")
        Optional<ArchiveReason> archiveReason,

        @Schema(required = true, description = "What telemetry says of it, in numbers.")
        TelemetryProgressJson telemetryProgress,

        @Schema(required = true, description = "Rises by one with every change, from 1.", minimum = "1", examples = "1")
        long version)
        implements Tagged {
    /** An outcome of a task. */
    @Schema(name = "TaskOutcome", description = "An outcome as it was when the plan was last synchronised.")
    record OutcomeJson(
            @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8f01")
            UUID id,

            @Schema(
                    required = true,
                    description = "What it is called.",
                    maxLength = Limits.NAME,
                    examples = "Zero-trust access")
            String name) {
        static OutcomeJson of(Blueprint.Outcome outcome) {
            return new OutcomeJson(outcome.id().value(), outcome.name());
        }
    }

    /** A release of a task. */
    @Schema(name = "TaskRelease", description = "A release as it was when the plan was last synchronised.")
    record ReleaseJson(
            @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8f11")
            UUID id,

            @Schema(required = true, description = "What it is called.", maxLength = Limits.NAME, examples = "2026.1")
            String name,

            @Schema(
                    required = true,
                    description = "Its place among the releases.",
                    minimum = "0",
                    maximum = "999999.9999",
                    examples = "1.0")
            BigDecimal level) {
        static ReleaseJson of(Blueprint.Release release) {
            return new ReleaseJson(release.id().value(), release.name(), release.level());
        }
    }

    /** A tag of a task. */
    @Schema(name = "TaskTag", description = "A tag as it was when the plan was last synchronised.")
    record TagJson(
            @Schema(required = true, description = "What it is called.", maxLength = Limits.NAME, examples = "Network")
            String name,

            @Schema(
                    description = "Its colour.",
                    pattern = "^#[0-9a-f]{6}$",
                    minLength = 7,
                    maxLength = 7,
                    examples = "#1f6feb")
            Optional<String> color) {
        static TagJson of(Blueprint.Tag tag) {
            return new TagJson(tag.name(), tag.color());
        }
    }

    /** What telemetry says of a task, in numbers. */
    @Schema(name = "TelemetryProgress", description = "How many of a task's active attributes are met.")
    record TelemetryProgressJson(
            @Schema(
                    required = true,
                    description = "How many attributes are active.",
                    minimum = "0",
                    maximum = "" + Limits.TELEMETRY,
                    examples = "2")
            int totalAttributes,

            @Schema(
                    required = true,
                    description = "How many of them are required.",
                    minimum = "0",
                    maximum = "" + Limits.TELEMETRY,
                    examples = "1")
            int requiredAttributes,

            @Schema(
                    required = true,
                    description = "How many are met.",
                    minimum = "0",
                    maximum = "" + Limits.TELEMETRY,
                    examples = "0")
            int metAttributes,

            @Schema(
                    required = true,
                    description = "How many required ones are met.",
                    minimum = "0",
                    maximum = "" + Limits.TELEMETRY,
                    examples = "0")
            int metRequiredAttributes,

            @Schema(
                    required = true,
                    description = "Met over all, half-up to two decimals; 0 without any.",
                    minimum = "0",
                    maximum = "100",
                    examples = "0")
            BigDecimal completionPercentage,

            @Schema(
                    required = true,
                    description =
                            "Whether everything is met that must be: the required ones, or all when none is required; never without any.",
                    examples = "false")
            boolean allRequiredMet) {
        static TelemetryProgressJson of(TelemetryProgress progress) {
            return new TelemetryProgressJson(
                    progress.totalAttributes(),
                    progress.requiredAttributes(),
                    progress.metAttributes(),
                    progress.metRequiredAttributes(),
                    progress.completionPercentage(),
                    progress.allRequiredMet());
        }

        /** What the rest follows from. */
        private List<Integer> counts() {
            return List.of(totalAttributes, requiredAttributes, metAttributes, metRequiredAttributes);
        }
    }

    @Override
    public EntityTag etag() {
        var moving = moving();
        return moving.isEmpty() ? EntityTag.of(version) : EntityTag.of(version, moving.toArray());
    }

    /** What it shows without having changed itself: that its plan was put away, what telemetry found. */
    List<Object> moving() {
        var found = telemetryProgress.metAttributes() > 0 || suggestedStatus.isPresent();
        return archivedAt.isPresent() || found
                ? List.of(archivedAt, telemetryProgress.counts(), suggestedStatus)
                : List.of();
    }

    static TaskJson of(TaskView view) {
        var content = view.content();
        var state = view.state();
        return new TaskJson(
                view.id().value(),
                view.plan().value(),
                content.originalTaskId().value(),
                content.name(),
                content.description(),
                content.estMinutes(),
                content.weight().value(),
                content.sequenceNumber(),
                content.priority(),
                content.howToDoc(),
                content.howToVideo(),
                content.notes(),
                content.licenseLevel(),
                content.outcomes().stream().map(OutcomeJson::of).toList(),
                content.releases().stream().map(ReleaseJson::of).toList(),
                content.tags().stream().map(TagJson::of).toList(),
                state.status(),
                state.mode(),
                state.lastChange().map(StatusStamp::at),
                state.lastChange().map(StatusStamp::by),
                state.lastChange().map(StatusStamp::source),
                state.note().map(StatusNote::value),
                view.suggested(),
                state.status().isComplete(),
                state.completion().map(Completion::at),
                state.completion().map(Completion::by),
                view.archivedAt(),
                state.archival().map(Archival::reason),
                TelemetryProgressJson.of(view.telemetry().progress()),
                view.version());
    }
}
