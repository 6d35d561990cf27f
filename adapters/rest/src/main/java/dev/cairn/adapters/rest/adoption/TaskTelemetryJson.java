package dev.cairn.adapters.rest.adoption;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.cairn.adapters.rest.shared.CriterionJson;
import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.adoption.view.TaskTelemetry;
import dev.cairn.domain.adoption.TelemetryAttribute;
import dev.cairn.domain.catalog.Limits;
import dev.cairn.domain.telemetry.published.DataType;
import dev.cairn.domain.telemetry.published.Observation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be measured about a task, as clients see it. */
@Schema(name = "TaskTelemetry", description = "What can be measured about a task.")
record TaskTelemetryJson(
        @Schema(
                required = true,
                description =
                        "Its attributes by order, ties by name; inactive ones too, also those whose definition is gone.",
                maxItems = 10_000)
        List<AttributeJson> attributes,

        @Schema(required = true, description = "The same in numbers.")
        TaskJson.TelemetryProgressJson telemetryProgress,

        @JsonIgnore EntityTag etag)
        implements Tagged {
    /** One attribute. */
    @Schema(name = "TelemetryAttribute", description = "A figure or fact that tells how far a customer's task is.")
    record AttributeJson(
            @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9d01")
            UUID id,

            @Schema(
                    required = true,
                    description = "The product's definition it was copied from, which may be gone.",
                    examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8f01")
            UUID originalAttributeId,

            @Schema(
                    required = true,
                    description = "What it is called.",
                    maxLength = Limits.NAME,
                    examples = "Provisioned users")
            String name,

            @Schema(description = "What it measures.", maxLength = Limits.LONG_TEXT, examples = "Users that came over.")
            Optional<String> description,

            @Schema(required = true, description = "What sort of values it takes.")
            DataType dataType,

            @Schema(
                    required = true,
                    description = "Whether it must be met for the task to count as done.",
                    examples = "true")
            boolean isRequired,

            @Schema(required = true, description = "Whether it has a say.", examples = "true")
            boolean isActive,

            @Schema(required = true, description = "Whether its latest value meets the criteria.", examples = "false")
            boolean isMet,

            @Schema(
                    description = "When it was last looked at; absent while nobody did.",
                    examples = "2026-11-21T09:00:00Z")
            Optional<Instant> lastCheckedAt,

            @Schema(description = "The latest value; absent while there never was one.")
            Optional<LatestValueJson> latestValue,

            @Schema(
                    ref = CriterionJson.NAME,
                    description = "When it is met; absent only while inactive.",
                    examples =
                            "{\"type\": \"number_threshold\", \"operator\": \"greater_than_or_equal\", \"threshold\": 100}")
            Optional<Map<String, Object>> successCriteria) {
        static AttributeJson of(TelemetryAttribute attribute) {
            return new AttributeJson(
                    attribute.id().value(),
                    attribute.originalAttributeId().value(),
                    attribute.name(),
                    attribute.description(),
                    attribute.dataType(),
                    attribute.required(),
                    attribute.active(),
                    attribute.reading().met(),
                    attribute.reading().lastCheckedAt(),
                    attribute.reading().latest().map(LatestValueJson::of),
                    attribute
                            .successCriteria()
                            .map(criteria -> criteria.toJson().members()));
        }
    }

    /** The latest value of an attribute. */
    @Schema(
            name = "LatestTelemetryValue",
            description = "The value seen last, of two seen at once the one that came last.")
    record LatestValueJson(
            @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1ea001")
            UUID id,

            @Schema(
                    required = true,
                    implementation = Object.class,
                    description = "What was seen, as the attribute's data type keeps it: any JSON but null.",
                    examples = "150")
            Object value,

            @Schema(required = true, description = "When it was seen.", examples = "2026-11-21T09:00:00Z")
            Instant observedAt,

            @Schema(
                    required = true,
                    description = "When it was last said: when it came in, or a full file said the same again.",
                    examples = "2026-11-21T09:00:01Z")
            Instant receivedAt) {
        static LatestValueJson of(Observation latest) {
            return new LatestValueJson(
                    latest.id().value(), latest.value().content(), latest.observedAt(), latest.receivedAt());
        }
    }

    /** Its tag has the task's version: whoever reports a value or hands the task over may mean what is shown here. */
    static TaskTelemetryJson of(TaskTelemetry telemetry) {
        var attributes = telemetry.attributes().stream().map(AttributeJson::of).toList();
        return new TaskTelemetryJson(
                attributes,
                TaskJson.TelemetryProgressJson.of(telemetry.progress()),
                EntityTag.of(telemetry.version(), attributes));
    }
}
