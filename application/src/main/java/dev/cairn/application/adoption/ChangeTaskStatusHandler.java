package dev.cairn.application.adoption;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.port.ProductVersions;
import dev.cairn.application.adoption.view.PlanView;
import dev.cairn.application.adoption.view.TaskChange;
import dev.cairn.application.adoption.view.TaskView;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Handler;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.AdoptionPlan;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class ChangeTaskStatusHandler extends Handler<ChangeTaskStatus.Command, TaskChange> implements ChangeTaskStatus {
    private final AdoptionPlans plans;
    private final CustomerTasks tasks;
    private final ProductVersions versions;

    ChangeTaskStatusHandler(Frame frame, AdoptionPlans plans, CustomerTasks tasks, ProductVersions versions) {
        super(frame, Permission.TASK_STATUS);
        this.plans = plans;
        this.tasks = tasks;
        this.versions = versions;
    }

    @Override
    protected Uni<TaskChange> execute(Command command, Call call) {
        // Lock first, load second: the other order adds two people's steps to one stale picture.
        return plans.lockPlanOf(command.task()).chain(plan -> change(plan, command, call));
    }

    private Uni<TaskChange> change(AdoptionPlan plan, Command command, Call call) {
        return tasks.get(command.task()).chain(task -> {
            var source = Decisions.sourceOf(call.caller());
            var step = task.changeStatus(command.to(), command.note(), source, call.actor(), call.now());
            plan.advance(step, call.actor(), call.now());
            return tasks.save(task)
                    .chain(() -> plans.save(plan))
                    .chain(() -> versions.current(plan.product()))
                    .map(version ->
                            new TaskChange(TaskView.of(task.snapshot()), PlanView.of(plan.snapshot(), version)));
        });
    }
}
