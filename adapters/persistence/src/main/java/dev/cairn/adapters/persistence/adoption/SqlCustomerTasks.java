package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Columns;
import dev.cairn.adapters.persistence.shared.Json;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.SqlUnit;
import dev.cairn.adapters.persistence.shared.Stacked;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.shared.Ids;
import dev.cairn.domain.adoption.Archival;
import dev.cairn.domain.adoption.Completion;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.adoption.StatusNote;
import dev.cairn.domain.adoption.StatusStamp;
import dev.cairn.domain.adoption.TelemetryAttribute;
import dev.cairn.domain.adoption.published.TaskStatusChanged;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.telemetry.published.Observation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
class SqlCustomerTasks implements CustomerTasks {
    private static final String SELECT = "select " + TaskRow.COLUMNS + " from customer_task t where ";

    private static final String TELEMETRY =
            "select a.task_id, " + TaskRow.TELEMETRY_COLUMNS + " from telemetry_attribute a where a.task_id = any ($1)";

    /** One task with its attributes, a row for each of these: it has few, and another statement would cost more. */
    private static final String ONE =
            "select " + TaskRow.COLUMNS + ", a.task_id as of_task, " + TaskRow.TELEMETRY_COLUMNS
                    + " from customer_task t left join telemetry_attribute a on a.org_id = t.org_id and a.task_id = t.id"
                    + " where t.id = $1";

    private static final String OF_PLANS = "t.plan_id = any ($1) and (t.archived_at is null or t.id = any ($2))";

    private static final String TELEMETRY_OF_PLANS = "select a.task_id, " + TaskRow.TELEMETRY_COLUMNS
            + " from customer_task t join telemetry_attribute a on a.org_id = t.org_id and a.task_id = t.id where "
            + OF_PLANS;

    private static final Stacked WHOLE = Stacked.of(
            new Stacked.Part("customer_task", "t", TaskRow.COLUMNS, "t.sequence_number", "t.plan_id = any ($1)"),
            new Stacked.Part(
                    "telemetry_attribute",
                    "a",
                    "a.task_id, " + TaskRow.TELEMETRY_COLUMNS,
                    "a.sort_order",
                    "a.plan_id = any ($1)"));

    private static final String INSERT = """
            insert into customer_task (org_id, id, plan_id, customer_id, original_task_id, name, description, est_minutes,
              weight, sequence_number, priority, how_to_doc, how_to_video, notes, license_level, outcomes, releases, tags,
              status, status_mode, version)
            select $1, n.id, $2, $3, n.original, n.name, n.description, n.minutes, n.weight, n.sequence, n.priority,
              n.docs::jsonb, n.videos::jsonb, n.notes, n.level, n.outcomes::jsonb, n.releases::jsonb, n.tags::jsonb,
              n.status, n.mode, n.version
            from unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::int[], $9::numeric[], $10::int[], $11::text[],
              $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[],
              $20::text[], $21::bigint[])
              as n(id, original, name, description, minutes, weight, sequence, priority, docs, videos, notes, level, outcomes,
              releases, tags, status, mode, version)""";

    private static final String INSERT_TELEMETRY = """
            insert into telemetry_attribute (org_id, id, task_id, plan_id, original_attribute_id, name, description,
              data_type, is_required, is_active, sort_order, success_criteria)
            select $1, n.id, n.task, $2, n.original, n.name, n.description, n.type, n.required, n.active, n.sort,
              n.criteria::jsonb
            from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::bool[], $10::bool[],
              $11::int[], $12::text[])
              as n(id, task, original, name, description, type, required, active, sort, criteria)""";

    private static final String UPDATE = """
            update customer_task t set status = n.status, status_mode = n.mode, status_updated_at = n.at,
              status_updated_by = n.by, status_update_source = n.source, status_notes = n.notes, completed_at = n.done_at,
              completed_by = n.done_by, archived_at = n.archived_at, archive_reason = n.reason, version = n.version
            from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::text[],
              $8::timestamptz[], $9::text[], $10::timestamptz[], $11::text[], $12::bigint[])
              as n(id, status, mode, at, by, source, notes, done_at, done_by, archived_at, reason, version)
            where t.id = n.id""";

