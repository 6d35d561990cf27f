package dev.cairn.application.adoption.solution;

import dev.cairn.application.adoption.solution.view.SolutionAssignmentView;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.AssignmentName;
import dev.cairn.domain.adoption.Entitlement;
import dev.cairn.domain.adoption.ProductOverride;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.SolutionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A customer gets a solution with all its products, and the plans for all of it are born. */
public interface AssignSolution extends UseCase<AssignSolution.Command, SolutionAssignmentView> {
    /**
     * Who gets how much of what.
     *
     * @param name what tells it from another assignment of the solution; absent: the solution's name
     * @param overrides what some of its products are given instead, each product once
     * @param purchasedAt when it was bought; absent means now
     */
    record Command(
            CustomerId customer,
            SolutionId solution,
            Optional<AssignmentName> name,
            Entitlement entitlement,
            List<ProductOverride> overrides,
            Optional<Instant> purchasedAt)
            implements GuardedCommand {
        public Command {
            overrides = List.copyOf(overrides);
        }

        @Override
        public Target target() {
            return new Target.OfCustomer(customer);
        }
    }
}
