package dev.cairn.domain.catalog;

import dev.cairn.domain.catalog.CatalogChange.What;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.FoldedText;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ReleaseId;
import dev.cairn.domain.shared.TagId;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A sort of thing that the tasks of a product refer to. The three sorts behave alike, so a product has one behaviour for
 * all of them and is told the sort.
 */
public final class Facet<I, P extends Part<I>> {
    /** What customers want to reach, in the order of their creation. */
    public static final Facet<OutcomeId, Outcome> OUTCOMES = new Facet<>(
            new PartKind<>(
                    "outcome",
                    OutcomeId::new,
                    ErrorCode.OUTCOME_NAME_EXISTS,
                    Comparator.comparing(outcome -> outcome.id().value())),
            ErrorCode.OUTCOME_NOT_FOUND,
            Facets::outcomes,
            Facets::withOutcomes,
            new Telling(What.OUTCOME_ADDED, What.OUTCOME_CHANGED, What.OUTCOME_REMOVED));

    /** Releases by level, ties by name. */
    public static final Facet<ReleaseId, Release> RELEASES = new Facet<>(
            new PartKind<>(
                    "release",
                    ReleaseId::new,
                    ErrorCode.RELEASE_NAME_EXISTS,
                    Comparator.comparing(Release::level)
                            .thenComparing(
                                    release -> FoldedText.of(release.name()).value())),
            ErrorCode.RELEASE_NOT_FOUND,
            Facets::releases,
            Facets::withReleases,
            new Telling(What.RELEASE_ADDED, What.RELEASE_CHANGED, What.RELEASE_REMOVED));

    /** Tags by their order, ties by name. */
    public static final Facet<TagId, ProductTag> TAGS = new Facet<>(
            new PartKind<>(
                    "tag",
                    TagId::new,
                    ErrorCode.TAG_NAME_EXISTS,
                    Comparator.comparingInt(ProductTag::order)
                            .thenComparing(tag -> FoldedText.of(tag.name()).value())),
            ErrorCode.TAG_NOT_FOUND,
            Facets::tags,
            Facets::withTags,
            new Telling(What.TAG_ADDED, What.TAG_CHANGED, What.TAG_REMOVED));

    private final PartKind<I, P> kind;
    private final ErrorCode missing;
    private final Function<Facets, Parts<I, P>> in;
    private final BiFunction<Facets, Parts<I, P>, Facets> instead;
    private final Telling telling;

    /** What an event is called when one comes, changes, goes. */
    record Telling(What added, What changed, What removed) {}

    private Facet(
            PartKind<I, P> kind,
            ErrorCode missing,
            Function<Facets, Parts<I, P>> in,
            BiFunction<Facets, Parts<I, P>, Facets> instead,
            Telling telling) {
        this.kind = kind;
        this.missing = missing;
        this.in = in;
        this.instead = instead;
        this.telling = telling;
    }

    /** The parts of this sort that a product has, in their order. */
    public List<P> of(Offering.Snapshot product) {
        return in(facets(product)).all();
    }

    /** One part of this sort that a product has. Fails with OUTCOME_NOT_FOUND, RELEASE_NOT_FOUND or TAG_NOT_FOUND. */
    public P of(Offering.Snapshot product, I id) {
        return get(facets(product), id);
    }

    private static Facets facets(Offering.Snapshot product) {
        return Facets.of(product.outcomes(), product.releases(), product.tags());
    }

    PartKind<I, P> kind() {
        return kind;
    }

    Telling telling() {
        return telling;
    }

    /** The parts of this sort. */
    Parts<I, P> in(Facets facets) {
        return in.apply(facets);
    }

    /** One part of this sort, or its NOT_FOUND. */
    P get(Facets facets, I id) {
        return in(facets)
                .find(id)
                .orElseThrow(() -> new DomainException(missing, "The product has no such " + kind.noun() + "."));
    }

    /** All facets, with these parts instead of the ones of this sort. */
    Facets instead(Facets facets, Parts<I, P> parts) {
        return instead.apply(facets, parts);
    }
}
