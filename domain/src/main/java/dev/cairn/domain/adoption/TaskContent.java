package dev.cairn.domain.adoption;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.Priority;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.Weight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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

    /** What of it differs from later content, under the names that clients know. */
    List<FieldChange> until(TaskContent later) {
        return new FieldChange.Comparison()
                .field("name", name, later.name)
                .field("description", description, later.description)
                .field("estMinutes", estMinutes, later.estMinutes)
                .field("weight", weight.value(), later.weight.value())
                .field("sequenceNumber", sequenceNumber, later.sequenceNumber)
                .field("priority", priority.map(Enum::name), later.priority.map(Enum::name))
                .field("howToDoc", howToDoc, later.howToDoc)
                .field("howToVideo", howToVideo, later.howToVideo)
                .field("notes", notes, later.notes)
                .field("licenseLevel", licenseLevel.name(), later.licenseLevel.name())
                .field("outcomes", figures(outcomes, TaskContent::figure), figures(later.outcomes, TaskContent::figure))
                .field("releases", figures(releases, TaskContent::figure), figures(later.releases, TaskContent::figure))
                .field("tags", figures(tags, TaskContent::figure), figures(later.tags, TaskContent::figure))
                .done();
    }

    private static <T> List<Map<String, Object>> figures(List<T> parts, Function<T, Map<String, Object>> figure) {
        return parts.stream().map(figure).toList();
    }

    private static Map<String, Object> figure(Blueprint.Outcome outcome) {
        return figure("id", outcome.id().value().toString(), "name", outcome.name());
    }

    private static Map<String, Object> figure(Blueprint.Release release) {
        var figure = figure("id", release.id().value().toString(), "name", release.name());
        figure.put("level", release.level().stripTrailingZeros());
        return figure;
    }

    private static Map<String, Object> figure(Blueprint.Tag tag) {
        return tag.color()
                .map(color -> figure("name", tag.name(), "color", color))
                .orElseGet(() -> new LinkedHashMap<>(Map.of("name", tag.name())));
    }

    private static Map<String, Object> figure(String first, Object one, String second, Object other) {
        var figure = new LinkedHashMap<String, Object>();
        figure.put(first, one);
        figure.put(second, other);
        return figure;
    }
}
