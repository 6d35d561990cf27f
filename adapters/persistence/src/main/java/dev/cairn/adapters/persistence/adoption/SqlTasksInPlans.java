package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Reads;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.adoption.telemetry.port.TasksInPlans;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.adoption.TelemetryAttribute;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.TaskId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One statement for task, plan and attributes, a row for each attribute: so all of it is of one instant. */
@Singleton
class SqlTasksInPlans implements TasksInPlans {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String SELECT = "select " + PlanRow.COLUMNS + ", " + TaskRow.COLUMNS
            + ", %s as is_visible, a.id is not null as is_measured, " + TaskRow.TELEMETRY_COLUMNS;

    private static final String VISIBLE =
            "exists (select 1 from visible_customer c where c.org_id = p.org_id and c.id = p.customer_id)";

    private static final String MEASURED =
            " left join telemetry_attribute a on a.org_id = t.org_id and a.task_id = t.id";

    private static final String ONE = SELECT.formatted("true") + " from adoption_plan p"
            + " join customer_task t on t.org_id = p.org_id and t.plan_id = p.id"
            + " join visible_customer c on c.org_id = p.org_id and c.id = p.customer_id" + MEASURED
            + " where t.id = $1 and (p.archived_at is null or $2) order by a.sort_order, a.name collate \"C\"";

    private static final String COPIES = "with slice as (select p.id as plan_id, t.id as task_id from adoption_plan p"
            + " join customer_task t on t.org_id = p.org_id and t.plan_id = p.id"
            + " where p.product_id = $1 and p.archived_at is null and t.original_task_id = $2 and t.archived_at is null"
            + " and (p.id, t.id) > ($3, $4) order by p.id, t.id limit $5) "
            + SELECT.formatted(VISIBLE)
            + " from slice s join adoption_plan p on p.id = s.plan_id join customer_task t on t.id = s.task_id"
            + MEASURED + " order by p.id, t.id, a.sort_order, a.name collate \"C\"";

    private final Reads reads;

    SqlTasksInPlans(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Uni<TaskInPlan> get(ReadScope scope, TaskId id) {
        return reads.list(scope, ONE, Row::read, id.value(), scope.seesRemoved())
                .map(rows -> tasks(rows).stream()
                        .findFirst()
                        .orElseThrow(() -> new DomainException(ErrorCode.TASK_NOT_FOUND, "There is no such task.")));
    }

    @Override
    public Uni<List<TaskInPlan>> copies(
            ProductId product, ProductTaskId source, Optional<TaskInPlan> after, int limit) {
        return Units.sql()
                .rows(
                        COPIES,
                        product.value(),
                        source.value(),
                        after.map(last -> last.plan().id().value()).orElse(BEFORE_ALL),
                        after.map(last -> last.task().id().value()).orElse(BEFORE_ALL),
                        (long) limit)
                .map(lines -> tasks(lines.stream().map(Row::read).toList()));
    }

    /** A task, its plan, and one of its attributes, if it has any. */
    private record Row(
            AdoptionPlan.Snapshot plan,
            CustomerTask.Snapshot task,
            boolean visible,
            Optional<TelemetryAttribute> attribute) {
        static Row read(Line line) {
            var plan = PlanRow.read(line);
            var task = TaskRow.read(line, List.of());
            var visible = line.flag();
            return new Row(plan, task, visible, line.flag() ? Optional.of(TaskRow.telemetry(line)) : Optional.empty());
        }
    }

    private static List<TaskInPlan> tasks(List<Row> rows) {
        var byTask = new LinkedHashMap<TaskId, List<Row>>();
        rows.forEach(row -> byTask.computeIfAbsent(row.task().id(), any -> new ArrayList<>())
                .add(row));
        return byTask.values().stream().map(SqlTasksInPlans::task).toList();
    }

    private static TaskInPlan task(List<Row> rows) {
        var first = rows.get(0);
        var telemetry = rows.stream().flatMap(row -> row.attribute().stream()).toList();
        return new TaskInPlan(first.plan(), SqlCustomerTasks.with(first.task(), telemetry), first.visible());
    }
}
