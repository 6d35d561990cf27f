package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.adoption.telemetry.port.TasksInPlans;
import dev.cairn.application.adoption.telemetry.view.ExplanationViews;
import dev.cairn.application.adoption.telemetry.view.TaskExplanation;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;

/** A view that no adapter can serve alone: what it shows is not stored, the domain finds it when it is asked for. */
@Singleton
class LiveExplanations implements ExplanationViews {
    private final TasksInPlans tasks;
    private final FreshnessPolicy policy;

    LiveExplanations(TasksInPlans tasks, FreshnessPolicy policy) {
        this.tasks = tasks;
        this.policy = policy;
    }

    @Override
    public Uni<TaskExplanation> of(ReadScope scope, TaskId task, Instant now) {
        return tasks.get(scope, task)
                .map(found -> new TaskExplanation(
                        found.task().state().mode(),
                        CustomerTask.restore(found.task()).judge(found.plan(), policy, now),
                        now));
    }
}
