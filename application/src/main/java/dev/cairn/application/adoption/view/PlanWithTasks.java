package dev.cairn.application.adoption.view;

import java.util.List;

/**
 * A plan and the first of its tasks.
 *
 * @param plan the plan, and where it is heading
 * @param tasks its tasks by sequence, without those that a synchronisation archived
 */
public record PlanWithTasks(PlanProspect plan, List<TaskView> tasks) {
    public PlanWithTasks {
        tasks = List.copyOf(tasks);
    }
}
