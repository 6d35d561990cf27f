package dev.cairn.application.adoption.telemetry.view;

import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.TaskId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Why tasks are in their status. */
public interface ExplanationViews {
    /**
     * The task judged as it stands at the instant; nothing is written. Fails with TASK_NOT_FOUND, also when the scope does
     * not see it.
     */
    Uni<TaskExplanation> of(ReadScope scope, TaskId task, Instant now);
}
