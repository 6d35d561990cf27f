package dev.cairn.application.adoption.view;

import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ReleaseId;
import java.util.Optional;

/**
 * Which tasks of a plan are wanted; what is absent does not narrow.
 *
 * @param status in this status
 * @param outcome that has this outcome itself; a task without outcomes has none
 * @param release that has this release itself
 * @param tag with a tag of exactly this name
 * @param archived those that a synchronisation put away, instead of those that are part of the plan
 */
public record TaskFilter(
        Optional<TaskStatus> status,
        Optional<OutcomeId> outcome,
        Optional<ReleaseId> release,
        Optional<String> tag,
        boolean archived) {
    /** Every task that is part of the plan. */
    public static final TaskFilter LIVE =
            new TaskFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
}
