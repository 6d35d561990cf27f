package dev.cairn.application.adoption.view;

import java.util.List;

/**
 * Tasks after a change of many, and what became of their plan.
 *
 * @param tasks the tasks, in the order they were named
 * @param plan their plan
 */
public record TasksChange(List<TaskView> tasks, PlanView plan) {
    public TasksChange {
        tasks = List.copyOf(tasks);
    }
}
