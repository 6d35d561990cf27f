package dev.cairn.application.adoption;

import dev.cairn.application.adoption.view.SavedFilter;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.TaskFilter;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.PlanId;

/** Somebody says how they look at a plan from now on. */
public interface SaveFilterPreference extends UseCase<SaveFilterPreference.Command, SavedFilter> {
    /**
     * Who looks at which plan, and how.
     *
     * @param reader the caller: nobody writes another's
     */
    record Command(Actor reader, PlanId plan, TaskFilter filter) implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfPlan(plan);
        }
    }
}
