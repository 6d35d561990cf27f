package dev.cairn.domain.adoption;

import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.shared.TelemetryAttributeId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What telemetry says of a task at one instant, and why.
 *
 * @param task the task
 * @param rule the rule that decided
 * @param from the task's status
 * @param to the status that telemetry would give it: the status itself in AUTO, a suggestion in MANUAL
 * @param findings what each active attribute said, by order and name
 */
public record Judgement(TaskId task, StatusRule rule, TaskStatus from, TaskStatus to, List<Finding> findings) {
    public Judgement {
        findings = List.copyOf(findings);
    }

    /** What an attribute said; nothing when it was not asked. */
    Optional<Finding> of(TelemetryAttributeId attribute) {
        return findings.stream()
                .filter(finding -> finding.attribute().id().equals(attribute))
                .findFirst();
    }

    /** What is suggested to whoever has the say; nothing in AUTO, and when it is the status already. */
    public Optional<TaskStatus> suggestion(StatusMode mode) {
        return mode == StatusMode.MANUAL && differs() ? Optional.of(to) : Optional.empty();
    }

    /** Whether telemetry sees another status than the task has. */
    public boolean differs() {
        return from != to;
    }

    /**
     * The rule and what was seen, for people: the rule's number and words, then the sentence of every attribute that has
     * a value.
     */
    public String sentence() {
        var seen = findings.stream()
                .flatMap(finding -> finding.evaluation().stream()
                        .map(evaluation -> finding.attribute().name() + ": " + evaluation.sentence()
                                + (finding.fresh() ? "" : " (no longer fresh)")))
                .collect(Collectors.joining("; "));
        return "Rule " + rule.number() + ": " + rule.sentence() + (seen.isEmpty() ? "." : ". " + seen + ".");
    }
}
