package dev.cairn.application.jobs;

import dev.cairn.application.jobs.view.JobView;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.shared.JobId;

/** Somebody stops a job. */
public interface CancelJob extends UseCase<CancelJob.Command, JobView> {
    /**
     * Which job.
     *
     * @param scope among which: everybody's, or those that the caller started
     */
    record Command(ReadScope scope, JobId job) implements GuardedCommand {
        /** No customer stands behind a job; whose it is the scope says. */
        @Override
        public Target target() {
            return new Target.OfOrganisation();
        }
    }
}
