package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ReleaseId;
import dev.cairn.domain.shared.TagId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the tasks of a product refer to. */
record Facets(Parts<OutcomeId, Outcome> outcomes, Parts<ReleaseId, Release> releases, Parts<TagId, ProductTag> tags) {
    static final Facets NONE = of(List.of(), List.of(), List.of());

    static Facets of(List<Outcome> outcomes, List<Release> releases, List<ProductTag> tags) {
        return new Facets(
                new Parts<>(Facet.OUTCOMES.kind(), outcomes),
                new Parts<>(Facet.RELEASES.kind(), releases),
                new Parts<>(Facet.TAGS.kind(), tags));
    }

    Facets withOutcomes(Parts<OutcomeId, Outcome> others) {
        return new Facets(others, releases, tags);
    }

    Facets withReleases(Parts<ReleaseId, Release> others) {
        return new Facets(outcomes, others, tags);
    }

    Facets withTags(Parts<TagId, ProductTag> others) {
        return new Facets(outcomes, releases, others);
    }

    References references() {
        return new References(outcomes.references(), releases.references(), tags.references());
    }

    Taken taking(ProductDocument document, boolean prune, Supplier<UUID> ids) {
        return new Taken(
                outcomes.taking(document.outcomes(), prune, ids),
                releases.taking(document.releases(), prune, ids),
                tags.taking(document.tags(), prune, ids));
    }

    /** What came of a document. */
    record Taken(
            Parts.Taken<OutcomeId, Outcome> outcomes,
            Parts.Taken<ReleaseId, Release> releases,
            Parts.Taken<TagId, ProductTag> tags) {
        Facets facets() {
            return new Facets(outcomes.parts(), releases.parts(), tags.parts());
        }

        References references() {
            return new References(outcomes.references(), releases.references(), tags.references());
        }

        /** What is to be said when two of a kind would now share a name. */
        Optional<DomainException> clash() {
            return Stream.of(outcomes.clash("/outcomes"), releases.clash("/releases"), tags.clash("/tags"))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    }

    /** How a task refers to them. */
    record References(
            Parts.References<OutcomeId, Outcome> outcomes,
            Parts.References<ReleaseId, Release> releases,
            Parts.References<TagId, ProductTag> tags) {}
}
