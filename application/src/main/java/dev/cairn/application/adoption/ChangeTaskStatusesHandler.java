package dev.cairn.application.adoption;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.port.ProductVersions;
import dev.cairn.application.adoption.view.TaskView;
import dev.cairn.application.adoption.view.TasksChange;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.adoption.published.Progress;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class ChangeTaskStatusesHandler extends Change<ChangeTaskStatuses.Command, AdoptionPlan, TasksChange>
        implements ChangeTaskStatuses {
    private final AdoptionPlans plans;
    private final CustomerTasks tasks;
    private final ProductVersions versions;

    ChangeTaskStatusesHandler(Frame frame, AdoptionPlans plans, CustomerTasks tasks, ProductVersions versions) {
        super(frame, Permission.TASK_STATUS);
        this.plans = plans;
        this.tasks = tasks;
        this.versions = versions;
    }

    @Override
    protected Uni<AdoptionPlan> find(Command command) {
        return plans.lock(command.plan());
    }

    @Override
    protected Uni<TasksChange> change(AdoptionPlan plan, Command command, Call call) {
        return tasks.ofPlan(command.plan(), command.tasks().ids())
                .chain(found -> change(plan, command.tasks().from(found), command, call));
    }

    private Uni<TasksChange> change(AdoptionPlan plan, List<CustomerTask> chosen, Command command, Call call) {
        var source = call.caller().decisionSource();
        var step = chosen.stream()
                .map(task -> task.changeStatus(command.to(), command.note(), source, call.actor(), call.now()))
                .reduce(Progress.NONE, Progress::plus);
        plan.advance(step, call.actor(), call.now());
        return tasks.saveAll(chosen)
                .chain(() -> plans.save(plan))
                .chain(() -> versions.show(plan))
                .map(view -> new TasksChange(
                        chosen.stream()
                                .map(task -> TaskView.of(task.snapshot()))
                                .toList(),
                        view));
    }
}
