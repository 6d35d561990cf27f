package dev.cairn.application.adoption.rollout;

import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.RollOutFilter;
import dev.cairn.domain.shared.JobId;
import dev.cairn.domain.shared.ProductId;

/** Plans of a product shall follow it, as a job; or it is asked what that would do. */
public interface RollOutProduct extends UseCase<RollOutProduct.Command, JobId> {
    /**
     * What is wanted.
     *
     * @param filter which of the product's plans
     * @param dryRun whether nothing is to change
     */
    record Command(ProductId product, RollOutFilter filter, boolean dryRun) implements GuardedCommand {
        /** Each plan passes the gate by itself when it is its turn. */
        @Override
        public Target target() {
            return new Target.OfOrganisation();
        }
    }
}