    /** Also what was copied of the source, which only a synchronisation moves. */
    private static final String UPDATE_WHOLE = """
            update customer_task t set status = n.status, status_mode = n.mode, status_updated_at = n.at,
              status_updated_by = n.by, status_update_source = n.source, status_notes = n.status_notes,
              completed_at = n.done_at, completed_by = n.done_by, archived_at = n.archived_at, archive_reason = n.reason,
              version = n.version, name = n.name, description = n.description, est_minutes = n.minutes, weight = n.weight,
              sequence_number = n.sequence, priority = n.priority, how_to_doc = n.docs::jsonb,
              how_to_video = n.videos::jsonb, notes = n.notes, license_level = n.level, outcomes = n.outcomes::jsonb,
              releases = n.releases::jsonb, tags = n.tags::jsonb
            from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::text[],
              $8::timestamptz[], $9::text[], $10::timestamptz[], $11::text[], $12::bigint[], $13::text[], $14::text[],
              $15::int[], $16::numeric[], $17::int[], $18::text[], $19::text[], $20::text[], $21::text[], $22::text[],
              $23::text[], $24::text[], $25::text[])
              as n(id, status, mode, at, by, source, status_notes, done_at, done_by, archived_at, reason, version, name,
              description, minutes, weight, sequence, priority, docs, videos, notes, level, outcomes, releases, tags)
            where t.id = n.id""";

    private static final String DELETE = "delete from customer_task t where t.id = any ($1)";

    private static final String DELETE_TELEMETRY_OF = "delete from telemetry_attribute a where a.task_id = any ($1)";

    private static final String DELETE_TELEMETRY = "delete from telemetry_attribute a where a.id = any ($1)";

    /** What was copied of the definition, which only a synchronisation moves; that moves no reading. */
    private static final String UPDATE_DEFINITIONS = """
            update telemetry_attribute a set name = n.name, description = n.description, data_type = n.type,
              is_required = n.required, is_active = n.active, sort_order = n.sort, success_criteria = n.criteria::jsonb
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bool[], $6::bool[], $7::int[], $8::text[])
              as n(id, name, description, type, required, active, sort, criteria)
            where a.id = n.id""";

    private static final String UPDATE_TELEMETRY = """
            update telemetry_attribute a set latest_value_id = n.value_id, latest_value = n.value::jsonb,
              latest_observed_at = n.observed, latest_received_at = n.received, is_met = n.met, is_fresh = n.fresh,
              last_checked_at = n.checked
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::bool[], $7::bool[],
              $8::timestamptz[]) as n(id, value_id, value, observed, received, met, fresh, checked)
            where a.id = n.id""";

    private static final String INSERT_HISTORY = """
            insert into task_status_history (org_id, id, task_id, from_status, to_status, mode, at, changed_by, source,
              notes, batch_id)
            select $1, n.id, n.task, n.came, n.went, n.mode, n.at, n.by, n.source, n.notes, n.batch
            from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::text[],
              $9::text[], $10::text[], $11::uuid[])
              as n(id, task, came, went, mode, at, by, source, notes, batch)""";

    private final Ids ids;

    SqlCustomerTasks(Ids ids) {
        this.ids = ids;
    }

    @Override
    public Uni<CustomerTask> get(TaskId id) {
        var unit = Units.sql();
        return unit.<CustomerTask.Snapshot>takeAhead(CustomerTask.class, id)
                .orElseGet(() -> load(unit, id))
                .map(found -> restored(
                        unit,
                        found.orElseThrow(
                                () -> new DomainException(ErrorCode.TASK_NOT_FOUND, "There is no such task."))));
    }

    /** Asks for one task, at once. */
    static Uni<Optional<CustomerTask.Snapshot>> load(SqlUnit unit, TaskId id) {
        return unit.rows(ONE, id.value()).map(SqlCustomerTasks::one);
    }

