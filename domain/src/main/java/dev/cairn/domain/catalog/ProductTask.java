package dev.cairn.domain.catalog;

import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.Priority;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.FoldedText;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.ReleaseId;
import dev.cairn.domain.shared.TagId;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import dev.cairn.domain.shared.Weight;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One step of adopting a product.
 *
 * @param key unique among the product's tasks
 * @param name 1 to 255 characters; tasks may share one
 * @param description at most 5,000 characters
 * @param estMinutes estimated effort in minutes, 0 to 1,000,000
 * @param weight its share of the product; all tasks together weigh at most 100
 * @param sequenceNumber its place in the product, dense from 1
 * @param howToDoc at most 50 http or https addresses of texts
 * @param howToVideo at most 50 http or https addresses of videos
 * @param notes at most 5,000 characters
 * @param licenseLevel the least level that includes the task
 * @param outcomes what it helps to reach; none means it helps with all
 * @param releases the releases it is about; none means all
 * @param telemetry what tells how far it is, in order
 */
public record ProductTask(
        ProductTaskId id,
        PartKey key,
        String name,
        Optional<String> description,
        int estMinutes,
        Weight weight,
        int sequenceNumber,
        Optional<Priority> priority,
        List<String> howToDoc,
        List<String> howToVideo,
        Optional<String> notes,
        LicenseLevel licenseLevel,
        Set<OutcomeId> outcomes,
        Set<ReleaseId> releases,
        Set<TagId> tags,
        List<TelemetryDefinition> telemetry)
        implements Part<ProductTaskId> {
    /** How the definitions of one task hang together. */
    static final PartKind<TelemetryDefinitionId, TelemetryDefinition> TELEMETRY = new PartKind<>(
            "telemetry definition",
            TelemetryDefinitionId::new,
            ErrorCode.TELEMETRY_NAME_EXISTS,
            Comparator.comparingInt(TelemetryDefinition::order)
                    .thenComparing(
                            definition -> FoldedText.of(definition.name()).value()));

    public ProductTask {
        howToDoc = List.copyOf(howToDoc);
        howToVideo = List.copyOf(howToVideo);
        outcomes = Set.copyOf(outcomes);
        releases = Set.copyOf(releases);
        tags = Set.copyOf(tags);
        telemetry = new Parts<>(TELEMETRY, telemetry).all();
    }

    /** The same task in another place. */
    ProductTask at(int place) {
        return place == sequenceNumber ? this : with(place, weight, outcomes, releases, tags);
    }

    /** The same task with another weight. */
    ProductTask weighing(Weight other) {
        return with(sequenceNumber, other, outcomes, releases, tags);
    }

    /** The same task without references to what is not there any more. */
    ProductTask within(Facets facets) {
        return with(
                sequenceNumber,
                weight,
                known(outcomes, facets.outcomes()),
                known(releases, facets.releases()),
                known(tags, facets.tags()));
    }

    private static <I, P extends Part<I>> Set<I> known(Set<I> ids, Parts<I, P> parts) {
        return ids.stream().filter(id -> parts.find(id).isPresent()).collect(Collectors.toUnmodifiableSet());
    }

    private ProductTask with(
            int place, Weight heavy, Set<OutcomeId> someOutcomes, Set<ReleaseId> someReleases, Set<TagId> someTags) {
        return new ProductTask(
                id,
                key,
                name,
                description,
                estMinutes,
                heavy,
                place,
                priority,
                howToDoc,
                howToVideo,
                notes,
                licenseLevel,
                someOutcomes,
                someReleases,
                someTags,
                telemetry);
    }
}
