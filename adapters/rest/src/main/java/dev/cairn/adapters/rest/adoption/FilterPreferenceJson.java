package dev.cairn.adapters.rest.adoption;

import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.adoption.view.SavedFilter;
import dev.cairn.domain.adoption.TaskFilter;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ReleaseId;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the caller looks at a plan, as clients see it. */
@Schema(
        name = "FilterPreference",
        description =
                "How the caller looks at the tasks of a plan; nobody else sees it. What is absent does not narrow.")
record FilterPreferenceJson(
        @Schema(required = true, description = "Which plan.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8c01")
        UUID planId,

        @Schema(ref = "TaskStatus", description = "Only in this status.", examples = "NOT_STARTED")
        Optional<TaskStatus> status,

        @Schema(
                description = "Only with this outcome itself. It may be gone.",
                examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8f01")
        Optional<UUID> outcomeId,

        @Schema(
                description = "Only with this release itself. It may be gone.",
                examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8f02")
        Optional<UUID> releaseId,

        @Schema(
                description = "Only with a tag of exactly this name.",
                maxLength = TaskFilter.MAX_TAG,
                examples = "Network")
        Optional<String> tag,

        @Schema(
                required = true,
                description = "Those that a synchronisation archived, instead of those that are part of the plan.",
                examples = "false")
        boolean archived,

        @Schema(
                required = true,
                description = "0 while nothing was saved; rises by one with every change.",
                minimum = "0",
                examples = "1")
        long version)
        implements Tagged {
    /** With a digest, for version 0 is the same of all plans. */
    @Override
    public EntityTag etag() {
        return EntityTag.of(version, planId);
    }

    static FilterPreferenceJson of(SavedFilter saved) {
        var filter = saved.filter();
        return new FilterPreferenceJson(
                saved.plan().value(),
                filter.status(),
                filter.outcome().map(OutcomeId::value),
                filter.release().map(ReleaseId::value),
                filter.tag(),
                filter.archived(),
                saved.version());
    }
}
