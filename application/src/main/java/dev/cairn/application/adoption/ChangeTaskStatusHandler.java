package dev.cairn.application.adoption;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.port.ProductVersions;
import dev.cairn.application.adoption.view.TaskChange;
import dev.cairn.application.adoption.view.TaskView;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class ChangeTaskStatusHandler extends Change<ChangeTaskStatus.Command, ChangeTaskStatusHandler.TaskOfPlan, TaskChange>
        implements ChangeTaskStatus {
    private final AdoptionPlans plans;
    private final CustomerTasks tasks;
    private final ProductVersions versions;

    ChangeTaskStatusHandler(Frame frame, AdoptionPlans plans, CustomerTasks tasks, ProductVersions versions) {
        super(frame, Permission.TASK_STATUS);
        this.plans = plans;
        this.tasks = tasks;
        this.versions = versions;
    }

    /** A task and the plan whose lock guards it. */
    record TaskOfPlan(AdoptionPlan plan, CustomerTask task) implements Versioned {
        @Override
        public long version() {
            return task.version();
        }
    }

    @Override
    protected Uni<TaskOfPlan> find(Command command) {
        // Lock first, load second: the other order adds two people's steps to one stale picture.
        return plans.lockPlanOf(command.task())
                .chain(plan -> tasks.get(command.task()).map(task -> new TaskOfPlan(plan, task)));
    }

    @Override
    protected Uni<TaskChange> change(TaskOfPlan found, Command command, Call call) {
        var plan = found.plan();
        var task = found.task();
        var source = call.caller().decisionSource();
        var step = task.changeStatus(command.to(), command.note(), source, call.actor(), call.now());
        plan.advance(step, call.actor(), call.now());
        return tasks.save(task)
                .chain(() -> plans.save(plan))
                .chain(() -> versions.show(plan))
                .map(view -> new TaskChange(TaskView.of(task.snapshot()), view));
    }
}
