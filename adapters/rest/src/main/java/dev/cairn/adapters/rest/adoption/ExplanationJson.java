package dev.cairn.adapters.rest.adoption;

import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.adoption.telemetry.view.TaskExplanation;
import dev.cairn.domain.adoption.Finding;
import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.Limits;
import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.telemetry.published.Criterion;
import dev.cairn.domain.telemetry.published.Evaluation;
import dev.cairn.domain.telemetry.published.Observation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a task is in its status, as clients see it. */
@Schema(
        name = "TaskExplanation",
        description =
                "Why a task is in its status: it is judged when asked, by the values it has, and nothing is written.")
record ExplanationJson(
        @Schema(required = true, description = "How far the customer is.")
        TaskStatus status,

        @Schema(required = true, description = "Who has the say over the status.")
        StatusMode statusMode,

        @Schema(
                ref = "TaskStatus",
                description = "The status telemetry would give instead, while a person has the say.")
        Optional<TaskStatus> suggestedStatus,

        @Schema(
                required = true,
                description = "The number of the rule that decides, the first of eight that holds.",
                minimum = "1",
                maximum = "8",
                examples = "3")
        int rule,

        @Schema(
                required = true,
                description = "The rule in words.",
                maxLength = MAX_SENTENCE,
                examples = "all that must be met is met")
        String sentence,

        @Schema(required = true, description = "The instant of this judgement.", examples = "2026-11-21T09:00:00Z")
        Instant evaluatedAt,

        @Schema(
                required = true,
                description = "What each active attribute says, by order, ties by name.",
                maxItems = Limits.TELEMETRY)
        List<AttributeJson> attributes)
        implements Tagged {
    /** The longest sentence. */
    static final int MAX_SENTENCE = 20_000;

    /** What one attribute says. */
    @Schema(name = "AttributeExplanation", description = "What one telemetry attribute says of its task.")
    record AttributeJson(
            @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9d01")
            UUID id,

            @Schema(
                    required = true,
                    description = "What it is called.",
                    maxLength = Limits.NAME,
                    examples = "Provisioned users")
            String name,

            @Schema(
                    required = true,
                    description = "Whether it must be met for the task to count as done.",
                    examples = "true")
            boolean isRequired,

            @Schema(required = true, description = "Whether its latest value meets the criteria.", examples = "true")
            boolean met,

            @Schema(
                    required = true,
                    description = "Whether its latest value still speaks; never without one.",
                    examples = "true")
            boolean fresh,

            @Schema(
                    implementation = Object.class,
                    description = "Its latest value; absent while there never was one.",
                    examples = "150")
            Optional<Object> value,

            @Schema(
                    description = "When the latest value was seen; absent while there never was one.",
                    examples = "2026-11-21T08:00:00Z")
            Optional<Instant> observedAt,

            @Schema(
                    required = true,
                    description = "What was found, in words.",
                    maxLength = MAX_SENTENCE,
                    examples = "150 ≥ 100")
            String sentence,

            @Schema(description = "What the value says of the criteria, part by part; absent while there is no value.")
            Optional<NodeJson> tree) {
        static AttributeJson of(Finding finding) {
            var attribute = finding.attribute();
            var latest = attribute.reading().latest();
            return new AttributeJson(
                    attribute.id().value(),
                    attribute.name(),
                    attribute.required(),
                    finding.met(),
                    finding.fresh(),
                    latest.map(seen -> seen.value().content()),
                    latest.map(Observation::observedAt),
                    finding.evaluation().map(Evaluation::sentence).orElse("no value yet"),
                    finding.evaluation().map(NodeJson::of));
        }
    }

    /** What the value says of a criterion. */
    @Schema(
            name = "Evaluation",
            description = "What a value says of a criterion, with what it says of the criterion's parts.",
            examples =
                    "{\"type\": \"number_threshold\", \"met\": true, \"seen\": 150, \"sentence\": \"150 ≥ 100\", \"children\": []}")
    record NodeJson(
            @Schema(
                    required = true,
                    description = "The criterion's type.",
                    maxLength = 50,
                    examples = "number_threshold")
            String type,

            @Schema(required = true, description = "Whether it is met; not on error.", examples = "true")
            boolean met,

            @Schema(
                    implementation = Object.class,
                    description =
                            "The value it looked at; absent when its path selects nothing, and where it is a whole object or list.",
                    examples = "150")
            Optional<Object> seen,

            @Schema(
                    required = true,
                    description = "What was found, in words.",
                    maxLength = MAX_SENTENCE,
                    examples = "150 ≥ 100")
            String sentence,

            @Schema(
                    description = "Why it could not be judged; absent when it could.",
                    maxLength = MAX_SENTENCE,
                    examples = "\"many\" is not a number")
            Optional<String> error,

            @Schema(
                    required = true,
                    description = "What the value says of its parts, in their order.",
                    maxItems = Criterion.MAX_MEMBERS)
            List<NodeJson> children) {
        /** A whole object or list stands in the attribute's value already; each node would send it again. */
        private static boolean isShort(Object seen) {
            return !(seen instanceof Map || seen instanceof List);
        }

        static NodeJson of(Evaluation node) {
            return new NodeJson(
                    node.type(),
                    node.isMet(),
                    node.seen().map(JsonValue::content).filter(NodeJson::isShort),
                    node.sentence(),
                    node.error(),
                    node.children().stream().map(NodeJson::of).toList());
        }
    }

    /** It has no version of its own; the instant is left out: who asks again and finds the same has the same. */
    @Override
    public EntityTag etag() {
        return EntityTag.of(0, status, statusMode, suggestedStatus, rule, attributes);
    }

    static ExplanationJson of(TaskExplanation explanation) {
        var judgement = explanation.judgement();
        return new ExplanationJson(
                judgement.from(),
                explanation.mode(),
                explanation.suggested(),
                judgement.rule().number(),
                judgement.rule().sentence(),
                explanation.evaluatedAt(),
                judgement.findings().stream().map(AttributeJson::of).toList());
    }
}
