package dev.cairn.adapters.rest.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.cairn.adapters.rest.shared.CriterionJson;
import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.catalog.view.ProductExport;
import dev.cairn.domain.catalog.Limits;
import dev.cairn.domain.catalog.OutcomeDocument;
import dev.cairn.domain.catalog.PartKey;
import dev.cairn.domain.catalog.ReleaseDocument;
import dev.cairn.domain.catalog.TagDocument;
import dev.cairn.domain.catalog.TaskDocument;
import dev.cairn.domain.catalog.TelemetryDocument;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.Priority;
import dev.cairn.domain.shared.WebAddress;
import dev.cairn.domain.shared.Weight;
import dev.cairn.domain.telemetry.published.DataType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product as one document: what clients send, and what an export gives. */
@Schema(
        name = "ProductDocument",
        description = "A product as one document: keys, no ids, no figures. A name alone is enough.",
        examples = """
        {"name": "Secure Edge", "description": "Cloud-delivered access security", "externalId": "sku-4711",
         "outcomes": [{"key": "zero-trust", "name": "Zero-trust access"}, {"key": "visibility", "name": "See all traffic"}],
         "releases": [{"key": "r1", "name": "2026.1", "level": 1.0}, {"key": "r2", "name": "2026.2", "level": 2.0}],
         "tags": [{"key": "net", "name": "Network", "color": "#1f6feb"}],
         "tasks": [
           {"key": "connect-idp", "name": "Connect the identity provider", "estMinutes": 90, "weight": 12.5,
            "sequenceNumber": 1, "priority": "HIGH", "licenseLevel": "ESSENTIAL",
            "outcomes": ["zero-trust"], "releases": ["r1"], "tags": ["net"],
            "howToDoc": ["https://docs.example.org/idp"], "howToVideo": [], "notes": "Ask for the metadata first.",
            "telemetry": [
              {"key": "idp-users", "name": "Provisioned users", "dataType": "NUMBER", "isRequired": true, "order": 1,
               "successCriteria": {"type": "number_threshold", "operator": "greater_than_or_equal", "threshold": 100}}]}]}""")
