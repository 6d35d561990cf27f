package dev.cairn.adapters.rest.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.catalog.view.PartView;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.domain.catalog.Limits;
import dev.cairn.domain.catalog.Outcome;
import dev.cairn.domain.catalog.Part;
import dev.cairn.domain.catalog.PartKey;
import dev.cairn.domain.catalog.ProductTag;
import dev.cairn.domain.catalog.Release;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the tasks of a product refer to, as clients see it. */
final class ProductPartJson {
    private ProductPartJson() {}

    /** A part has no version of its own: it changes with its product. */
    private static EntityTag tag(PartView<?> view) {
        return EntityTag.of(view.productVersion());
    }

    /** Parts as clients see them, in their order. */
    static <P extends Part<?>, J> List<J> shown(ProductView view, List<P> parts, Function<PartView<?>, J> json) {
        return parts.stream().map(view::show).map(json).toList();
    }

    /** An outcome. */
    @Schema(name = "Outcome", description = "Something a customer wants to reach with a product.")
    record OutcomeJson(
            @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8b01")
            UUID id,

            @Schema(
                    required = true,
                    description = "Its key, unique among the outcomes of the product.",
                    maxLength = PartKey.MAX,
                    examples = "zero-trust")
            String key,

            @Schema(
                    required = true,
                    description = "What it is called, unique in the product ignoring case.",
                    maxLength = Limits.NAME,
                    examples = "Zero-trust access")
            String name,

            @JsonIgnore EntityTag etag)
            implements Tagged {
        static OutcomeJson of(PartView<?> view) {
            var outcome = (Outcome) view.part();
            return new OutcomeJson(outcome.id().value(), outcome.key().value(), outcome.name(), tag(view));
        }
    }

    /** A release. */
    @Schema(name = "Release", description = "A release of a product.")
    record ReleaseJson(
            @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8c01")
            UUID id,

            @Schema(
                    required = true,
                    description = "Its key, unique among the releases of the product.",
                    maxLength = PartKey.MAX,
                    examples = "r1")
            String key,

            @Schema(
                    required = true,
                    description = "What it is called, unique in the product ignoring case.",
                    maxLength = Limits.NAME,
                    examples = "2026.1")
            String name,

            @Schema(
                    required = true,
                    description = "Its place among the releases: later ones are higher.",
                    minimum = "0",
                    maximum = "999999.9999",
                    examples = "1")
            BigDecimal level,

            @JsonIgnore EntityTag etag)
            implements Tagged {
        static ReleaseJson of(PartView<?> view) {
            var release = (Release) view.part();
            return new ReleaseJson(
                    release.id().value(),
                    release.key().value(),
                    release.name(),
                    release.level().value(),
                    tag(view));
        }
    }

    /** A tag. */
    @Schema(name = "ProductTag", description = "A word that the tasks of a product are sorted and shown by.")
    record TagJson(
            @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8d01")
            UUID id,

            @Schema(
                    required = true,
                    description = "Its key, unique among the tags of the product.",
                    maxLength = PartKey.MAX,
                    examples = "net")
            String key,

            @Schema(
                    required = true,
                    description = "What it is called, unique in the product ignoring case.",
                    maxLength = Limits.NAME,
                    examples = "Network")
            String name,

            @Schema(
                    description = "How it is painted.",
                    pattern = "^#[0-9a-fA-F]{6}$",
                    minLength = 7,
                    maxLength = 7,
                    examples = "#1f6feb")
            Optional<String> color,

            @Schema(
                    required = true,
                    description = "Its place among the tags; ties go by name.",
                    minimum = "0",
                    maximum = "" + Limits.ORDER,
                    examples = "1")
            int order,

            @JsonIgnore EntityTag etag)
            implements Tagged {
        static TagJson of(PartView<?> view) {
            var tag = (ProductTag) view.part();
            return new TagJson(tag.id().value(), tag.key().value(), tag.name(), tag.color(), tag.order(), tag(view));
        }
    }

    /** What a task refers to. */
    @Schema(name = "PartReference", description = "An outcome, a release or a tag that a task refers to.")
    record ReferenceJson(
            @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8b01")
            UUID id,

            @Schema(required = true, description = "Its key.", maxLength = PartKey.MAX, examples = "zero-trust")
            String key,

            @Schema(
                    required = true,
                    description = "What it is called.",
                    maxLength = Limits.NAME,
                    examples = "Zero-trust access")
            String name) {
        static ReferenceJson of(UUID id, Part<?> part) {
            return new ReferenceJson(id, part.key().value(), part.name());
        }
    }
}
