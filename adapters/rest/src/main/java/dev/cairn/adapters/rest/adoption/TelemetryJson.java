package dev.cairn.adapters.rest.adoption;

import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.adoption.telemetry.view.EvaluatedPlan;
import dev.cairn.application.adoption.telemetry.view.RecordedValue;
import dev.cairn.application.adoption.telemetry.view.RecordedValues;
import dev.cairn.application.adoption.telemetry.view.StatusMove;
import dev.cairn.domain.adoption.ReportedValue;
import dev.cairn.domain.adoption.TelemetryBatch;
import dev.cairn.domain.adoption.TelemetryValue;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.ErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What clients are told of telemetry: values, and what became of them. */
final class TelemetryJson {
    private TelemetryJson() {}

    /** A value as it is stored. */
    @Schema(name = "TelemetryValue", description = "A value of a telemetry attribute; it never changes.")
    record ValueJson(
            @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1ea001")
            UUID id,

            @Schema(
                    required = true,
                    description = "The attribute it is of.",
                    examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9d01")
            UUID attributeId,

            @Schema(
                    required = true,
                    implementation = Object.class,
                    description = "What was seen, as the attribute's data type keeps it: any JSON but null.",
                    examples = "150")
            Object value,

            @Schema(
                    required = true,
                    description = "Where it came from, in the words of whoever reported it.",
                    maxLength = ReportedValue.MAX_SOURCE,
                    examples = "api")
            String source,

            @Schema(description = "The batch it came in.") Optional<UUID> batchId,

            @Schema(
                    description = "What was said about it.",
                    maxLength = ReportedValue.MAX_NOTES,
                    examples = "After the second wave")
            Optional<String> notes,

            @Schema(required = true, description = "When it was seen.", examples = "2026-11-21T08:00:00Z")
            Instant observedAt,

            @Schema(required = true, description = "When it came in.", examples = "2026-11-21T09:00:00Z")
            Instant receivedAt) {
        static ValueJson of(TelemetryValue value) {
            return new ValueJson(
                    value.id().value(),
                    value.attribute().value(),
                    value.value().content(),
                    value.source(),
                    value.batch(),
                    value.notes(),
                    value.observedAt(),
                    value.receivedAt());
        }
    }

    /** A value that came in. */
    @Schema(
            name = "RecordedTelemetryValue",
            description = "A value that came in, its task and its plan: all that a page must repaint.")
    record RecordedJson(
            @Schema(required = true, description = "The value as it is stored.")
            ValueJson value,

            @Schema(required = true, description = "Whether it was there already.", examples = "false")
            boolean duplicate,

            @Schema(required = true, description = "The task.")
            TaskJson task,

            @Schema(required = true, description = "Its plan.")
            TaskChangeJson.ChangedPlanJson plan)
            implements Tagged {
        /** That of the task. */
        @Override
        public EntityTag etag() {
            return task.etag();
        }

        static RecordedJson of(RecordedValue recorded) {
            return new RecordedJson(
                    ValueJson.of(recorded.taken().value()),
                    recorded.taken().duplicate(),
                    TaskJson.of(recorded.change().task()),
                    TaskChangeJson.ChangedPlanJson.of(recorded.change().plan()));
        }
    }

    /** A status that telemetry changed. */
    @Schema(name = "StatusMove", description = "A status that telemetry changed, or in a dry run would change.")
    record MoveJson(
            @Schema(required = true, description = "The task.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9a01")
            UUID taskId,

            @Schema(required = true, description = "Its plan.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8c01")
            UUID planId,

            @Schema(required = true, description = "The status before.")
            TaskStatus from,

            @Schema(required = true, description = "The status after.")
            TaskStatus to,

            @Schema(
                    required = true,
                    description = "The number of the rule that decided.",
                    minimum = "1",
                    maximum = "8",
                    examples = "3")
            int rule) {
        static MoveJson of(StatusMove move) {
            return new MoveJson(move.task().value(), move.plan().value(), move.from(), move.to(), move.rule());
        }
    }

    /** What an evaluation came to. */
    @Schema(name = "EvaluatedPlan", description = "What an evaluation came to.")
    record EvaluatedJson(
            @Schema(required = true, description = "The statuses that changed, or would.", maxItems = 10_000)
            List<MoveJson> changes,

            @Schema(required = true, description = "The plan after it.")
            TaskChangeJson.ChangedPlanJson plan) {
        static EvaluatedJson of(EvaluatedPlan evaluated) {
            return new EvaluatedJson(
                    evaluated.moves().stream().map(MoveJson::of).toList(),
                    TaskChangeJson.ChangedPlanJson.of(evaluated.plan()));
        }
    }

    /** What became of a batch. */
    @Schema(name = "RecordedTelemetryValues", description = "What became of a batch of values.")
    record BatchJson(
            @Schema(required = true, description = "The batch's id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1eb001")
            UUID batchId,

            @Schema(
                    required = true,
                    description = "How many values were stored.",
                    minimum = "0",
                    maximum = "10000",
                    examples = "2")
            int stored,

            @Schema(
                    required = true,
                    description = "How many were there already.",
                    minimum = "0",
                    maximum = "10000",
                    examples = "0")
            int duplicates,

            @Schema(
                    required = true,
                    description = "Those that could not be taken, by their place in the batch.",
                    maxItems = TelemetryBatch.MAX)
            List<FailedJson> failed,

            @Schema(required = true, description = "The statuses that changed, or would.", maxItems = 1_000_000)
            List<MoveJson> changes,

            @Schema(
                    required = true,
                    description = "The plans that values were taken for, with their figures now.",
                    maxItems = TelemetryBatch.MAX)
            List<PlanJson> plans) {
        static BatchJson of(RecordedValues recorded) {
            return new BatchJson(
                    recorded.batch(),
                    recorded.stored(),
                    recorded.duplicates(),
                    recorded.failed().stream().map(FailedJson::of).toList(),
                    recorded.moves().stream().map(MoveJson::of).toList(),
                    recorded.plans().stream().map(PlanJson::of).toList());
        }

        /** A value that could not be taken. */
        @Schema(name = "FailedTelemetryValue", description = "A value that could not be taken; the others went on.")
        record FailedJson(
                @Schema(
                        required = true,
                        description = "Its place in the batch, from 0.",
                        minimum = "0",
                        maximum = "9999",
                        examples = "1")
                int index,

                @Schema(
                        required = true,
                        implementation = String.class,
                        description = "Why, as the code that a single value would be refused with.",
                        maxLength = 64,
                        examples = "INVALID_TELEMETRY_VALUE")
                ErrorCode code,

                @Schema(
                        required = true,
                        description = "The same in words.",
                        maxLength = 1_000,
                        examples = "\"Provisioned users\" takes NUMBER, not many.")
                String message) {
            static FailedJson of(RecordedValues.Failed failed) {
                return new FailedJson(failed.index(), failed.code(), failed.message());
            }
        }

        /** A plan's figures. */
        @Schema(name = "PlanFigures", description = "A plan and how far it is.")
        record PlanJson(
                @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8c01")
                UUID id,

                @Schema(required = true, description = "How far it is.")
                ProgressJson progress) {
            static PlanJson of(RecordedValues.PlanFigures plan) {
                return new PlanJson(plan.plan().value(), ProgressJson.of(plan.progress()));
            }
        }
    }
}
