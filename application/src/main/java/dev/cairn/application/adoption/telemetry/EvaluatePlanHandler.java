package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.port.ProductVersions;
import dev.cairn.application.adoption.telemetry.view.EvaluatedPlan;
import dev.cairn.application.adoption.telemetry.view.StatusMove;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@Singleton
class EvaluatePlanHandler extends Change<EvaluatePlan.Command, AdoptionPlan, EvaluatedPlan> implements EvaluatePlan {
    private final AdoptionPlans plans;
    private final CustomerTasks tasks;
    private final ProductVersions versions;
    private final FreshnessPolicy policy;

    EvaluatePlanHandler(
            Frame frame, AdoptionPlans plans, CustomerTasks tasks, ProductVersions versions, FreshnessPolicy policy) {
        super(frame, Permission.TELEMETRY_WRITE);
        this.plans = plans;
        this.tasks = tasks;
        this.versions = versions;
        this.policy = policy;
    }

    @Override
    protected Uni<AdoptionPlan> find(Command command) {
        return plans.lock(command.plan());
    }

    @Override
    protected Uni<EvaluatedPlan> change(AdoptionPlan plan, Command command, Call call) {
        return tasks.ofPlans(Set.of(plan.id()), Set.of()).chain(found -> evaluate(plan, found, command, call));
    }

    private Uni<EvaluatedPlan> evaluate(AdoptionPlan plan, List<CustomerTask> all, Command command, Call call) {
        var freshness = plan.freshness(policy, call.now());
        var evaluated = all.stream()
                .map(task -> task.evaluate(freshness, StatusSource.TELEMETRY, Optional.empty(), call.now()))
                .toList();
        plan.evaluated(evaluated, Optional.empty(), call.now());
        var moves = evaluated.stream()
                .filter(CustomerTask.Evaluated::movedStatus)
                .map(it -> StatusMove.of(plan.id(), it))
                .toList();
        var done = command.dryRun()
                ? Uni.createFrom().voidItem()
                : tasks.saveAll(all).chain(() -> plans.save(plan));
        return done.chain(() -> versions.show(plan)).map(view -> new EvaluatedPlan(moves, view));
    }
}