    private static Optional<CustomerTask.Snapshot> one(List<Line> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var task = TaskRow.read(rows.get(0), List.of());
        rows.stream().skip(1).forEach(line -> line.skip(TaskRow.WIDTH));
        var attributes = new ArrayList<TelemetryAttribute>();
        rows.forEach(line -> line.maybeUuid().ifPresent(measured -> attributes.add(TaskRow.telemetry(line))));
        attributes.sort(TelemetryAttribute.BY_ORDER);
        return Optional.of(with(task, attributes));
    }

    @Override
    public Uni<List<CustomerTask>> ofPlan(PlanId plan, Set<TaskId> wanted) {
        var unit = Units.sql();
        var ids = wanted.stream().map(TaskId::value).toList();
        var rows = unit.rows(SELECT + "t.plan_id = $1 and t.id = any ($2)", plan.value(), ids.toArray(UUID[]::new));
        return restored(unit, load(unit, rows, ids));
    }

    @Override
    public Uni<List<CustomerTask>> whole(PlanId plan) {
        return whole(List.of(plan));
    }

    @Override
    public Uni<List<CustomerTask>> whole(Collection<PlanId> plans) {
        var unit = Units.sql();
        return restored(
                unit,
                unit.rows(WHOLE.sql(), (Object) Columns.ids(plans, PlanId::value))
                        .map(WHOLE::apart)
                        .map(found -> with(found.get(0), byTask(found.get(1)))));
    }

    @Override
    public Uni<List<CustomerTask>> all(Collection<TaskId> wanted) {
        var unit = Units.sql();
        var ids = wanted.stream().map(TaskId::value).toList();
        return restored(
                unit, load(unit, unit.rows(SELECT + "t.id = any ($1)", (Object) ids.toArray(UUID[]::new)), ids));
    }

    @Override
    public Uni<List<CustomerTask>> ofPlans(Collection<PlanId> plans, Collection<TaskId> others) {
        var unit = Units.sql();
        var planIds = Columns.ids(plans, PlanId::value);
        var otherIds = Columns.ids(others, TaskId::value);
        var rows = unit.rows(SELECT + OF_PLANS, planIds, otherIds);
        return restored(unit, with(rows, unit.rows(TELEMETRY_OF_PLANS, planIds, otherIds)));
    }

    private static Uni<List<CustomerTask>> restored(SqlUnit unit, Uni<List<CustomerTask.Snapshot>> found) {
        return found.map(all -> all.stream().map(task -> restored(unit, task)).toList());
    }

    private static Uni<List<CustomerTask.Snapshot>> load(SqlUnit unit, Uni<List<Line>> rows, List<UUID> ids) {
        // Asked for in the same flight as the tasks themselves.
        return with(rows, unit.rows(TELEMETRY, (Object) ids.toArray(UUID[]::new)));
    }

    private static Uni<List<CustomerTask.Snapshot>> with(Uni<List<Line>> rows, Uni<List<Line>> measured) {
        var telemetry = measured.map(SqlCustomerTasks::byTask);
        return rows.chain(tasks -> telemetry.map(attributes -> with(tasks, attributes)));
    }

    private static List<CustomerTask.Snapshot> with(List<Line> tasks, Map<UUID, List<TelemetryAttribute>> attributes) {
        return tasks.stream()
                .map(line -> TaskRow.read(line, List.of()))
                .map(task -> with(task, attributes.getOrDefault(task.id().value(), List.of())))
                .toList();
    }

    private static Map<UUID, List<TelemetryAttribute>> byTask(List<Line> lines) {
        var attributes = new HashMap<UUID, List<TelemetryAttribute>>();
        lines.forEach(line -> attributes
                .computeIfAbsent(line.uuid(), task -> new ArrayList<>())
                .add(TaskRow.telemetry(line)));
        attributes.values().forEach(of -> of.sort(TelemetryAttribute.BY_ORDER));
        return attributes;
    }

