package dev.cairn.domain.adoption;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.Priority;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.Weight;
import java.util.List;
import java.util.Optional;

/**
 * What was copied of a catalogue task. It stays as it is, whatever becomes of the source, until a synchronisation.
 *
 * @param originalTaskId the source; it may be gone
 * @param name what is to be done
 * @param estMinutes estimated effort in minutes, from 0
 * @param weight its share of the product
 * @param sequenceNumber its place in the product, from 1; a plan may have gaps
 * @param howToDoc http or https addresses of texts
 * @param howToVideo http or https addresses of videos
 * @param notes what the author of the catalogue adds
 * @param licenseLevel the least license level that gets it
 */
public record TaskContent(
        ProductTaskId originalTaskId,
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
        List<Blueprint.Outcome> outcomes,
        List<Blueprint.Release> releases,
        List<Blueprint.Tag> tags) {
    public TaskContent {
        howToDoc = List.copyOf(howToDoc);
        howToVideo = List.copyOf(howToVideo);
        outcomes = List.copyOf(outcomes);
        releases = List.copyOf(releases);
        tags = List.copyOf(tags);
    }

    /** A copy of the task as it is now. */
    static TaskContent of(Blueprint.Task source) {
        return new TaskContent(
                source.id(),
                source.name(),
                source.description(),
                source.estMinutes(),
                source.weight(),
                source.sequenceNumber(),
                source.priority(),
                source.howToDoc(),
                source.howToVideo(),
                source.notes(),
                source.licenseLevel(),
                source.outcomes(),
                source.releases(),
                source.tags());
    }
}
