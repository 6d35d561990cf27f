package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.port.ProductVersions;
import dev.cairn.application.adoption.view.TaskChange;
import dev.cairn.application.adoption.view.TaskView;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.Target;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.shared.Versioned;
import dev.cairn.domain.telemetry.published.Freshness;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** What the commands share that have one task judged: its plan is locked, the task loaded, and both are saved. */
abstract class TaskChangeByTelemetry<C extends GuardedCommand, R>
        extends Change<C, TaskChangeByTelemetry.TaskOfPlan, R> {
    private final AdoptionPlans plans;
    private final CustomerTasks tasks;
    private final ProductVersions versions;
    private final FreshnessPolicy policy;

    TaskChangeByTelemetry(
            Frame frame,
            Permission permission,
            AdoptionPlans plans,
            CustomerTasks tasks,
            ProductVersions versions,
            FreshnessPolicy policy) {
        super(frame, permission);
        this.plans = plans;
        this.tasks = tasks;
        this.versions = versions;
        this.policy = policy;
    }

    /** A task and the plan whose lock guards it. */
    record TaskOfPlan(AdoptionPlan plan, CustomerTask task) implements Versioned {
        @Override
        public long version() {
            return task.version();
        }
    }

    @Override
    protected final Uni<TaskOfPlan> find(C command) {
        var id = ((Target.OfTask) command.target()).id();
        return plans.lockPlanOf(id).chain(plan -> tasks.get(id).map(task -> new TaskOfPlan(plan, task)));
    }

    /** Which of the task's values still speak. */
    final Freshness freshness(TaskOfPlan found, Call call) {
        return found.plan().freshness(policy, call.now());
    }

    /** Lets the plan know what became of its task. */
    static void judged(TaskOfPlan found, CustomerTask.Evaluated evaluated, Call call) {
        found.plan().evaluated(List.of(evaluated), Optional.empty(), call.now());
    }

    /** Stores both. */
    final Uni<TaskChange> saved(TaskOfPlan found) {
        return tasks.save(found.task()).chain(() -> plans.save(found.plan())).chain(() -> view(found));
    }

    /** Both as they are now, stored or not. */
    final Uni<TaskChange> view(TaskOfPlan found) {
        return versions.show(found.plan())
                .map(plan -> new TaskChange(TaskView.of(found.task().snapshot()), plan));
    }
}
