package dev.cairn.domain.adoption;

import dev.cairn.domain.adoption.published.TaskStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * How telemetry moves a status: the table of eight rules, in their order; the first that holds decides. Who has the say
 * over the task plays no part here: what telemetry finds is a status for a task in AUTO and a suggestion in MANUAL, so
 * "complete by automation" is complete, whoever made it so.
 */
public enum StatusRule {
    /** Nothing is measured, or the task is none to judge. */
    NOT_JUDGED(
            "nothing is measured here, or the task does not apply or is archived",
            (task, facts) -> facts.total() == 0 || task.archived() || task.status() == TaskStatus.NOT_APPLICABLE),
    NEVER_A_VALUE("no value was ever reported", (task, facts) -> facts.known() == 0),
    ALL_MET("all that must be met is met", (task, facts) -> facts.allMetAndFresh(), TaskStatus.DONE),
    USE_ENDED(
            "it was complete, and no value is fresh any more",
            (task, facts) -> task.status().isComplete() && facts.fresh() == 0,
            TaskStatus.NO_LONGER_USING),
    NOTHING_FRESH("no value is fresh", (task, facts) -> facts.fresh() == 0),
    NOT_ALL_ANY_MORE(
            "it was in use, and fresh values do not meet all that must be met",
            (task, facts) -> task.status().isComplete() || task.status() == TaskStatus.NO_LONGER_USING,
            TaskStatus.IN_PROGRESS),
    SOME_MET("some of it is met", (task, facts) -> facts.metFresh() > 0, TaskStatus.IN_PROGRESS),
    NOTHING_MET("values are fresh, and none meets its criteria", (task, facts) -> true);

    private static final List<StatusRule> TABLE = List.of(values());

    private final String sentence;
    private final BiPredicate<Judged, TelemetryFacts> situation;
    private final Optional<TaskStatus> writes;

    /**
     * The task as far as the rules look at it.
     *
     * @param status its status
     * @param archived whether it is no longer part of its plan
     */
    record Judged(TaskStatus status, boolean archived) {}

    StatusRule(String sentence, BiPredicate<Judged, TelemetryFacts> situation) {
        this(sentence, situation, Optional.empty());
    }

    StatusRule(String sentence, BiPredicate<Judged, TelemetryFacts> situation, TaskStatus writes) {
        this(sentence, situation, Optional.of(writes));
    }

    StatusRule(String sentence, BiPredicate<Judged, TelemetryFacts> situation, Optional<TaskStatus> writes) {
        this.sentence = sentence;
        this.situation = situation;
        this.writes = writes;
    }

    /** The rule that decides. */
    static StatusRule of(TaskStatus status, boolean archived, TelemetryFacts facts) {
        var task = new Judged(status, archived);
        for (var rule : TABLE) {
            if (rule.situation.test(task, facts)) {
                return rule;
            }
        }
        return NOTHING_MET;
    }

    /** Its number in the table, 1 to 8. */
    public int number() {
        return ordinal() + 1;
    }

    /** The situation in words. */
    public String sentence() {
        return sentence;
    }

    /** The status that follows. What a person accepted as COMPLETED is done as well and stays so. */
    public TaskStatus after(TaskStatus status) {
        return this == ALL_MET && status.isComplete() ? status : writes.orElse(status);
    }
}
