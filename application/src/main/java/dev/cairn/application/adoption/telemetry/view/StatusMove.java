package dev.cairn.application.adoption.telemetry.view;

import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;

/**
 * A status that telemetry changed.
 *
 * @param rule the number of the rule that decided, 1 to 8
 */
public record StatusMove(TaskId task, PlanId plan, TaskStatus from, TaskStatus to, int rule) {
    /** What became of a task of the plan, whose status moved. */
    public static StatusMove of(PlanId plan, CustomerTask.Evaluated evaluated) {
        var judgement = evaluated.judgement();
        return new StatusMove(
                judgement.task(),
                plan,
                judgement.from(),
                judgement.to(),
                judgement.rule().number());
    }
}
