package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Columns;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.adoption.port.PlanSyncs;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.LastSync;
import dev.cairn.domain.adoption.SyncCounts;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Collectors;

@Singleton
class SqlPlanSyncs implements PlanSyncs {
    private static final String LAST = """
            select u.product_name, u.license_level, u.selected_outcome_ids, u.selected_release_ids, u.last_synced_at,
              u.synced_product_version, u.tasks::text, u.added_ids, u.added, u.restored, u.archived, u.updated,
              u.task_versions
            from plan_sync u where u.plan_id = $1""";

    private static final String KEEP = """
            insert into plan_sync (org_id, plan_id, product_name, license_level, selected_outcome_ids,
              selected_release_ids, last_synced_at, synced_product_version, tasks, added_ids, added, restored, archived,
              updated, task_versions)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb, $10, $11, $12, $13, $14, $15)
            on conflict (org_id, plan_id) do update set product_name = excluded.product_name,
              license_level = excluded.license_level, selected_outcome_ids = excluded.selected_outcome_ids,
              selected_release_ids = excluded.selected_release_ids, last_synced_at = excluded.last_synced_at,
              synced_product_version = excluded.synced_product_version, tasks = excluded.tasks,
              added_ids = excluded.added_ids, added = excluded.added, restored = excluded.restored,
              archived = excluded.archived, updated = excluded.updated, task_versions = excluded.task_versions""";

    private static final String FORGET = "delete from plan_sync u where u.plan_id = $1";

    private final SqlAdoptionPlans plans;
    private final SqlCustomerTasks tasks;

    SqlPlanSyncs(SqlAdoptionPlans plans, SqlCustomerTasks tasks) {
        this.plans = plans;
        this.tasks = tasks;
    }

    @Override
    public Uni<Optional<LastSync>> last(PlanId plan) {
        return Units.sql()
                .rows(LAST, plan.value())
                .map(rows -> rows.stream().findFirst().map(line -> read(plan, line)));
    }

    private static LastSync read(PlanId plan, Line line) {
        var name = line.text();
        var entitlement = PlanRow.entitlement(line);
        return new LastSync(
                plan,
                new LastSync.Marks(name, entitlement, line.instant(), line.whole()),
                KeptTasks.read(line.text()),
                line.uuids().stream().map(TaskId::new).collect(Collectors.toSet()),
                new SyncCounts(line.count(), line.count(), line.count(), line.count()),
                line.whole());
    }

    @Override
    public Uni<Void> store(AdoptionPlan plan, AdoptionPlan.Synchronisation done) {
        return plans.save(plan).chain(() -> tasks.saveAll(done.touched())).invoke(() -> {
            tasks.add(done.added());
            done.undo().ifPresent(SqlPlanSyncs::keep);
        });
    }

    private static void keep(LastSync last) {
        var unit = Units.sql();
        var marks = last.marks();
        var counts = last.counts();
        unit.later(
                KEEP,
                unit.work().sight().org().value(),
                last.plan().value(),
                marks.productName(),
                marks.entitlement().licenseLevel().name(),
                PlanRow.outcomes(marks.entitlement()),
                PlanRow.releases(marks.entitlement()),
                Columns.time(marks.lastSyncedAt()),
                marks.syncedProductVersion(),
                KeptTasks.write(last.tasks()),
                Columns.ids(last.added(), TaskId::value),
                counts.added(),
                counts.restored(),
                counts.archived(),
                counts.updated(),
                last.taskVersions());
    }

    @Override
    public Uni<Void> takeBack(AdoptionPlan plan, AdoptionPlan.Undone undone) {
        return plans.save(plan).chain(() -> tasks.saveAll(undone.touched())).invoke(() -> {
            tasks.remove(undone.removed());
            Units.sql().later(FORGET, plan.id().value());
        });
    }
}
