package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Conditions;
import dev.cairn.adapters.persistence.shared.Keyset;
import dev.cairn.adapters.persistence.shared.Keyset.Column;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Reads;
import dev.cairn.application.adoption.view.HistoryEntry;
import dev.cairn.application.adoption.view.PlanViews;
import dev.cairn.application.adoption.view.TaskTelemetry;
import dev.cairn.application.adoption.view.TaskView;
import dev.cairn.application.adoption.view.TaskViews;
import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.adoption.TaskFilter;
import dev.cairn.domain.adoption.TelemetryFacts;
import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class SqlTaskViews implements TaskViews {
    /** A task and the plan that may have been put away above it, and how many attributes it has. */
    private static final String SELECT = "select p.archived_at as plan_archived_at, coalesce(m.total, 0) as total,"
            + " coalesce(m.required, 0) as required, coalesce(m.met, 0) as met, coalesce(m.met_required, 0) as met_required,"
            + " coalesce(m.known, 0) as known, coalesce(m.fresh, 0) as fresh, coalesce(m.met_fresh, 0) as met_fresh,"
            + " coalesce(m.met_fresh_required, 0) as met_fresh_required, " + TaskRow.COLUMNS;

    private static final String COUNTED = "count(*) as total, count(*) filter (where a.is_required) as required,"
            + " count(*) filter (where a.is_met) as met,"
            + " count(*) filter (where a.is_met and a.is_required) as met_required,"
            + " count(*) filter (where a.is_met or a.is_fresh or a.last_checked_at >= a.latest_received_at) as known,"
            + " count(*) filter (where a.is_fresh) as fresh,"
            + " count(*) filter (where a.is_met and a.is_fresh) as met_fresh,"
            + " count(*) filter (where a.is_met and a.is_fresh and a.is_required) as met_fresh_required";

    private static final String FROM_PLAN =
            "adoption_plan p join customer_task t on t.org_id = p.org_id and t.plan_id = p.id";

    /** Counted once for a plan, not once for a task. */
    private static final String MEASURED = " left join (select a.task_id, " + COUNTED
            + " from telemetry_attribute a where a.%s = $1 and a.is_active group by a.task_id) m on m.task_id = t.id";

    private static final String VISIBLE = " join visible_customer c on c.org_id = p.org_id and c.id = p.customer_id";

    /** The first tasks of a plan that is known to be visible. */
    static final String FIRST_OF_PLAN = SELECT + " from " + FROM_PLAN + MEASURED.formatted("plan_id")
            + " where p.id = $1 and t.archived_at is null order by t.sequence_number, t.id limit $2";

    /** Tasks of whatever plans, to be narrowed by conditions. */
    static final String SELECT_OF_PLANS = SELECT + " from " + FROM_PLAN + " left join lateral (select " + COUNTED
            + " from telemetry_attribute a where a.task_id = t.id and a.is_active) m on true";

    private static final String ONE = SELECT + " from " + FROM_PLAN + VISIBLE + MEASURED.formatted("task_id")
            + " where t.id = $1 and (p.archived_at is null or $2)";

    private static final Keyset<FixedOrder, TaskView> WALK = Keyset.ascending(List.of(
            Column.whole("t.sequence_number", view -> view.content().sequenceNumber()),
            Column.uuid("t.id", view -> view.id().value())));

    private static final Keyset<FixedOrder, HistoryEntry> BACKWARDS =
            Keyset.descending(List.of(Column.instant("h.at", HistoryEntry::at), Column.uuid("h.id", HistoryEntry::id)));

    private final Reads reads;
    private final PlanViews plans;

    SqlTaskViews(Reads reads, PlanViews plans) {
        this.reads = reads;
        this.plans = plans;
    }

    @Override
    public Uni<TaskView> get(ReadScope scope, TaskId id) {
        return reads.one(scope, ONE, SqlTaskViews::view, id.value(), scope.seesRemoved())
                .map(found -> found.orElseThrow(
                        () -> new DomainException(ErrorCode.TASK_NOT_FOUND, "There is no such task.")));
    }

    @Override
    public Uni<Page<TaskView>> ofPlan(ReadScope scope, PlanId plan, TaskFilter filter, PageRequest<FixedOrder> page) {
        return plans.get(scope, plan).chain(() -> {
            // The plan comes first: the count of attributes refers to it by its number.
            var where = new Conditions()
                    .add("p.id = ?", plan.value())
                    .add(filter.archived() ? "t.archived_at is not null" : "t.archived_at is null");
            filter.status().ifPresent(status -> where.add("t.status = ?", status.name()));
            filter.outcome()
                    .ifPresent(id ->
                            where.add("t.outcomes @> ?", one("id", id.value().toString())));
            filter.release()
                    .ifPresent(id ->
                            where.add("t.releases @> ?", one("id", id.value().toString())));
            filter.tag().ifPresent(name -> where.add("t.tags @> ?", one("name", name)));
            var select = SELECT + " from " + FROM_PLAN + MEASURED.formatted("plan_id");
            return where.page(reads, scope, select, FROM_PLAN, WALK, page, SqlTaskViews::view);
        });
    }

    private static JsonArray one(String member, String value) {
        return new JsonArray().add(new JsonObject().put(member, value));
    }

    @Override
    public Uni<Page<HistoryEntry>> history(ReadScope scope, TaskId id, PageRequest<FixedOrder> page) {
        return get(scope, id)
                .chain(() -> new Conditions()
                        .add("h.task_id = ?", id.value())
                        .page(
                                reads,
                                scope,
                                "select h.id, h.from_status, h.to_status, h.at, h.changed_by, h.source, h.mode, h.notes, h.batch_id"
                                        + " from task_status_history h",
                                "task_status_history h",
                                BACKWARDS,
                                page,
                                SqlTaskViews::entry));
    }

    private static HistoryEntry entry(Line line) {
        return new HistoryEntry(
                line.uuid(),
                line.constant(TaskStatus.class),
                line.constant(TaskStatus.class),
                line.instant(),
                line.text(),
                line.constant(StatusSource.class),
                line.constant(StatusMode.class),
                line.maybeText(),
                line.maybeUuid());
    }

    @Override
    public Uni<TaskTelemetry> telemetry(ReadScope scope, TaskId id) {
        return get(scope, id)
                .chain(task -> reads.list(
                                scope,
                                "select " + TaskRow.TELEMETRY_COLUMNS
                                        + " from telemetry_attribute a where a.task_id = $1 order by a.sort_order, a.name collate \"C\"",
                                TaskRow::telemetry,
                                id.value())
                        .map(attributes -> new TaskTelemetry(task.version(), attributes)));
    }

    /** When the plan was put away, the counts of attributes, then the task. */
    static TaskView view(Line line) {
        var planArchivedAt = line.maybeInstant();
        var telemetry = new TelemetryFacts(
                line.count(),
                line.count(),
                line.count(),
                line.count(),
                line.count(),
                line.count(),
                line.count(),
                line.count());
        var task = TaskRow.read(line, List.of());
        return new TaskView(
                task.id(),
                task.plan(),
                task.content(),
                task.state(),
                task.state().archival().map(archival -> archival.at()).or(() -> planArchivedAt),
                telemetry,
                task.version());
    }
}
