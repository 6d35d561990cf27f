package dev.cairn.application.adoption;

import dev.cairn.application.adoption.view.TasksChange;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.StatusNote;
import dev.cairn.domain.adoption.TaskSelection;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.PlanId;
import java.util.Optional;

/** Somebody says the same of many tasks of one plan: all of them change, or none. */
public interface ChangeTaskStatuses extends UseCase<ChangeTaskStatuses.Command, TasksChange> {
    /**
     * Which tasks, and how far they are.
     *
     * @param note what is said about each; none clears the notes that are there
     */
    record Command(PlanId plan, TaskSelection tasks, TaskStatus to, Optional<StatusNote> note)
            implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfPlan(plan);
        }
    }
}