    static CustomerTask.Snapshot with(CustomerTask.Snapshot task, List<TelemetryAttribute> telemetry) {
        return new CustomerTask.Snapshot(
                task.org(),
                task.id(),
                task.plan(),
                task.customer(),
                task.content(),
                telemetry,
                task.state(),
                task.version());
    }

    private static CustomerTask restored(SqlUnit unit, CustomerTask.Snapshot stored) {
        unit.remember(stored.id(), stored);
        return CustomerTask.restore(stored);
    }

    @Override
    public Uni<Void> save(CustomerTask task) {
        return saveAll(List.of(task));
    }

    @Override
    public Uni<Void> saveAll(List<CustomerTask> tasks) {
        return Uni.createFrom().voidItem().invoke(() -> {
            var unit = Units.sql();
            var states = tasks.stream().map(CustomerTask::snapshot).toList();
            var changed = states.stream()
                    .filter(state -> !before(unit, state)
                            .map(SqlCustomerTasks::withoutTelemetry)
                            .equals(Optional.of(withoutTelemetry(state))))
                    .toList();
            var moved =
                    changed.stream().filter(state -> hasItsContent(unit, state)).toList();
            if (!moved.isEmpty()) {
                unit.later(UPDATE, states(moved).toArray());
            }
            var followed = changed.stream()
                    .filter(state -> !hasItsContent(unit, state))
                    .toList();
            if (!followed.isEmpty()) {
                var arguments = states(followed);
                arguments.addAll(contents(followed));
                unit.later(UPDATE_WHOLE, arguments.toArray());
            }
            saveTelemetry(unit, states);
            var moves = tasks.stream()
                    .flatMap(task -> unit.tell(task).stream())
                    .filter(TaskStatusChanged.class::isInstance)
                    .map(TaskStatusChanged.class::cast)
                    .toList();
            if (!moves.isEmpty()) {
                remember(unit, moves);
            }
        });
    }

    private static Optional<CustomerTask.Snapshot> before(SqlUnit unit, CustomerTask.Snapshot state) {
        return unit.recall(state.id(), CustomerTask.Snapshot.class);
    }

    private static CustomerTask.Snapshot withoutTelemetry(CustomerTask.Snapshot task) {
        return with(task, List.of());
    }

    private static boolean hasItsContent(SqlUnit unit, CustomerTask.Snapshot state) {
        return before(unit, state)
                .filter(loaded -> loaded.content().equals(state.content()))
                .isPresent();
    }

    private static void saveTelemetry(SqlUnit unit, List<CustomerTask.Snapshot> states) {
        var added = new ArrayList<Attribute>();
        var read = new ArrayList<TelemetryAttribute>();
        var defined = new ArrayList<TelemetryAttribute>();
        var removed = new ArrayList<TelemetryAttribute>();
        for (var state : states) {
            var loaded =
                    before(unit, state).map(CustomerTask.Snapshot::telemetry).orElse(List.of());
            if (loaded.equals(state.telemetry())) {
                continue;
            }
            var gone = loaded.stream()
                    .collect(Collectors.toMap(
                            TelemetryAttribute::id, it -> it, (one, other) -> one, LinkedHashMap::new));
            for (var attribute : state.telemetry()) {
                var was = gone.remove(attribute.id());
                if (was == null) {
                    added.add(new Attribute(state, attribute));
                } else if (!was.isDefinedLike(attribute)) {
                    defined.add(attribute);
                }
                if (was != null && !was.reading().equals(attribute.reading())) {
                    read.add(attribute);
                }
            }
            removed.addAll(gone.values());
        }
        insertTelemetry(unit, added);
        if (!read.isEmpty()) {
            updateTelemetry(unit, read);
        }
        if (!defined.isEmpty()) {
            unit.later(UPDATE_DEFINITIONS, definitions(defined));
        }
        if (!removed.isEmpty()) {
            unit.later(DELETE_TELEMETRY, (Object)
                    Columns.ids(removed, it -> it.id().value()));
        }
        if (read.stream().anyMatch(defined::contains)) {
            throw new IllegalStateException("one statement cannot write a row twice");
        }
    }

