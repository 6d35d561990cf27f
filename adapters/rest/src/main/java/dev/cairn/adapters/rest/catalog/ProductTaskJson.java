package dev.cairn.adapters.rest.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.cairn.adapters.rest.shared.CriterionJson;
import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.catalog.view.ProductTaskView;
import dev.cairn.domain.catalog.Limits;
import dev.cairn.domain.catalog.PartKey;
import dev.cairn.domain.catalog.TelemetryDefinition;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.Priority;
import dev.cairn.domain.shared.WebAddress;
import dev.cairn.domain.telemetry.published.DataType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A task of a product as clients see it. */
@Schema(name = "ProductTask", description = "One step of adopting a product.")
record ProductTaskJson(
        @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8e01")
        UUID id,

        @Schema(
                required = true,
                description = "Its key, unique among the tasks of the product.",
                maxLength = PartKey.MAX,
                examples = "connect-idp")
        String key,

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
                description = "Its place in the product, dense from 1.",
                minimum = "1",
                maximum = "" + Limits.TASKS,
                examples = "1")
        int sequenceNumber,

        @Schema(ref = "Priority", description = "How much it matters.")
        Optional<Priority> priority,

        @Schema(required = true, description = "The least level that includes it.")
        LicenseLevel licenseLevel,

        @Schema(
                required = true,
                description = "The outcomes it helps to reach; none means all.",
                maxItems = Limits.PARTS)
        List<ProductPartJson.ReferenceJson> outcomes,

        @Schema(required = true, description = "The releases it is about; none means all.", maxItems = Limits.PARTS)
        List<ProductPartJson.ReferenceJson> releases,

        @Schema(required = true, description = "Its tags.", maxItems = Limits.PARTS)
        List<ProductPartJson.ReferenceJson> tags,

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
                description = "Anything worth knowing.",
                maxLength = Limits.LONG_TEXT,
                examples = "Ask for the metadata first.")
        Optional<String> notes,

        @Schema(required = true, description = "What tells how far it is, in order.", maxItems = Limits.TELEMETRY)
        List<TelemetryJson> telemetry,

        @JsonIgnore EntityTag etag)
        implements Tagged {
    /** A telemetry definition. */
    @Schema(name = "TelemetryDefinition", description = "A figure or fact that tells how far a task is.")
    record TelemetryJson(
            @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8f01")
            UUID id,

            @Schema(
                    required = true,
                    description = "Its key, unique among the definitions of the task.",
                    maxLength = PartKey.MAX,
                    examples = "idp-users")
            String key,

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

            @Schema(
                    ref = CriterionJson.NAME,
                    description = "When it is met; absent only while inactive.",
                    examples =
                            "{\"type\": \"number_threshold\", \"operator\": \"greater_than_or_equal\", \"threshold\": 100}")
            Optional<Map<String, Object>> successCriteria,

            @Schema(
                    required = true,
                    description = "Its place among the task's definitions; ties go by name.",
                    minimum = "0",
                    maximum = "" + Limits.ORDER,
                    examples = "1")
            int order,

            @Schema(required = true, description = "Whether it has a say.", examples = "true")
            boolean isActive) {
        static TelemetryJson of(TelemetryDefinition definition) {
            return new TelemetryJson(
                    definition.id().value(),
                    definition.key().value(),
                    definition.name(),
                    definition.description(),
                    definition.dataType(),
                    definition.required(),
                    definition
                            .successCriteria()
                            .map(criterion -> criterion.toJson().members()),
                    definition.order(),
                    definition.active());
        }
    }

    static ProductTaskJson of(ProductTaskView view) {
        var task = view.task();
        return new ProductTaskJson(
                task.id().value(),
                task.key().value(),
                task.name(),
                task.description(),
                task.estMinutes(),
                task.weight().value(),
                task.sequenceNumber(),
                task.priority(),
                task.licenseLevel(),
                view.outcomes().stream()
                        .map(part -> ProductPartJson.ReferenceJson.of(part.id().value(), part))
                        .toList(),
                view.releases().stream()
                        .map(part -> ProductPartJson.ReferenceJson.of(part.id().value(), part))
                        .toList(),
                view.tags().stream()
                        .map(part -> ProductPartJson.ReferenceJson.of(part.id().value(), part))
                        .toList(),
                task.howToDoc(),
                task.howToVideo(),
                task.notes(),
                task.telemetry().stream().map(TelemetryJson::of).toList(),
                EntityTag.of(view.productVersion()));
    }
}
