package dev.cairn.adapters.rest.adoption;

import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.CriterionJson;
import dev.cairn.adapters.rest.shared.JsonFields;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.application.adoption.telemetry.RecordPlanTelemetry;
import dev.cairn.application.adoption.telemetry.RecordTelemetryValue;
import dev.cairn.application.adoption.telemetry.RecordTelemetryValues;
import dev.cairn.application.adoption.telemetry.SimulateCriteria;
import dev.cairn.application.adoption.telemetry.ValueBatch;
import dev.cairn.domain.adoption.ReportedValue;
import dev.cairn.domain.adoption.TelemetryBatch;
import dev.cairn.domain.adoption.ValueAddress;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.shared.TelemetryAttributeId;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What clients send about telemetry: the published shapes, and how commands are made of them. */
final class TelemetryBodies {
    /** The longest name of a task or an attribute that an address can carry. */
    private static final int MAX_NAME = 255;

    private TelemetryBodies() {}

    /** The published shape of one value. */
    @Schema(name = "NewTelemetryValue", description = "What was seen of a telemetry attribute.", examples = """
            {"value": 150, "source": "customer_system", "observedAt": "2026-11-21T08:00:00Z", "notes": "After the second wave", "dedupeKey": "export-17/4711"}""")
    record NewValue(
            @Schema(
                    required = true,
                    implementation = Object.class,
                    description =
                            "What was seen: any JSON that the attribute's data type takes. Text that reads as the type is that type.")
            Object value,

            @Schema(
                    description = "Where it comes from, in your own words: manual, api, customer_system, excel …",
                    minLength = 1,
                    maxLength = ReportedValue.MAX_SOURCE,
                    defaultValue = ReportedValue.API)
            Optional<String> source,

            @Schema(
                    description = "When it was seen; absent means now. From 1970 on, and at most five minutes ahead.",
                    format = "date-time")
            Optional<String> observedAt,

            @Schema(description = "What is said about it.", maxLength = ReportedValue.MAX_NOTES)
            Optional<String> notes,

            @Schema(
                    description = "By which you know it again: the same for the same attribute is stored once.",
                    minLength = 1,
                    maxLength = ReportedValue.MAX_DEDUPE_KEY)
            Optional<String> dedupeKey) {}

    /** The published shape of a value of a batch. */
    @Schema(
            name = "TelemetryRow",
            description =
                    "A value and what it is of: the attribute's id; or a plan and the id of the definition in the catalogue; or a plan and the names of task and attribute.")
    record RowShape(
            @Schema(description = "The attribute itself.") Optional<UUID> attributeId,

            @Schema(
                    description =
                            "The plan; with originalAttributeId, or with the two names. The path names it where there is one.")
            Optional<UUID> planId,

            @Schema(description = "The definition in the catalogue that the plan's attribute was copied from.")
            Optional<UUID> originalAttributeId,

            @Schema(
                    description = "The name of a task that is part of the plan, exactly.",
                    minLength = 1,
                    maxLength = MAX_NAME)
            Optional<String> taskName,

            @Schema(description = "The name of the task's attribute, exactly.", minLength = 1, maxLength = MAX_NAME)
            Optional<String> attributeName,

            @Schema(
                    required = true,
                    implementation = Object.class,
                    description = "What was seen: any JSON that the attribute's data type takes.")
            Object value,

            @Schema(
                    description = "Where it comes from.",
                    minLength = 1,
                    maxLength = ReportedValue.MAX_SOURCE,
                    defaultValue = ReportedValue.API)
            Optional<String> source,

            @Schema(description = "When it was seen; absent means now.", format = "date-time")
            Optional<String> observedAt,

            @Schema(description = "What is said about it.", maxLength = ReportedValue.MAX_NOTES)
            Optional<String> notes,

            @Schema(
                    description = "By which you know it again.",
                    minLength = 1,
                    maxLength = ReportedValue.MAX_DEDUPE_KEY)
            Optional<String> dedupeKey) {}

    /** The published shape of a batch. */
    @Schema(
            name = "TelemetryValues",
            description = "Values that come in together; one that cannot be taken stops no other.",
            examples = """
            {"batchId": "01936f2e-7a10-7c3a-9d52-0f6b3c1eb001", "fullFile": false, "evaluate": true, "values": [{"attributeId": "01936f2e-7a10-7c3a-9d52-0f6b3c1e9d01", "value": 150, "observedAt": "2026-11-21T08:00:00Z"}, {"planId": "01936f2e-7a10-7c3a-9d52-0f6b3c1e8c01", "taskName": "Connect the identity provider", "attributeName": "Provisioned users", "value": 150}]}""")
    record Values(
            @Schema(
                    description =
                            "By which you know the batch again; made when absent. A full file counts once under it.")
            Optional<UUID> batchId,

            @Schema(
                    description =
                            "Whether it holds all there is to say of every plan it has a row for. After a full file all tasks of those plans are judged, and what two of them in a row do not mention is no longer fresh.",
                    defaultValue = "false")
            Optional<Boolean> fullFile,

            @Schema(description = "Whether tasks are judged by it at once.", defaultValue = "true")
            Optional<Boolean> evaluate,

            @Schema(required = true, description = "The values.", minItems = 1, maxItems = TelemetryBatch.MAX)
            List<RowShape> values) {}

    static RecordTelemetryValue.Command value(
            TaskId task, TelemetryAttributeId attribute, boolean evaluate, Body body) {
        var faults = new Faults();
        var fields = JsonFields.of(body, faults);
        var reported = reported(fields);
        fields.noMore();
        faults.orThrow();
        return new RecordTelemetryValue.Command(task, attribute, reported.orElseThrow(), evaluate);
    }