    private static @Nullable Object[] definitions(List<TelemetryAttribute> attributes) {
        return new @Nullable Object[] {
            Columns.ids(attributes, it -> it.id().value()),
            Columns.texts(attributes, TelemetryAttribute::name),
            Columns.maybeTexts(attributes, TelemetryAttribute::description),
            Columns.texts(attributes, it -> it.dataType().name()),
            attributes.stream().map(TelemetryAttribute::required).toArray(Boolean[]::new),
            attributes.stream().map(TelemetryAttribute::active).toArray(Boolean[]::new),
            attributes.stream().map(TelemetryAttribute::order).toArray(Integer[]::new),
            Columns.maybeTexts(
                    attributes,
                    it -> it.successCriteria()
                            .map(criteria -> Json.write(criteria.toJson().members())))
        };
    }

    private static void updateTelemetry(SqlUnit unit, List<TelemetryAttribute> attributes) {
        unit.later(
                UPDATE_TELEMETRY,
                Columns.ids(attributes, it -> it.id().value()),
                Columns.maybeIds(
                        attributes,
                        it -> it.reading().latest().map(seen -> seen.id().value())),
                Columns.maybeTexts(
                        attributes,
                        it -> it.reading()
                                .latest()
                                .map(seen -> Json.write(seen.value().content()))),
                Columns.maybeTimes(attributes, it -> it.reading().latest().map(Observation::observedAt)),
                Columns.maybeTimes(attributes, it -> it.reading().latest().map(Observation::receivedAt)),
                attributes.stream().map(it -> it.reading().met()).toArray(Boolean[]::new),
                attributes.stream().map(it -> it.reading().fresh()).toArray(Boolean[]::new),
                Columns.maybeTimes(attributes, it -> it.reading().lastCheckedAt()));
    }

    /** How far the customer is with each, and its version. */
    private static List<@Nullable Object> states(List<CustomerTask.Snapshot> tasks) {
        return new ArrayList<>(Arrays.asList(
                Columns.ids(tasks, task -> task.id().value()),
                Columns.texts(tasks, task -> task.state().status().name()),
                Columns.texts(tasks, task -> task.state().mode().name()),
                Columns.maybeTimes(tasks, task -> task.state().lastChange().map(StatusStamp::at)),
                Columns.maybeTexts(tasks, task -> task.state().lastChange().map(StatusStamp::by)),
                Columns.maybeTexts(
                        tasks,
                        task -> task.state()
                                .lastChange()
                                .map(stamp -> stamp.source().name())),
                Columns.maybeTexts(tasks, task -> task.state().note().map(StatusNote::value)),
                Columns.maybeTimes(tasks, task -> task.state().completion().map(Completion::at)),
                Columns.maybeTexts(tasks, task -> task.state().completion().map(Completion::by)),
                Columns.maybeTimes(tasks, task -> task.state().archival().map(Archival::at)),
                Columns.maybeTexts(
                        tasks,
                        task -> task.state()
                                .archival()
                                .map(archival -> archival.reason().name())),
                tasks.stream().map(CustomerTask.Snapshot::version).toArray(Long[]::new)));
    }

    /** What was copied of the source of each; not which source that was. */
    private static List<@Nullable Object> contents(List<CustomerTask.Snapshot> tasks) {
        return Arrays.asList(
                Columns.texts(tasks, task -> task.content().name()),
                Columns.maybeTexts(tasks, task -> task.content().description()),
                tasks.stream().map(task -> task.content().estMinutes()).toArray(Integer[]::new),
                tasks.stream().map(task -> task.content().weight().value()).toArray(BigDecimal[]::new),
                tasks.stream().map(task -> task.content().sequenceNumber()).toArray(Integer[]::new),
                Columns.maybeTexts(tasks, task -> task.content().priority().map(Enum::name)),
                Columns.texts(tasks, task -> Json.write(task.content().howToDoc())),
                Columns.texts(tasks, task -> Json.write(task.content().howToVideo())),
                Columns.maybeTexts(tasks, task -> task.content().notes()),
                Columns.texts(tasks, task -> task.content().licenseLevel().name()),
                Columns.texts(tasks, task -> TaskRow.outcomes(task.content()).encode()),
                Columns.texts(tasks, task -> TaskRow.releases(task.content()).encode()),
                Columns.texts(tasks, task -> TaskRow.tags(task.content()).encode()));
    }

