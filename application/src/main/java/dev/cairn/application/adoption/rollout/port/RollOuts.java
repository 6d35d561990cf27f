package dev.cairn.application.adoption.rollout.port;

import dev.cairn.domain.adoption.RollOutFilter;
import dev.cairn.domain.adoption.RollOutOutcome;
import dev.cairn.domain.adoption.RollOutPlan;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.JobId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Which plans roll-outs of the organisation at hand are about, and what came of each. */
public interface RollOuts {
    /** Those of the customers that are there and visible. */
    Uni<Set<CustomerId>> seen(Set<CustomerId> customers);

    /** Writes down all live plans of the product that the filter selects; from then on the job is about these. */
    Uni<Void> select(JobId job, ProductId product, RollOutFilter filter);

    /** Plans that wait, by plan. */
    Uni<List<RollOutPlan>> waiting(JobId job, int most);

    /**
     * Takes hold of a plan's place in the roll-out until the unit of work ends.
     *
     * @return whether it may be begun: not when it is through, somebody else is at it, or the job was stopped
     */
    Uni<Boolean> begin(JobId job, PlanId plan);

    /** Notes what was done to a plan that was begun in this unit of work. */
    Uni<Void> done(JobId job, PlanId plan, RollOutOutcome outcome, Instant now);

    /** Notes that a plan failed, and why; nothing when it is through by now. */
    Uni<Void> failed(JobId job, PlanId plan, ErrorCode code, Instant now);

    /** Notes a try in vain; the plan waits for the next one. */
    Uni<Void> triedInVain(JobId job, PlanId plan);
}
