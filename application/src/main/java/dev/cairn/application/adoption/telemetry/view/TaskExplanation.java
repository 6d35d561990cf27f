package dev.cairn.application.adoption.telemetry.view;

import dev.cairn.domain.adoption.Judgement;
import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.TaskStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a task is in its status: what telemetry says of it, and who has the say.
 *
 * @param mode who has the say over the status
 * @param judgement what telemetry says, and why
 * @param evaluatedAt the instant it says so
 */
public record TaskExplanation(StatusMode mode, Judgement judgement, Instant evaluatedAt) {
    /** The status that telemetry would give instead, while a person has the say. */
    public Optional<TaskStatus> suggested() {
        return judgement.suggestion(mode);
    }
}
