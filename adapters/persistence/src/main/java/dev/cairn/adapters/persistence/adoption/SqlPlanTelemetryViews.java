package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Reads;
import dev.cairn.application.adoption.telemetry.view.PlanTelemetry;
import dev.cairn.application.adoption.telemetry.view.PlanTelemetryViews;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class SqlPlanTelemetryViews implements PlanTelemetryViews {
    /** The latest value is found by its whole key, in the one month where it lies; a month that was dropped has no notes. */
    private static final String MEASURES = "select t.name as task_name, v.notes as value_notes, "
            + TaskRow.TELEMETRY_COLUMNS
            + " from customer_task t join telemetry_attribute a on a.org_id = t.org_id and a.task_id = t.id"
            + " left join lateral (select x.notes from telemetry_value x where x.org_id = a.org_id"
            + " and x.attribute_id = a.id and x.observed_at = a.latest_observed_at and x.id = a.latest_value_id limit 1) v"
            + " on true where t.plan_id = $1 and t.archived_at is null"
            // What is gone and has a successor of its name cannot be told apart by names.
            + " and not exists (select 1 from telemetry_attribute b where b.org_id = a.org_id and b.task_id = a.task_id"
            + " and b.name = a.name and b.id <> a.id and (b.is_active, b.id) > (a.is_active, a.id))"
            + " order by t.sequence_number, t.id, a.sort_order, a.name collate \"C\"";

    private final Reads reads;

    SqlPlanTelemetryViews(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Uni<PlanTelemetry> ofPlan(ReadScope scope, PlanId plan) {
        return reads.together(scope, snapshot -> {
            var head = snapshot.one(SqlPlanViews.ONE, SqlPlanViews::view, plan.value(), scope.seesRemoved());
            var measures = snapshot.list(MEASURES, SqlPlanTelemetryViews::measure, plan.value());
            return head.map(found -> found.orElseThrow(SqlPlanViews::missing))
                    .chain(found -> measures.map(all -> new PlanTelemetry(found, all)));
        });
    }

    /** The task's name, the notes, then the attribute. */
    private static PlanTelemetry.Measure measure(Line line) {
        var task = line.text();
        var notes = line.maybeText();
        return new PlanTelemetry.Measure(task, TaskRow.telemetry(line), notes);
    }
}
