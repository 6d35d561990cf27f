package dev.cairn.application.adoption;

import dev.cairn.application.adoption.view.TaskChange;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.StatusNote;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.TaskId;
import java.util.Optional;

/** Somebody says how far one task is. */
public interface ChangeTaskStatus extends UseCase<ChangeTaskStatus.Command, TaskChange> {
    /**
     * Which task, and how far it is.
     *
     * @param note what is said about it; none clears the note that is there
     */
    record Command(TaskId task, TaskStatus to, Optional<StatusNote> note) implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfTask(task);
        }
    }
}
