package dev.cairn.adapters.persistence.catalog;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.StoredCriteria;
import dev.cairn.domain.catalog.Outcome;
import dev.cairn.domain.catalog.PartKey;
import dev.cairn.domain.catalog.ProductTag;
import dev.cairn.domain.catalog.ProductTask;
import dev.cairn.domain.catalog.Release;
import dev.cairn.domain.catalog.ReleaseLevel;
import dev.cairn.domain.catalog.TelemetryDefinition;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.Priority;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.ReleaseId;
import dev.cairn.domain.shared.TagId;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import dev.cairn.domain.shared.Weight;
import dev.cairn.domain.telemetry.published.DataType;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The parts of a product as they are stored: three statements, however many there are. */
record ProductParts(List<Outcome> outcomes, List<Release> releases, List<ProductTag> tags, List<ProductTask> tasks) {
    /** Outcomes, releases and tags of product $1, in order. */
    static final String FACETS = """
            select f.kind, f.id, f.key, f.name, f.level, f.color, f.sort_order from (
              select 1 as kind, id, key, name, 0::numeric as level, null::varchar as color, 0 as sort_order, position
                from product_outcome where product_id = $1
              union all
              select 2, id, key, name, level, null, 0, position from product_release where product_id = $1
              union all
              select 3, id, key, name, 0, color, sort_order, position from product_tag where product_id = $1) f
             order by f.kind, f.position""";

    /** The columns of a task, of a table named t, in the order they are read. */
    static final String TASK_COLUMNS = """
            t.id, t.key, t.name, t.description, t.est_minutes, t.weight, t.position, t.priority, t.how_to_doc,
            t.how_to_video, t.notes, t.license_level, t.outcome_ids, t.release_ids, t.tag_ids""";

    /** The tasks of product $1, in sequence. */
    static final String TASKS =
            "select " + TASK_COLUMNS + " from product_task t where t.product_id = $1 order by t.position";

    /** The telemetry definitions of product $1, by task, in order. */
    static final String TELEMETRY = """
            select d.task_id, d.id, d.key, d.name, d.description, d.data_type, d.is_required, d.success_criteria::text,
                   d.sort_order, d.is_active
              from telemetry_definition d where d.product_id = $1 order by d.task_id, d.position""";

    /** Runs a query that has the product's id as its one argument. */
    interface Query {
        Uni<List<Line>> run(String sql);
    }

    /** Reads the parts of a product; the statements are all handed over before the first answer is needed. */
    static Uni<ProductParts> read(Query query) {
        var facets = query.run(FACETS);
        var tasks = query.run(TASKS);
        var telemetry = query.run(TELEMETRY);
        return facets.chain(some -> tasks.chain(more -> telemetry.map(rest -> of(some, more, rest))));
    }

    private static ProductParts of(List<Line> facets, List<Line> tasks, List<Line> telemetry) {
        var outcomes = new ArrayList<Outcome>();
        var releases = new ArrayList<Release>();
        var tags = new ArrayList<ProductTag>();
        for (var line : facets) {
            var kind = line.count();
            var id = line.uuid();
            var key = new PartKey(line.text());
            var name = line.text();
            var level = line.decimal();
            var color = line.maybeText();
            switch (kind) {
                case 1 -> outcomes.add(new Outcome(new OutcomeId(id), key, name));
                case 2 -> releases.add(new Release(new ReleaseId(id), key, name, new ReleaseLevel(level)));
                default -> tags.add(new ProductTag(new TagId(id), key, name, color, line.count()));
            }
        }
        var definitions = definitions(telemetry);
        return new ProductParts(
                outcomes,
                releases,
                tags,
                tasks.stream().map(line -> task(line, definitions)).toList());
    }

    /** The definitions of each task. */
    static Map<UUID, List<TelemetryDefinition>> definitions(List<Line> lines) {
        var byTask = new HashMap<UUID, List<TelemetryDefinition>>();
        lines.forEach(line -> byTask.computeIfAbsent(line.uuid(), task -> new ArrayList<>())
                .add(new TelemetryDefinition(
                        new TelemetryDefinitionId(line.uuid()),
                        new PartKey(line.text()),
                        line.text(),
                        line.maybeText(),
                        line.constant(DataType.class),
                        line.flag(),
                        line.maybeText().map(StoredCriteria::read),
                        line.count(),
                        line.flag())));
        return byTask;
    }

    /** A task of {@link #TASK_COLUMNS}. */
    static ProductTask task(Line line, Map<UUID, List<TelemetryDefinition>> definitions) {
        var id = line.uuid();
        return new ProductTask(
                new ProductTaskId(id),
                new PartKey(line.text()),
                line.text(),
                line.maybeText(),
                line.count(),
                new Weight(line.decimal()),
                line.count(),
                line.maybeConstant(Priority.class),
                line.jsonTexts(),
                line.jsonTexts(),
                line.maybeText(),
                line.constant(LicenseLevel.class),
                ids(line, OutcomeId::new),
                ids(line, ReleaseId::new),
                ids(line, TagId::new),
                definitions.getOrDefault(id, List.of()));
    }

    private static <I> Set<I> ids(Line line, Function<UUID, I> id) {
        return line.uuids().stream().map(id).collect(Collectors.toSet());
    }
}
