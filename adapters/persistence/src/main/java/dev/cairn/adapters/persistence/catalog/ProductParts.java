package dev.cairn.adapters.persistence.catalog;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Stacked;
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
import dev.cairn.domain.shared.ProductId;
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

/** The parts of a product or a solution as they are stored: one statement, however many there are. */
record ProductParts(
        List<Outcome> outcomes,
        List<Release> releases,
        List<ProductTag> tags,
        List<ProductTask> tasks,
        List<ProductId> products) {
    /** The columns of a task, of a table named t, in the order they are read. */
    static final String TASK_COLUMNS = """
            t.id, t.key, t.name, t.description, t.est_minutes, t.weight, t.position, t.priority, t.how_to_doc,
            t.how_to_video, t.notes, t.license_level, t.outcome_ids, t.release_ids, t.tag_ids""";

    private static final String DEFINITION_COLUMNS = """
            d.task_id, d.id, d.key, d.name, d.description, d.data_type, d.is_required, d.success_criteria::text,
            d.sort_order, d.is_active""";

    private static final Stacked ALL = Stacked.of(
            part("product_outcome", "o", "o.id, o.key, o.name"),
            part("product_release", "r", "r.id, r.key, r.name, r.level"),
            part("product_tag", "g", "g.id, g.key, g.name, g.color, g.sort_order"),
            part("product_task", "t", TASK_COLUMNS),
            part("telemetry_definition", "d", DEFINITION_COLUMNS),
            new Stacked.Part("solution_product", "m", "m.product_id", "m.position", "m.solution_id = $1"));

    /** The same of many products, each row with its product in front; products hold none. */
    private static final Stacked OF_MANY = Stacked.of(
            partOfMany("product_outcome", "o", "o.id, o.key, o.name"),
            partOfMany("product_release", "r", "r.id, r.key, r.name, r.level"),
            partOfMany("product_tag", "g", "g.id, g.key, g.name, g.color, g.sort_order"),
            partOfMany("product_task", "t", TASK_COLUMNS),
            partOfMany("telemetry_definition", "d", DEFINITION_COLUMNS));

    private static Stacked.Part part(String table, String alias, String columns) {
        return new Stacked.Part(table, alias, columns, alias + ".position", alias + ".product_id = $1");
    }

    private static Stacked.Part partOfMany(String table, String alias, String columns) {
        return new Stacked.Part(
                table, alias, alias + ".product_id, " + columns, alias + ".position", alias + ".product_id = any ($1)");
    }

    /** Runs a query that has its id as its one argument. */
    interface Query {
        Uni<List<Line>> run(String sql);
    }

    /** Reads the parts of one; the statement is handed over before the answer is needed. */
    static Uni<ProductParts> read(Query query) {
        return query.run(ALL.sql()).map(ALL::apart).map(ProductParts::of);
    }

    /** The parts of many products, by the ids of the products. */
    record OfMany(List<Map<UUID, List<Line>>> tables) {
        /** The parts of one of them; each can be asked for once. */
        ProductParts of(UUID product) {
            var own = new ArrayList<List<Line>>();
            tables.forEach(table -> own.add(table.getOrDefault(product, List.of())));
            own.add(List.of());
            return ProductParts.of(own);
        }
    }

    /** Reads the parts of many products; the query has an array of their ids as its one argument. */
    static Uni<OfMany> readAll(Query query) {
        return query.run(OF_MANY.sql())
                .map(OF_MANY::apart)
                .map(tables -> new OfMany(tables.stream()
                        .map(lines -> lines.stream().collect(Collectors.groupingBy(Line::uuid)))
                        .toList()));
    }

    private static ProductParts of(List<List<Line>> found) {
        var definitions = definitions(found.get(4));
        return new ProductParts(
                found.get(0).stream()
                        .map(line -> new Outcome(new OutcomeId(line.uuid()), new PartKey(line.text()), line.text()))
                        .toList(),
                found.get(1).stream()
                        .map(line -> new Release(
                                new ReleaseId(line.uuid()),
                                new PartKey(line.text()),
                                line.text(),
                                new ReleaseLevel(line.decimal())))
                        .toList(),
                found.get(2).stream()
                        .map(line -> new ProductTag(
                                new TagId(line.uuid()),
                                new PartKey(line.text()),
                                line.text(),
                                line.maybeText(),
                                line.count()))
                        .toList(),
                found.get(3).stream().map(line -> task(line, definitions)).toList(),
                found.get(5).stream().map(line -> new ProductId(line.uuid())).toList());
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