    private void remember(SqlUnit unit, List<TaskStatusChanged> moves) {
        unit.later(
                INSERT_HISTORY,
                unit.work().sight().org().value(),
                Columns.ids(moves, move -> ids.next()),
                Columns.ids(moves, move -> move.occurrence().subject().id()),
                Columns.texts(moves, move -> move.from().name()),
                Columns.texts(moves, move -> move.to().name()),
                Columns.texts(moves, move -> move.mode().name()),
                Columns.maybeTimes(moves, move -> Optional.of(move.occurrence().at())),
                Columns.texts(moves, move -> move.occurrence().by().name()),
                Columns.texts(moves, move -> move.source().name()),
                Columns.maybeTexts(moves, TaskStatusChanged::note),
                Columns.maybeIds(moves, TaskStatusChanged::batch));
    }

    /** Writes the tasks of a new plan, however many, in one statement, and their telemetry attributes in another. */
    void add(List<CustomerTask> born) {
        if (born.isEmpty()) {
            return;
        }
        var unit = Units.sql();
        var tasks = born.stream().map(CustomerTask::snapshot).toList();
        var first = tasks.get(0);
        var arguments = new ArrayList<@Nullable Object>(List.of(
                first.org().value(),
                first.plan().value(),
                first.customer().value(),
                Columns.ids(tasks, task -> task.id().value()),
                Columns.ids(tasks, task -> task.content().originalTaskId().value())));
        arguments.addAll(contents(tasks));
        arguments.add(Columns.texts(tasks, task -> task.state().status().name()));
        arguments.add(Columns.texts(tasks, task -> task.state().mode().name()));
        arguments.add(tasks.stream().map(CustomerTask.Snapshot::version).toArray(Long[]::new));
        unit.later(INSERT, arguments.toArray());
        insertTelemetry(
                unit,
                tasks.stream()
                        .flatMap(task -> task.telemetry().stream().map(content -> new Attribute(task, content)))
                        .toList());
    }

    /** Deletes tasks of which nothing is known but what their sources say: no history, no values. */
    void remove(List<CustomerTask> tasks) {
        if (!tasks.isEmpty()) {
            var unit = Units.sql();
            var gone = Columns.ids(tasks, task -> task.id().value());
            unit.later(DELETE_TELEMETRY_OF, (Object) gone);
            unit.later(DELETE, (Object) gone);
        }
    }

    private record Attribute(CustomerTask.Snapshot task, TelemetryAttribute content) {}

    /** Writes new attributes, all of tasks of one plan. */
    private static void insertTelemetry(SqlUnit unit, List<Attribute> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var contents = rows.stream().map(Attribute::content).toList();
        unit.later(
                INSERT_TELEMETRY,
                rows.get(0).task().org().value(),
                rows.get(0).task().plan().value(),
                Columns.ids(rows, row -> row.content().id().value()),
                Columns.ids(rows, row -> row.task().id().value()),
                Columns.ids(contents, it -> it.originalAttributeId().value()),
                Columns.texts(contents, TelemetryAttribute::name),
                Columns.maybeTexts(contents, TelemetryAttribute::description),
                Columns.texts(contents, it -> it.dataType().name()),
                contents.stream().map(TelemetryAttribute::required).toArray(Boolean[]::new),
                contents.stream().map(TelemetryAttribute::active).toArray(Boolean[]::new),
                contents.stream().map(TelemetryAttribute::order).toArray(Integer[]::new),
                Columns.maybeTexts(
                        contents,
                        it -> it.successCriteria()
                                .map(criteria -> Json.write(criteria.toJson().members()))));
    }
}
