package dev.cairn.application.adoption.view;

import dev.cairn.domain.adoption.SolutionAdoptionPlan;
import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.shared.CustomerId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a customer is doing, on one page.
 *
 * @param customer who it is
 * @param plans the plans of its products and where they are heading, oldest first, those that came with a solution among them
 * @param solutions how far it is with its solutions, oldest first
 * @param completedLast30Days how many of its tasks were finished in the last 30 days and still are
 * @param nextTasks the next five things to do, by plan and sequence: tasks that count and are not complete
 */
public record CustomerOverview(
        Head customer,
        List<PlanProspect> plans,
        List<SolutionAdoptionPlan> solutions,
        int completedLast30Days,
        List<TaskView> nextTasks) {
    /** The most tasks that are named as the next ones. */
    public static final int NEXT_TASKS = 5;

    /** How far back a finished task counts, in days. */
    public static final int RECENT_DAYS = 30;

    public CustomerOverview {
        plans = List.copyOf(plans);
        solutions = List.copyOf(solutions);
        nextTasks = List.copyOf(nextTasks);
    }

    /**
     * What the page says of the customer itself. Type, account status and stage are in the customer context's words.
     *
     * @param assignedTo the name of whoever looks after it
     */
    public record Head(
            CustomerId id,
            String code,
            String name,
            String type,
            String accountStatus,
            String lifecycleStage,
            Optional<String> assignedTo) {}

    /** The figures over all plans, each once: sums over what is stored with each, so they cannot drift. */
    public Progress progress() {
        return Stream.concat(
                        plans.stream().map(prospect -> prospect.view().plan().progress()),
                        solutions.stream().map(solution -> solution.own().progress()))
                .reduce(Progress.NONE, Progress::plus);
    }
}
