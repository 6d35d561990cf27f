package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.port.ProductVersions;
import dev.cairn.application.adoption.telemetry.view.EvaluatedPlan;
import dev.cairn.application.adoption.telemetry.view.StatusMove;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;

@Singleton
class EvaluateTaskHandler extends TaskChangeByTelemetry<EvaluateTask.Command, EvaluatedPlan> implements EvaluateTask {
    EvaluateTaskHandler(
            Frame frame, AdoptionPlans plans, CustomerTasks tasks, ProductVersions versions, FreshnessPolicy policy) {
        super(frame, Permission.TELEMETRY_WRITE, plans, tasks, versions, policy);
    }

    @Override
    protected Uni<EvaluatedPlan> change(TaskOfPlan found, Command command, Call call) {
        var evaluated =
                found.task().evaluate(freshness(found, call), StatusSource.TELEMETRY, Optional.empty(), call.now());
        judged(found, evaluated, call);
        var moves = Stream.of(evaluated)
                .filter(it -> it.movedStatus())
                .map(it -> StatusMove.of(found.plan().id(), it))
                .toList();
        return (command.dryRun() ? view(found) : saved(found)).map(change -> new EvaluatedPlan(moves, change.plan()));
    }
}
