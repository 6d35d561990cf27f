package dev.cairn.domain.adoption;

import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.telemetry.published.Evaluation;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A supposition tried on tasks, one after the other: what telemetry would make of each by the values it has. Nothing of it
 * is kept but counts and a few examples, however many tasks there are.
 */
public final class Simulation {
    /** The most examples. */
    public static final int MAX_EXAMPLES = 20;

    private final Supposition supposed;
    private final FreshnessPolicy policy;
    private final Instant now;
    private final Map<Way, Integer> changes = new TreeMap<>();
    private final Map<Way, Integer> suggestions = new TreeMap<>();
    private final List<Example> examples = new ArrayList<>();
    private int tasks;
    private int judged;
    private int errors;

    /** From which status to which, in the order of the statuses. */
    private record Way(TaskStatus from, TaskStatus to) implements Comparable<Way> {
        @Override
        public int compareTo(Way other) {
            return Comparator.comparing(Way::from).thenComparing(Way::to).compare(this, other);
        }
    }

    /**
     * Tasks that would go the same way.
     *
     * @param from the status they have
     * @param to the status telemetry would see
     * @param count how many, from 1
     */
    public record Move(TaskStatus from, TaskStatus to, int count) {}

    /**
     * A task whose status would change.
     *
     * @param sentence the rule that would decide, and what was seen
     */
    public record Example(
            TaskId task, PlanId plan, CustomerId customer, TaskStatus from, TaskStatus to, String sentence) {}

    /**
     * What it came to.
     *
     * @param tasks how many tasks were looked at
     * @param judged how many of them are measured by the definition
     * @param changes what the status of tasks in AUTO would become, where it would be another one
     * @param suggestions what would be suggested for tasks in MANUAL, where it is not their status
     * @param errors for how many tasks the criteria could not judge the value
     * @param examples some of the tasks whose status would change, at most {@link #MAX_EXAMPLES}
     */
    public record Outcome(
            int tasks, int judged, List<Move> changes, List<Move> suggestions, int errors, List<Example> examples) {
        public Outcome {
            changes = List.copyOf(changes);
            suggestions = List.copyOf(suggestions);
            examples = List.copyOf(examples);
        }
    }

    /**
     * A simulation at its beginning.
     *
     * @param supposed what is tried
     * @param now the instant that all tasks are judged at
     */
    public Simulation(Supposition supposed, FreshnessPolicy policy, Instant now) {
        this.supposed = supposed;
        this.policy = policy;
        this.now = now;
    }

    /** Tries it on one task of a plan; a task that has no copy of the definition is counted, not judged.
     *
     * @param visible whether who asks may see the task's customer: only then is it an example
     */
    public void tryOn(AdoptionPlan.Snapshot plan, CustomerTask.Snapshot task, boolean visible) {
        tasks++;
        if (task.telemetry().stream().noneMatch(supposed::isOf)) {
            return;
        }
        judged++;
        var judgement = CustomerTask.restore(supposed.of(task)).judge(plan, policy, now);
        if (judgement.findings().stream().anyMatch(this::isError)) {
            errors++;
        }
        if (!judgement.differs()) {
            return;
        }
        var way = new Way(judgement.from(), judgement.to());
        if (task.state().mode() == StatusMode.MANUAL) {
            suggestions.merge(way, 1, Integer::sum);
            return;
        }
        changes.merge(way, 1, Integer::sum);
        if (visible && examples.size() < MAX_EXAMPLES) {
            examples.add(new Example(
                    task.id(),
                    task.plan(),
                    task.customer(),
                    way.from(),
                    way.to(),
                    StatusNote.cut(judgement.sentence()).value()));
        }
    }

    private boolean isError(Finding finding) {
        return supposed.isOf(finding.attribute())
                && finding.evaluation()
                        .filter(it -> it.verdict() == Evaluation.Verdict.ERROR)
                        .isPresent();
    }

    /** What it came to so far. */
    public Outcome outcome() {
        return new Outcome(tasks, judged, moves(changes), moves(suggestions), errors, examples);
    }

    private static List<Move> moves(Map<Way, Integer> counted) {
        return counted.entrySet().stream()
                .map(it -> new Move(it.getKey().from(), it.getKey().to(), it.getValue()))
                .toList();
    }
}
