package dev.cairn.adapters.rest.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.catalog.view.ProductExport;
import dev.cairn.domain.catalog.Limits;
import dev.cairn.domain.shared.ProductId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A solution as one document: that of a product, and the products that it holds. */
@Schema(
        name = "SolutionDocument",
        description =
                "A solution as one document: keys, no figures, and no ids save those of its products. A name alone is enough.",
        examples = """
        {"name": "Secure Workplace", "description": "Everything for a safe office", "externalId": "suite-1",
         "productIds": ["01936f2e-7a10-7c3a-9d52-0f6b3c1e8d01"],
         "outcomes": [{"key": "one-team", "name": "One team for all of it"}],
         "releases": [{"key": "s1", "name": "2026", "level": 1.0}],
         "tags": [{"key": "org", "name": "Organisation", "color": "#1f6feb"}],
         "tasks": [
           {"key": "kick-off", "name": "Hold the kick-off", "estMinutes": 60, "weight": 20, "sequenceNumber": 1,
            "licenseLevel": "ESSENTIAL", "outcomes": ["one-team"], "releases": ["s1"], "tags": ["org"]}]}""")
record SolutionDocumentJson(
        @Schema(
                required = true,
                description = "What it is called, unique among the organisation's solutions ignoring case.",
                minLength = 1,
                maxLength = Limits.NAME)
        String name,

        @Schema(description = "What it is for.", maxLength = Limits.LONG_TEXT)
        Optional<String> description,

        @Schema(
                description = "Your own key, unique among the organisation's solutions.",
                minLength = 1,
                maxLength = Limits.NAME)
        Optional<String> externalId,

        @Schema(
                description =
                        "The products that it holds, in order, each once. Brought into a solution that is there, they come first and those that it holds besides stay behind them.",
                maxItems = Limits.PRODUCTS)
        List<UUID> productIds,

        @Schema(description = "What customers want to reach with it.", maxItems = Limits.PARTS)
        List<ProductDocumentJson.OutcomeJson> outcomes,

        @Schema(description = "Its releases.", maxItems = Limits.PARTS)
        List<ProductDocumentJson.ReleaseJson> releases,

        @Schema(description = "Words that its own tasks are sorted and shown by.", maxItems = Limits.PARTS)
        List<ProductDocumentJson.TagJson> tags,

        @Schema(
                description =
                        "The steps of adopting it that are its own, in sequence. Their weights sum to at most 100.",
                maxItems = Limits.TASKS)
        List<ProductDocumentJson.TaskJson> tasks,

        @JsonIgnore EntityTag etag)
        implements Tagged {
    static SolutionDocumentJson of(ProductExport export) {
        var own = ProductDocumentJson.of(export);
        return new SolutionDocumentJson(
                own.name(),
                own.description(),
                own.externalId(),
                export.document().products().orElse(List.of()).stream()
                        .map(ProductId::value)
                        .toList(),
                own.outcomes(),
                own.releases(),
                own.tags(),
                own.tasks(),
                own.etag());
    }
}
