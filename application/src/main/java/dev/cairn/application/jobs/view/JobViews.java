package dev.cairn.application.jobs.view;

import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.JobId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Reads jobs: everybody's, or those that the reader started. Both fail with JOB_NOT_FOUND for any other. */
public interface JobViews {
    /** One job. */
    Uni<JobView> get(ReadScope scope, JobId id);

    /**
     * What became of its plans, by plan.
     *
     * @param state only those that are so far
     */
    Uni<Page<PlanResult>> results(ReadScope scope, JobId id, Optional<PlanState> state, PageRequest<FixedOrder> page);
}
