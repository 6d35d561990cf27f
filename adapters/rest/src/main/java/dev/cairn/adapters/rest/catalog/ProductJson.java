package dev.cairn.adapters.rest.catalog;

import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.catalog.view.ImportedProduct;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.domain.catalog.Limits;
import dev.cairn.domain.catalog.published.LicenseLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product as clients see it, whole. */
@Schema(name = "Product", description = "What can be adopted, with all its parts.")
record ProductJson(
        @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a02")
        UUID id,

        @Schema(
                required = true,
                description = "What it is called, unique in the organisation ignoring case.",
                maxLength = Limits.NAME,
                examples = "Secure Edge")
        String name,

        @Schema(
                description = "What it is for.",
                maxLength = Limits.LONG_TEXT,
                examples = "Cloud-delivered access security")
        Optional<String> description,

        @Schema(
                description = "Your own key, unique in the organisation.",
                maxLength = Limits.NAME,
                examples = "sku-4711")
        Optional<String> externalId,

        @Schema(
                required = true,
                description =
                        "Rises by one with every change of the product or of anything inside it, from 1; plans refer to it.",
                minimum = "1",
                examples = "1")
        long version,

        @Schema(
                required = true,
                description = "How many tasks it has.",
                minimum = "0",
                maximum = "" + Limits.TASKS,
                examples = "34")
        int taskCount,

        @Schema(
                required = true,
                description = "What its tasks weigh together, 0 to 100, two decimals.",
                minimum = "0",
                maximum = "100",
                examples = "71.5")
        BigDecimal totalWeight,

        @Schema(
                description =
                        "What the weights summed to before they were scaled to 100; only in the answer to a request that asked for it.",
                minimum = "0")
        Optional<BigDecimal> weightsNormalizedFrom,

        @Schema(
                required = true,
                description = "The levels it is sold at, from the least to the most.",
                maxItems = 3,
                examples = "[\"ESSENTIAL\", \"ADVANTAGE\", \"SIGNATURE\"]")
        List<LicenseLevel> licenses,

        @Schema(required = true, description = "What customers want to reach with it.", maxItems = Limits.PARTS)
        List<ProductPartJson.OutcomeJson> outcomes,

        @Schema(required = true, description = "Its releases, by level.", maxItems = Limits.PARTS)
        List<ProductPartJson.ReleaseJson> releases,

        @Schema(required = true, description = "Its tags, in their order.", maxItems = Limits.PARTS)
        List<ProductPartJson.TagJson> tags,

        @Schema(required = true, description = "Its tasks, in sequence.", maxItems = Limits.TASKS)
        List<ProductTaskJson> tasks,

        @Schema(required = true, description = "When it was created.", examples = "2026-11-21T09:00:00Z")
        Instant createdAt,

        @Schema(required = true, description = "When it last changed.", examples = "2026-11-21T09:00:00Z")
        Instant updatedAt,

        @Schema(description = "Since when nobody can be assigned to it any more.")
        Optional<Instant> archivedAt)
        implements Tagged {
    static ProductJson of(ImportedProduct imported) {
        return of(imported.product(), imported.weightsNormalizedFrom());
    }

    static ProductJson of(ProductView view) {
        return of(view, Optional.empty());
    }

    @Override
    public EntityTag etag() {
        return EntityTag.of(version);
    }

    private static ProductJson of(ProductView view, Optional<BigDecimal> weightsNormalizedFrom) {
        var product = view.product();
        var details = product.details();
        return new ProductJson(
                product.id().value(),
                details.name(),
                details.description(),
                details.externalId(),
                product.version(),
                view.taskCount(),
                view.totalWeight(),
                weightsNormalizedFrom,
                List.of(LicenseLevel.values()),
                ProductPartJson.shown(view, product.outcomes(), ProductPartJson.OutcomeJson::of),
                ProductPartJson.shown(view, product.releases(), ProductPartJson.ReleaseJson::of),
                ProductPartJson.shown(view, product.tags(), ProductPartJson.TagJson::of),
                view.tasks().stream().map(ProductTaskJson::of).toList(),
                product.createdAt(),
                product.updatedAt(),
                product.archivedAt());
    }
}
