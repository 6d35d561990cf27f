package dev.cairn.adapters.rest.jobs;

import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.jobs.view.JobTally;
import dev.cairn.application.jobs.view.JobView;
import dev.cairn.application.jobs.view.PlanResult;
import dev.cairn.domain.jobs.published.JobKind;
import dev.cairn.domain.jobs.published.JobStatus;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.ErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A job as clients see it. */
@Schema(
        name = "Job",
        description = "Work that goes on when the request is answered: how far it is, and what came of it.")
record JobJson(
        @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1ea801")
        UUID id,

        @Schema(required = true, description = "What it does.")
        JobKind kind,

        @Schema(required = true, description = "How far it is.")
        JobStatus status,

        @Schema(
                required = true,
                description =
                        "How many plans it is about: all that its filter selected, whether there is anything to do to them or not.",
                minimum = "0",
                examples = "40")
        int total,

        @Schema(
                required = true,
                description = "How many of them are through, failed ones among them.",
                minimum = "0",
                examples = "12")
        int done,

        @Schema(
                required = true,
                description = "Plans that failed, and why; the first by id. The others are among its results.",
                maxItems = JobTally.MOST)
        List<FailureJson> failed,

        @Schema(required = true, description = "How many failed in all.", minimum = "0", examples = "1")
        int failedCount,

        @Schema(description = "What was done by now; there as soon as it has begun.")
        Optional<ResultJson> result,

        @Schema(description = "Why it could not run; only of a job that is FAILED.", maxLength = 64)
        Optional<String> code,

        @Schema(required = true, description = "Who started it.", maxLength = Actor.MAX, examples = "css@northwind")
        String startedBy,

        @Schema(required = true, description = "When it was started.", examples = "2026-11-21T09:00:00Z")
        Instant createdAt,

        @Schema(description = "When somebody began with it.")
        Optional<Instant> begunAt,

        @Schema(description = "When it ended, however.") Optional<Instant> endedAt,

        @Schema(
                required = true,
                description = "Rises when its status changes, and with nothing else.",
                minimum = "1",
                examples = "2")
        long version)
        implements Tagged {
    /** A plan that failed. */
    @Schema(name = "JobFailure", description = "A plan that a job failed at, and why.")
    record FailureJson(
            @Schema(required = true, description = "The plan.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9801")
            UUID planId,

            @Schema(
                    required = true,
                    description = "The code that a synchronisation of this plan alone would be refused with.",
                    maxLength = 64,
                    examples = "CUSTOMER_SUSPENDED")
            String code) {
        static FailureJson of(PlanResult failure) {
            return new FailureJson(
                    failure.plan().value(),
                    failure.code().orElse(ErrorCode.INTERNAL_ERROR).name());
        }
    }

    /** What was done. */
    @Schema(
            name = "JobResult",
            description =
                    "What was done to the plans that are through and did not fail, or in a dry run would be done.")
    record ResultJson(
            @Schema(required = true, description = "Whether nothing was changed, only looked at.", examples = "false")
            boolean dryRun,

            @Schema(
                    required = true,
                    description = "How many plans had anything to change.",
                    minimum = "0",
                    examples = "9")
            int changed,

            @Schema(
                    required = true,
                    description = "How many plans were as they should be.",
                    minimum = "0",
                    examples = "2")
            int unchanged,

            @Schema(
                    required = true,
                    description = "How many tasks entered plans, all plans together.",
                    minimum = "0",
                    examples = "27")
            long added,

            @Schema(
                    required = true,
                    description = "How many tasks came back from archives, all plans together.",
                    minimum = "0",
                    examples = "0")
            long restored,

            @Schema(
                    required = true,
                    description = "How many tasks were put away, all plans together.",
                    minimum = "0",
                    examples = "9")
            long archived,

            @Schema(
                    required = true,
                    description = "How many tasks followed their source, all plans together.",
                    minimum = "0",
                    examples = "18")
            long updated,

            @Schema(
                    required = true,
                    description = "The plans one by one; the first by id. All of them are among its results.",
                    maxItems = JobTally.MOST)
            List<PlanResultJson> plans) {
        private static ResultJson of(JobView view) {
            var tally = view.tally();
            return new ResultJson(
                    Boolean.TRUE.equals(view.job().parameters().members().get("dryRun")),
                    tally.changed(),
                    tally.done() - tally.failed() - tally.changed(),
                    tally.added(),
                    tally.restored(),
                    tally.archived(),
                    tally.updated(),
                    tally.plans().stream().map(PlanResultJson::of).toList());
        }
    }

    /** What is done moves without the version. */
    @Override
    public EntityTag etag() {
        return EntityTag.of(version, total, done, failedCount);
    }

    static JobJson of(JobView view) {
        var job = view.job();
        var tally = view.tally();
        return new JobJson(
                job.id().value(),
                job.kind(),
                job.status(),
                tally.total(),
                tally.done(),
                tally.failures().stream().map(FailureJson::of).toList(),
                tally.failed(),
                job.begunAt().map(begun -> ResultJson.of(view)),
                job.failure().map(Enum::name),
                job.startedBy(),
                job.createdAt(),
                job.begunAt(),
                job.endedAt(),
                job.version());
    }
}
