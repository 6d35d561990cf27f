package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Json;
import dev.cairn.domain.adoption.Archival;
import dev.cairn.domain.adoption.ArchiveReason;
import dev.cairn.domain.adoption.LastSync.TaskBefore;
import dev.cairn.domain.adoption.Reading;
import dev.cairn.domain.adoption.TaskContent;
import dev.cairn.domain.adoption.TelemetryAttribute;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.Priority;
import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.ReleaseId;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.shared.TelemetryAttributeId;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import dev.cairn.domain.shared.Weight;
import dev.cairn.domain.telemetry.published.Criterion;
import dev.cairn.domain.telemetry.published.DataType;
import io.vertx.core.json.JsonArray;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Tasks as they were before a synchronisation, as the JSON of {@code plan_sync.tasks}. */
final class KeptTasks {
    private KeptTasks() {}

    static String write(List<TaskBefore> tasks) {
        return Json.write(tasks.stream().map(KeptTasks::write).toList());
    }

    private static Map<String, Object> write(TaskBefore task) {
        var content = task.content();
        var json = new LinkedHashMap<String, Object>();
        json.put("id", text(task.task().value()));
        task.archival().ifPresent(away -> {
            json.put("archivedAt", away.at().toString());
            json.put("archiveReason", away.reason().name());
        });
        json.put("originalTaskId", text(content.originalTaskId().value()));
        json.put("name", content.name());
        content.description().ifPresent(text -> json.put("description", text));
        json.put("estMinutes", content.estMinutes());
        json.put("weight", content.weight().value());
        json.put("sequenceNumber", content.sequenceNumber());
        content.priority().ifPresent(priority -> json.put("priority", priority.name()));
        json.put("howToDoc", content.howToDoc());
        json.put("howToVideo", content.howToVideo());
        content.notes().ifPresent(text -> json.put("notes", text));
        json.put("licenseLevel", content.licenseLevel().name());
        json.put("outcomes", plain(TaskRow.outcomes(content)));
        json.put("releases", plain(TaskRow.releases(content)));
        json.put("tags", plain(TaskRow.tags(content)));
        json.put("telemetry", task.telemetry().stream().map(KeptTasks::write).toList());
        return json;
    }

    private static Map<String, Object> write(TelemetryAttribute attribute) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", text(attribute.id().value()));
        json.put("originalAttributeId", text(attribute.originalAttributeId().value()));
        json.put("name", attribute.name());
        attribute.description().ifPresent(text -> json.put("description", text));
        json.put("dataType", attribute.dataType().name());
        json.put("isRequired", attribute.required());
        attribute
                .successCriteria()
                .ifPresent(criteria ->
                        json.put("successCriteria", criteria.toJson().members()));
        json.put("order", attribute.order());
        json.put("isActive", attribute.active());
        return json;
    }

    private static List<Map<String, Object>> plain(JsonArray array) {
        return array.stream()
                .map(item -> ((io.vertx.core.json.JsonObject) item).getMap())
                .toList();
    }

    private static String text(UUID id) {
        return id.toString();
    }

    static List<TaskBefore> read(String json) {
        return list(Json.value(json).content(), KeptTasks::task);
    }

    private static TaskBefore task(Fields json) {
        return new TaskBefore(
                new TaskId(json.id("id")),
                new TaskContent(
                        new ProductTaskId(json.id("originalTaskId")),
                        json.text("name"),
                        json.maybeText("description"),
                        json.whole("estMinutes"),
                        new Weight(json.decimal("weight")),
                        json.whole("sequenceNumber"),
                        json.maybeText("priority").map(Priority::valueOf),
                        json.texts("howToDoc"),
                        json.texts("howToVideo"),
                        json.maybeText("notes"),
                        LicenseLevel.valueOf(json.text("licenseLevel")),
                        list(
                                json.value("outcomes"),
                                it -> new Blueprint.Outcome(new OutcomeId(it.id("id")), it.text("name"))),
                        list(
                                json.value("releases"),
                                it -> new Blueprint.Release(
                                        new ReleaseId(it.id("id")), it.text("name"), new BigDecimal(it.text("level")))),
                        list(json.value("tags"), it -> new Blueprint.Tag(it.text("name"), it.maybeText("color")))),
                list(json.value("telemetry"), KeptTasks::attribute),
                json.maybeText("archivedAt")
                        .map(at -> new Archival(Instant.parse(at), ArchiveReason.valueOf(json.text("archiveReason")))));
    }

    private static TelemetryAttribute attribute(Fields json) {
        return new TelemetryAttribute(
                new TelemetryAttributeId(json.id("id")),
                new TelemetryDefinitionId(json.id("originalAttributeId")),
                json.text("name"),
                json.maybeText("description"),
                DataType.valueOf(json.text("dataType")),
                json.flag("isRequired"),
                json.maybeObject("successCriteria").map(Criterion::stored),
                json.whole("order"),
                json.flag("isActive"),
                Reading.NONE);
    }

    private static <T> List<T> list(Object array, Function<Fields, T> read) {
        return ((List<?>) array)
                .stream().map(item -> read.apply(new Fields((Map<?, ?>) item))).toList();
    }

    /** The members of an object that was written here. */
    private record Fields(Map<?, ?> members) {
        Object value(String name) {
            return maybe(name).orElseThrow(() -> new IllegalStateException("a kept task has no " + name));
        }

        private Optional<Object> maybe(String name) {
            return Optional.ofNullable(members.get(name));
        }

        String text(String name) {
            return (String) value(name);
        }

        Optional<String> maybeText(String name) {
            return maybe(name).map(String.class::cast);
        }

        UUID id(String name) {
            return UUID.fromString(text(name));
        }

        BigDecimal decimal(String name) {
            return (BigDecimal) value(name);
        }

        int whole(String name) {
            return decimal(name).intValueExact();
        }

        boolean flag(String name) {
            return (Boolean) value(name);
        }

        List<String> texts(String name) {
            return ((List<?>) value(name)).stream().map(String.class::cast).toList();
        }

        @SuppressWarnings("unchecked") // the names of members are texts
        Optional<JsonObject> maybeObject(String name) {
            return maybe(name).map(object -> new JsonObject((Map<String, Object>) object));
        }
    }
}
