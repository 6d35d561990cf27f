package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.port.ProductVersions;
import dev.cairn.application.adoption.view.TaskChange;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class ResetTaskToTelemetryHandler extends TaskChangeByTelemetry<ResetTaskToTelemetry.Command, TaskChange>
        implements ResetTaskToTelemetry {
    ResetTaskToTelemetryHandler(
            Frame frame, AdoptionPlans plans, CustomerTasks tasks, ProductVersions versions, FreshnessPolicy policy) {
        super(frame, Permission.TASK_STATUS, plans, tasks, versions, policy);
    }

    @Override
    protected Uni<TaskChange> change(TaskOfPlan found, Command command, Call call) {
        var source = call.caller().decisionSource();
        judged(found, found.task().resetToTelemetry(freshness(found, call), source, call.actor(), call.now()), call);
        return saved(found);
    }
}