record ProductDocumentJson(
        @Schema(
                required = true,
                description = "What it is called, unique in the organisation ignoring case.",
                minLength = 1,
                maxLength = Limits.NAME)
        String name,

        @Schema(description = "What it is for.", maxLength = Limits.LONG_TEXT)
        Optional<String> description,

        @Schema(description = "Your own key, unique in the organisation.", minLength = 1, maxLength = Limits.NAME)
        Optional<String> externalId,

        @Schema(description = "What customers want to reach with it.", maxItems = Limits.PARTS)
        List<OutcomeJson> outcomes,

        @Schema(description = "Its releases.", maxItems = Limits.PARTS)
        List<ReleaseJson> releases,

        @Schema(description = "Words that its tasks are sorted and shown by.", maxItems = Limits.PARTS)
        List<TagJson> tags,

        @Schema(
                description = "The steps of adopting it, in sequence. Their weights sum to at most 100.",
                maxItems = Limits.TASKS)
        List<TaskJson> tasks,

        @JsonIgnore EntityTag etag)
        implements Tagged {
    /** An outcome of a document. */
    @Schema(
            name = "OutcomeDocument",
            description = "Something a customer wants to reach.",
            examples = "{\"key\": \"zero-trust\", \"name\": \"Zero-trust access\"}")
    record OutcomeJson(
            @Schema(
                    description =
                            "Its key, unique among the outcomes of the product; it never changes. Absent: made of the name.",
                    minLength = 1,
                    maxLength = PartKey.MAX)
            Optional<String> key,

            @Schema(
                    required = true,
                    description = "What it is called, unique in the product ignoring case.",
                    minLength = 1,
                    maxLength = Limits.NAME)
            String name) {
        static OutcomeJson of(OutcomeDocument outcome) {
            return new OutcomeJson(outcome.key().map(PartKey::value), outcome.name());
        }
    }

    /** A release of a document. */
    @Schema(
            name = "ReleaseDocument",
            description = "A release of the product.",
            examples = "{\"key\": \"r1\", \"name\": \"2026.1\", \"level\": 1.0}")
    record ReleaseJson(
            @Schema(
                    description =
                            "Its key, unique among the releases of the product; it never changes. Absent: made of the name.",
                    minLength = 1,
                    maxLength = PartKey.MAX)
            Optional<String> key,

            @Schema(
                    required = true,
                    description = "What it is called, unique in the product ignoring case.",
                    minLength = 1,
                    maxLength = Limits.NAME)
            String name,

            @Schema(
                    required = true,
                    description = "Its place among the releases: later ones are higher. At most four decimals.",
                    minimum = "0",
                    maximum = "999999.9999")
            BigDecimal level) {
        static ReleaseJson of(ReleaseDocument release) {
            return new ReleaseJson(
                    release.key().map(PartKey::value),
                    release.name(),
                    release.level().value());
        }
    }

    /** A tag of a document. */
    @Schema(
            name = "ProductTagDocument",
            description = "A word that tasks are sorted and shown by.",
            examples = "{\"key\": \"net\", \"name\": \"Network\", \"color\": \"#1f6feb\", \"order\": 1}")
    record TagJson(
            @Schema(
                    description =
                            "Its key, unique among the tags of the product; it never changes. Absent: made of the name.",
                    minLength = 1,
                    maxLength = PartKey.MAX)
            Optional<String> key,

            @Schema(
                    required = true,
                    description = "What it is called, unique in the product ignoring case.",
                    minLength = 1,
                    maxLength = Limits.NAME)
            String name,

            @Schema(description = "How it is painted.", pattern = "^#[0-9a-fA-F]{6}$", minLength = 7, maxLength = 7)
            Optional<String> color,

            @Schema(
                    description = "Its place among the tags; ties go by name.",
                    minimum = "0",
                    maximum = "" + Limits.ORDER,
                    defaultValue = "0")
            Optional<Integer> order) {
        static TagJson of(TagDocument tag) {
            return new TagJson(tag.key().map(PartKey::value), tag.name(), tag.color(), tag.order());
        }
    }

    /** A task of a document, and the body of a task alone. */
    @Schema(name = "ProductTaskDocument", description = "One step of adopting the product.", examples = """
            {"key": "connect-idp", "name": "Connect the identity provider", "estMinutes": 90, "weight": 12.5, "sequenceNumber": 1,
             "priority": "HIGH", "licenseLevel": "ESSENTIAL", "outcomes": ["zero-trust"], "releases": ["r1"], "tags": ["net"],
             "howToDoc": ["https://docs.example.org/idp"], "howToVideo": [], "notes": "Ask for the metadata first.",
             "telemetry": [{"key": "idp-users", "name": "Provisioned users", "dataType": "NUMBER", "isRequired": true, "order": 1,
               "successCriteria": {"type": "number_threshold", "operator": "greater_than_or_equal", "threshold": 100}}]}""")
    record TaskJson(
            @Schema(
                    description =
                            "Its key, unique among the tasks of the product; it never changes. Absent: made of the name.",
                    minLength = 1,
                    maxLength = PartKey.MAX)
            Optional<String> key,

            @Schema(
                    required = true,
                    description = "What it is called; tasks may share a name.",
                    minLength = 1,
                    maxLength = Limits.NAME)
            String name,

            @Schema(description = "What is to be done.", maxLength = Limits.LONG_TEXT)
            Optional<String> description,

            @Schema(
                    description = "Estimated effort in minutes.",
                    minimum = "0",
                    maximum = "" + Limits.EST_MINUTES,
                    defaultValue = "0")
            Optional<Integer> estMinutes,

            @Schema(
                    description =
                            "Its share of the product, with at most two decimals; all tasks together weigh at most 100.",
                    minimum = "0",
                    maximum = "100",
                    defaultValue = "0")
            Optional<BigDecimal> weight,

            @Schema(
                    description =
                            "The place it is to have; the others shift. Absent: last, or where it was when it is replaced.",
                    minimum = "1",
                    maximum = "" + Limits.TASKS)
            Optional<Integer> sequenceNumber,

            @Schema(ref = "Priority", description = "How much it matters.")
            Optional<Priority> priority,

            @Schema(ref = "LicenseLevel", description = "The least level that includes it.", defaultValue = "ESSENTIAL")
            Optional<LicenseLevel> licenseLevel,

            @Schema(
                    description = "Keys or ids of outcomes it helps to reach; none means all.",
                    minLength = 1,
                    maxLength = PartKey.MAX,
                    maxItems = Limits.PARTS)
            List<String> outcomes,

            @Schema(
                    description = "Keys or ids of releases it is about; none means all.",
                    minLength = 1,
                    maxLength = PartKey.MAX,
                    maxItems = Limits.PARTS)
            List<String> releases,

            @Schema(
                    description = "Keys or ids of its tags.",
                    minLength = 1,
                    maxLength = PartKey.MAX,
                    maxItems = Limits.PARTS)
            List<String> tags,

            @Schema(
                    description = "http or https addresses of texts.",
                    format = "uri",
                    maxLength = WebAddress.MAX,
                    maxItems = Limits.LINKS)
            List<String> howToDoc,

            @Schema(
                    description = "http or https addresses of videos.",
                    format = "uri",
                    maxLength = WebAddress.MAX,
                    maxItems = Limits.LINKS)
            List<String> howToVideo,

            @Schema(description = "Anything worth knowing.", maxLength = Limits.LONG_TEXT)
            Optional<String> notes,

            @Schema(description = "What tells how far it is.", maxItems = Limits.TELEMETRY)
            List<TelemetryJson> telemetry) {
        static TaskJson of(TaskDocument task) {
            return new TaskJson(
                    task.key().map(PartKey::value),
                    task.name(),
                    task.description(),
                    task.estMinutes(),
                    task.weight().map(Weight::value),
                    task.sequenceNumber(),
                    task.priority(),
                    task.licenseLevel(),
                    task.outcomes().orElse(List.of()),
                    task.releases().orElse(List.of()),
                    task.tags().orElse(List.of()),
                    task.howToDoc().orElse(List.of()),
                    task.howToVideo().orElse(List.of()),
                    task.notes(),
                    task.telemetry().stream().map(TelemetryJson::of).toList());
        }
    }

    /** A telemetry definition of a document. */
    @Schema(
            name = "TelemetryDefinitionDocument",
            description = "A figure or fact that tells how far a task is.",
            examples = """
            {"key": "idp-users", "name": "Provisioned users", "dataType": "NUMBER", "isRequired": true, "order": 1,
             "successCriteria": {"type": "number_threshold", "operator": "greater_than_or_equal", "threshold": 100}}""")
    record TelemetryJson(
            @Schema(
                    description =
                            "Its key, unique among the definitions of the task; it never changes. Absent: made of the name.",
                    minLength = 1,
                    maxLength = PartKey.MAX)
            Optional<String> key,

            @Schema(
                    required = true,
                    description = "What it is called, unique in the task ignoring case.",
                    minLength = 1,
                    maxLength = Limits.NAME)
            String name,

            @Schema(description = "What it measures.", maxLength = Limits.LONG_TEXT)
            Optional<String> description,

            @Schema(required = true, description = "What sort of values it takes.")
            DataType dataType,

            @Schema(description = "Whether it must be met for the task to count as done.", defaultValue = "false")
            Optional<Boolean> isRequired,

            @Schema(ref = CriterionJson.NAME, description = "When it is met; an active definition needs it.")
            Optional<Map<String, Object>> successCriteria,

            @Schema(
                    description = "Its place among the task's definitions; ties go by name.",
                    minimum = "0",
                    maximum = "" + Limits.ORDER,
                    defaultValue = "0")
            Optional<Integer> order,

            @Schema(description = "Whether it has a say.", defaultValue = "true")
            Optional<Boolean> isActive) {
        static TelemetryJson of(TelemetryDocument definition) {
            return new TelemetryJson(
                    definition.key().map(PartKey::value),
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

    static ProductDocumentJson of(ProductExport export) {
        var document = export.document();
        return new ProductDocumentJson(
                document.details().name(),
                document.details().description(),
                document.details().externalId(),
                document.outcomes().stream().map(OutcomeJson::of).toList(),
                document.releases().stream().map(ReleaseJson::of).toList(),
                document.tags().stream().map(TagJson::of).toList(),
                document.tasks().stream().map(TaskJson::of).toList(),
                EntityTag.of(export.productVersion()));
    }
}
