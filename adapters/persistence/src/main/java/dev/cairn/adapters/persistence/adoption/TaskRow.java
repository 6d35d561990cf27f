package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Json;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.StoredCriteria;
import dev.cairn.domain.adoption.Archival;
import dev.cairn.domain.adoption.ArchiveReason;
import dev.cairn.domain.adoption.Completion;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.adoption.Reading;
import dev.cairn.domain.adoption.StatusNote;
import dev.cairn.domain.adoption.StatusStamp;
import dev.cairn.domain.adoption.TaskContent;
import dev.cairn.domain.adoption.TaskState;
import dev.cairn.domain.adoption.TelemetryAttribute;
import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.Priority;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.ReleaseId;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.shared.TelemetryAttributeId;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import dev.cairn.domain.shared.TelemetryValueId;
import dev.cairn.domain.shared.Weight;
import dev.cairn.domain.telemetry.published.DataType;
import dev.cairn.domain.telemetry.published.Observation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A task as columns of {@code customer_task} and {@code telemetry_attribute}. */
final class TaskRow {
    /** The columns of a task, of a table named t, in the order they are read. */
    static final String COLUMNS = """
            t.org_id, t.id, t.plan_id, t.customer_id, t.original_task_id, t.name, t.description, t.est_minutes, t.weight,
            t.sequence_number, t.priority, t.how_to_doc, t.how_to_video, t.notes, t.license_level, t.outcomes, t.releases,
            t.tags, t.status, t.status_mode, t.status_updated_at, t.status_updated_by, t.status_update_source,
            t.status_notes, t.completed_at, t.completed_by, t.archived_at, t.archive_reason, t.version""";

    /** How many these are. */
    static final int WIDTH = COLUMNS.split(",").length;

    /** The columns of a telemetry attribute, of a table named a, in the order they are read. */
    static final String TELEMETRY_COLUMNS = """
            a.id, a.original_attribute_id, a.name, a.description, a.data_type, a.is_required, a.success_criteria::text,
            a.sort_order, a.is_active, a.latest_value_id, a.latest_value::text, a.latest_observed_at, a.latest_received_at,
            a.is_met, a.is_fresh, a.last_checked_at""";

    private TaskRow() {}

    /** Reads a task; its telemetry attributes come from their own rows. */
    static CustomerTask.Snapshot read(Line line, List<TelemetryAttribute> telemetry) {
        return new CustomerTask.Snapshot(
                new OrgId(line.text()),
                new TaskId(line.uuid()),
                new PlanId(line.uuid()),
                new CustomerId(line.uuid()),
                content(line),
                telemetry,
                state(line),
                line.whole());
    }

    private static TaskContent content(Line line) {
        return new TaskContent(
                new ProductTaskId(line.uuid()),
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
                objects(
                        line.jsonArray(),
                        json -> new Blueprint.Outcome(new OutcomeId(id(json)), json.getString("name"))),
                objects(
                        line.jsonArray(),
                        json -> new Blueprint.Release(
                                new ReleaseId(id(json)),
                                json.getString("name"),
                                new BigDecimal(json.getString("level")))),
                objects(
                        line.jsonArray(),
                        json -> new Blueprint.Tag(
                                json.getString("name"), Optional.ofNullable(json.getString("color")))));
    }

    private static TaskState state(Line line) {
        var status = line.constant(TaskStatus.class);
        var mode = line.constant(StatusMode.class);
        var changedAt = line.maybeInstant();
        var changedBy = line.maybeText();
        var source = line.maybeConstant(StatusSource.class);
        var note = line.maybeText().map(StatusNote::new);
        var completedAt = line.maybeInstant();
        var completedBy = line.maybeText();
        var archivedAt = line.maybeInstant();
        var reason = line.maybeConstant(ArchiveReason.class);
        return new TaskState(
                status,
                mode,
                changedAt.map(at -> new StatusStamp(at, changedBy.orElseThrow(), source.orElseThrow(), note)),
                completedAt.map(at -> new Completion(at, completedBy.orElseThrow())),
                archivedAt.map(at -> new Archival(at, reason.orElseThrow())));
    }

    static TelemetryAttribute telemetry(Line line) {
        return new TelemetryAttribute(
                new TelemetryAttributeId(line.uuid()),
                new TelemetryDefinitionId(line.uuid()),
                line.text(),
                line.maybeText(),
                line.constant(DataType.class),
                line.flag(),
                line.maybeText().map(StoredCriteria::read),
                line.count(),
                line.flag(),
                reading(line));
    }

    private static Reading reading(Line line) {
        var id = line.maybeUuid().map(TelemetryValueId::new);
        var value = line.maybeText().map(Json::value);
        var observedAt = line.maybeInstant();
        var receivedAt = line.maybeInstant();
        return new Reading(
                id.map(of ->
                        new Observation(of, value.orElseThrow(), observedAt.orElseThrow(), receivedAt.orElseThrow())),
                line.flag(),
                line.flag(),
                line.maybeInstant());
    }

    private static UUID id(JsonObject json) {
        return UUID.fromString(json.getString("id"));
    }

    private static <T> List<T> objects(JsonArray array, Function<JsonObject, T> read) {
        return array.stream().map(item -> read.apply((JsonObject) item)).toList();
    }

    static JsonArray outcomes(TaskContent content) {
        var array = new JsonArray();
        content.outcomes()
                .forEach(outcome -> array.add(new JsonObject()
                        .put("id", outcome.id().value().toString())
                        .put("name", outcome.name())));
        return array;
    }

    static JsonArray releases(TaskContent content) {
        var array = new JsonArray();
        content.releases()
                .forEach(release -> array.add(new JsonObject()
                        .put("id", release.id().value().toString())
                        .put("name", release.name())
                        .put("level", release.level().toPlainString())));
        return array;
    }

    static JsonArray tags(TaskContent content) {
        var array = new JsonArray();
        content.tags().forEach(tag -> {
            var json = new JsonObject().put("name", tag.name());
            tag.color().ifPresent(color -> json.put("color", color));
            array.add(json);
        });
        return array;
    }
}
