package dev.cairn.application.adoption.solution.view;

import dev.cairn.application.adoption.view.TaskView;
import dev.cairn.domain.adoption.SolutionAdoptionPlan;
import dev.cairn.domain.adoption.SolutionAssignment;
import java.util.List;
import java.util.Optional;

/**
 * The assignment of a solution as it is shown.
 *
 * @param assignment its state
 * @param plan how far the customer is with it
 * @param tasks the first of the solution's own tasks by sequence, where they were asked for
 */
public record SolutionAssignmentView(
        SolutionAssignment.Snapshot assignment, SolutionAdoptionPlan plan, Optional<List<TaskView>> tasks) {
    public SolutionAssignmentView {
        tasks = tasks.map(List::copyOf);
    }
}