    /** The published shape of a simulation. */
    @Schema(
            name = "NewSimulation",
            description = "Criteria of a telemetry definition that somebody thinks of.",
            examples = """
            {"productId": "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01", "taskId": "01936f2e-7a10-7c3a-9d52-0f6b3c1e8d01",
             "attributeId": "01936f2e-7a10-7c3a-9d52-0f6b3c1e8f01",
             "successCriteria": {"type": "number_threshold", "operator": "greater_than_or_equal", "threshold": 50}}""")
    record NewSimulation(
            @Schema(required = true, description = "The product.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01")
            UUID productId,

            @Schema(
                    required = true,
                    description = "The product's task.",
                    examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8d01")
            UUID taskId,

            @Schema(
                    required = true,
                    description = "The task's telemetry definition.",
                    examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8f01")
            UUID attributeId,

            @Schema(required = true, ref = CriterionJson.NAME, description = "When it would be met.")
            Map<String, Object> successCriteria,

            @Schema(
                    description = "Whether it would have to be met for the task to count as done; absent: as it is.",
                    examples = "true")
            Optional<Boolean> isRequired,

            @Schema(description = "Whether it would have a say; absent: as it is.", examples = "true")
            Optional<Boolean> isActive) {}

    static SimulateCriteria.Command simulation(Body body) {
        var faults = new Faults();
        var fields = JsonFields.of(body, faults);
        var product = fields.required("productId").id("productId");
        var task = fields.required("taskId").id("taskId");
        var attribute = fields.required("attributeId").id("attributeId");
        var criteria = fields.required("successCriteria").anyObject("successCriteria");
        var required = fields.flag("isRequired");
        var active = fields.flag("isActive");
        fields.noMore();
        faults.orThrow();
        return new SimulateCriteria.Command(
                new ProductId(product.orElseThrow()),
                new ProductTaskId(task.orElseThrow()),
                new TelemetryDefinitionId(attribute.orElseThrow()),
                criteria.orElseThrow(),
                required,
                active);
    }

    static RecordTelemetryValues.Command values(boolean dryRun, Body body) {
        return new RecordTelemetryValues.Command(batch(Optional.empty(), dryRun, body));
    }

    static RecordPlanTelemetry.Command valuesOf(PlanId plan, boolean dryRun, Body body) {
        return new RecordPlanTelemetry.Command(plan, batch(Optional.of(plan), dryRun, body));
    }

    /** Whether a command is only tried; it has no other parameter. */
    static boolean dryRun(UriInfo uri) {
        var query = Query.of(uri);
        var dryRun = query.flag("dryRun").orElse(false);
        query.noMore();
        return dryRun;
    }

    private static ValueBatch batch(Optional<PlanId> plan, boolean dryRun, Body body) {
        var faults = new Faults();
        var fields = JsonFields.of(body, faults).required("values");
        var id = fields.key("batchId");
        var fullFile = fields.flag("fullFile").orElse(false);
        var evaluate = fields.flag("evaluate").orElse(true);
        var rows = new ArrayList<ValueBatch.Row>();
        for (var row : fields.objects("values")) {
            var address = address(row, plan, faults);
            var reported = reported(row);
            row.noMore();
            address.ifPresent(where -> reported.ifPresent(value -> rows.add(new ValueBatch.Row(where, value))));
        }
        fields.noMore();
        faults.orThrow();
        return new ValueBatch(id, fullFile, evaluate, dryRun, StatusSource.TELEMETRY, rows);
    }

    private static Optional<ReportedValue> reported(JsonFields fields) {
        var value = fields.required("value").anyValue("value");
        var source = fields.text("source").orElse(ReportedValue.API);
        var observedAt = fields.anyInstant("observedAt");
        var notes = fields.text("notes");
        var dedupeKey = fields.text("dedupeKey");
        return value.flatMap(seen -> fields.at(() -> new ReportedValue(seen, source, observedAt, notes, dedupeKey)));
    }

    /** Exactly one of the three ways; the plan of the path stands where a row names none. */
    private static Optional<ValueAddress> address(JsonFields row, Optional<PlanId> path, Faults faults) {
        var attribute = row.id("attributeId").map(TelemetryAttributeId::new);
        var named = row.id("planId").map(PlanId::new);
        var original = row.id("originalAttributeId").map(TelemetryDefinitionId::new);
        var task = row.text("taskName");
        var name = row.text("attributeName");
        var plan = named.or(() -> path);
        var byNames = task.isPresent() && name.isPresent();
        if (attribute.isPresent() && named.isEmpty() && original.isEmpty() && task.isEmpty() && name.isEmpty()) {
            return attribute.map(ValueAddress.OfAttribute::new);
        }
        if (attribute.isEmpty() && plan.isPresent() && original.isPresent() && task.isEmpty() && name.isEmpty()) {
            return original.map(of -> new ValueAddress.OfOriginal(plan.get(), of));
        }
        if (attribute.isEmpty() && plan.isPresent() && original.isEmpty() && byNames) {
            return task.map(of ->
                    new ValueAddress.OfNames(plan.get(), of.strip(), name.get().strip()));
        }
        faults.add(
                row.pointer(),
                Fault.Code.REQUIRED,
                "either attributeId, or planId and originalAttributeId, or planId, taskName and attributeName");
        return Optional.empty();
    }
}
