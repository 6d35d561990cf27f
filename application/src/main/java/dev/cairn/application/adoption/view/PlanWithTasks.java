package dev.cairn.application.adoption.view;

import java.util.List;

/**
 * A plan and the first of its tasks.
 *
 * @param plan the plan
 * @param tasks its tasks by sequence, without those that a synchronisation archived
 */
public record PlanWithTasks(PlanView plan, List<TaskView> tasks) {
    public PlanWithTasks {
        tasks = List.copyOf(tasks);
    }
}
