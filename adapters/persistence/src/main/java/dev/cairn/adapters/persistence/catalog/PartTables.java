package dev.cairn.adapters.persistence.catalog;

import dev.cairn.adapters.persistence.shared.Columns;
import dev.cairn.adapters.persistence.shared.Unit;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.catalog.Part;
import dev.cairn.domain.catalog.ProductTask;
import dev.cairn.domain.catalog.TelemetryDefinition;
import dev.cairn.domain.shared.FoldedText;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ReleaseId;
import dev.cairn.domain.shared.TagId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes the parts of a product; a kind of parts that did not change is left alone. */
final class PartTables {
    private static final PartTable OUTCOMES =
            new PartTable("product_outcome", "id uuid", "position int", "key text", "name text", "name_key text");

    private static final PartTable RELEASES = new PartTable(
            "product_release", "id uuid", "position int", "key text", "name text", "name_key text", "level numeric");

    private static final PartTable TAGS = new PartTable(
            "product_tag",
            "id uuid",
            "position int",
            "key text",
            "name text",
            "name_key text",
            "color text",
            "sort_order int");

    private static final PartTable TASKS = new PartTable(
            "product_task",
            "id uuid",
            "position int",
            "key text",
            "name text",
            "name_key text",
            "description text",
            "est_minutes int",
            "weight numeric",
            "priority text",
            "how_to_doc jsonb",
            "how_to_video jsonb",
            "notes text",
            "license_level text",
            "outcome_ids uuid[]",
            "release_ids uuid[]",
            "tag_ids uuid[]");

    private static final PartTable TELEMETRY = new PartTable(
            "telemetry_definition",
            "id uuid",
            "task_id uuid",
            "position int",
            "key text",
            "name text",
            "name_key text",
            "description text",
            "data_type text",
            "is_required boolean",
            "success_criteria jsonb",
            "sort_order int",
            "is_active boolean");

    private static final String NOT_HELD =
            "delete from solution_product where solution_id = $1 and product_id <> all ($2)";

    private static final String HELD = """
            insert into solution_product (org_id, solution_id, product_id, position)
            select $1, $2, n.id, n.position from unnest($3::uuid[]) with ordinality as n(id, position)
            on conflict (org_id, solution_id, product_id) do update set position = excluded.position""";

    private PartTables() {}

    /** Writes what differs from how the product was loaded; of a new product, everything. */
    static void write(Unit unit, Optional<Offering.Snapshot> loaded, Offering.Snapshot state) {
        var product = state.id().value();
        if (loaded.isEmpty() || !loaded.get().outcomes().equals(state.outcomes())) {
            OUTCOMES.write(
                    unit,
                    product,
                    rows(
                            state.outcomes(),
                            (part, row) -> row.put("id", part.id().value())));
        }
        if (loaded.isEmpty() || !loaded.get().releases().equals(state.releases())) {
            RELEASES.write(unit, product, rows(state.releases(), (part, row) -> {
                row.put("id", part.id().value());
                row.put("level", part.level().value());
            }));
        }
        if (loaded.isEmpty() || !loaded.get().tags().equals(state.tags())) {
            TAGS.write(unit, product, rows(state.tags(), (part, row) -> {
                row.put("id", part.id().value());
                part.color().ifPresent(color -> row.put("color", color));
                row.put("sort_order", part.order());
            }));
        }
        if (loaded.isEmpty() || !loaded.get().tasks().equals(state.tasks())) {
            TASKS.write(unit, product, rows(state.tasks(), PartTables::task));
            TELEMETRY.write(unit, product, telemetry(state.tasks()));
        }
        if (!state.products().equals(loaded.map(Offering.Snapshot::products).orElse(List.of()))) {
            var held = Columns.ids(state.products(), ProductId::value);
            unit.later(NOT_HELD, product, held);
            unit.later(HELD, state.org().value(), product, held);
        }
    }

    private interface Filling<P> {
        void fill(P part, Map<String, Object> row);
    }

    private static <P extends Part<?>> List<Map<String, Object>> rows(List<P> parts, Filling<P> filling) {
        var rows = new ArrayList<Map<String, Object>>(parts.size());
        for (var part : parts) {
            var row = new HashMap<String, Object>();
            // Places count from 1, as a task's sequence number does.
            row.put("position", rows.size() + 1);
            row.put("key", part.key().value());
            row.put("name", part.name());
            row.put("name_key", FoldedText.of(part.name()).value());
            filling.fill(part, row);
            rows.add(row);
        }
        return rows;
    }

    private static void task(ProductTask task, Map<String, Object> row) {
        row.put("id", task.id().value());
        task.description().ifPresent(text -> row.put("description", text));
        row.put("est_minutes", task.estMinutes());
        row.put("weight", task.weight().value());
        task.priority().ifPresent(priority -> row.put("priority", priority.name()));
        row.put("how_to_doc", task.howToDoc());
        row.put("how_to_video", task.howToVideo());
        task.notes().ifPresent(text -> row.put("notes", text));
        row.put("license_level", task.licenseLevel().name());
        row.put("outcome_ids", task.outcomes().stream().map(OutcomeId::value).toList());
        row.put("release_ids", task.releases().stream().map(ReleaseId::value).toList());
        row.put("tag_ids", task.tags().stream().map(TagId::value).toList());
    }

    private static List<Map<String, Object>> telemetry(List<ProductTask> tasks) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var task : tasks) {
            rows.addAll(rows(
                    task.telemetry(), (definition, row) -> definition(task.id().value(), definition, row)));
        }
        return rows;
    }

    private static void definition(UUID task, TelemetryDefinition definition, Map<String, Object> row) {
        row.put("id", definition.id().value());
        row.put("task_id", task);
        definition.description().ifPresent(text -> row.put("description", text));
        row.put("data_type", definition.dataType().name());
        row.put("is_required", definition.required());
        definition
                .successCriteria()
                .ifPresent(criterion ->
                        row.put("success_criteria", criterion.toJson().members()));
        row.put("sort_order", definition.order());
        row.put("is_active", definition.active());
    }
}
