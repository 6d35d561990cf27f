package dev.cairn.domain.catalog;

import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.Priority;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.WebAddress;
import dev.cairn.domain.shared.Weight;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a document says of a task.
 *
 * @param estMinutes 0 when nobody says
 * @param weight 0 when nobody says
 * @param sequenceNumber the place it is to have, from 1
 * @param licenseLevel ESSENTIAL when nobody says
 * @param outcomes keys or ids of outcomes of the product; releases and tags likewise
 */
public record TaskDocument(
        Optional<PartKey> key,
        String name,
        Optional<String> description,
        Optional<Integer> estMinutes,
        Optional<Weight> weight,
        Optional<Integer> sequenceNumber,
        Optional<Priority> priority,
        Optional<LicenseLevel> licenseLevel,
        Optional<List<String>> outcomes,
        Optional<List<String>> releases,
        Optional<List<String>> tags,
        Optional<List<String>> howToDoc,
        Optional<List<String>> howToVideo,
        Optional<String> notes,
        List<TelemetryDocument> telemetry)
        implements Keyed {
    public TaskDocument {
        telemetry = List.copyOf(telemetry);
    }

    /** A task as somebody wrote it, unchecked. Pointers of faults are the names of these parts. */
    public record Draft(
            Optional<String> key,
            Optional<String> name,
            Optional<String> description,
            Optional<Integer> estMinutes,
            Optional<BigDecimal> weight,
            Optional<Integer> sequenceNumber,
            Optional<Priority> priority,
            Optional<LicenseLevel> licenseLevel,
            Optional<List<String>> outcomes,
            Optional<List<String>> releases,
            Optional<List<String>> tags,
            Optional<List<String>> howToDoc,
            Optional<List<String>> howToVideo,
            Optional<String> notes,
            List<TelemetryDocument.Draft> telemetry) {}

    /** Checks a draft as a whole; fails with VALIDATION_ERROR and every fault of it. */
    public static TaskDocument of(Draft draft) {
        var faults = new Faults();
        var checked = checked(draft, "", faults);
        faults.orThrow();
        return checked;
    }

    static TaskDocument checked(Draft draft, String place, Faults faults) {
        var fields = new Fields(faults, place);
        var telemetry = fields.list(
                "/telemetry",
                draft.telemetry(),
                Limits.TELEMETRY,
                (definition, at) -> TelemetryDocument.checked(definition, new Fields(faults, at)));
        fields.eachOnce("/telemetry", telemetry, true);
        return new TaskDocument(
                fields.key(draft.key()),
                fields.name(draft.name()),
                fields.text("/description", draft.description(), Limits.LONG_TEXT),
                fields.number("/estMinutes", draft.estMinutes(), 0, Limits.EST_MINUTES),
                fields.value("/weight", draft.weight(), Weight::new),
                fields.number("/sequenceNumber", draft.sequenceNumber(), 1, Integer.MAX_VALUE),
                draft.priority(),
                draft.licenseLevel(),
                fields.distinct("/outcomes", draft.outcomes(), Limits.PARTS),
                fields.distinct("/releases", draft.releases(), Limits.PARTS),
                fields.distinct("/tags", draft.tags(), Limits.PARTS),
                fields.texts("/howToDoc", draft.howToDoc(), Limits.LINKS, WebAddress::checked),
                fields.texts("/howToVideo", draft.howToVideo(), Limits.LINKS, WebAddress::checked),
                fields.text("/notes", draft.notes(), Limits.LONG_TEXT),
                telemetry);
    }

    static TaskDocument of(ProductTask task, Facets facets) {
        return new TaskDocument(
                Optional.of(task.key()),
                task.name(),
                task.description(),
                Optional.of(task.estMinutes()),
                Optional.of(task.weight()),
                Optional.of(task.sequenceNumber()),
                task.priority(),
                Optional.of(task.licenseLevel()),
                Optional.of(facets.outcomes().keys(task.outcomes())),
                Optional.of(facets.releases().keys(task.releases())),
                Optional.of(facets.tags().keys(task.tags())),
                Optional.of(task.howToDoc()),
                Optional.of(task.howToVideo()),
                task.notes(),
                task.telemetry().stream().map(TelemetryDocument::of).toList());
    }
}
