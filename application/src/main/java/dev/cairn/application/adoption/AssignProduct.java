package dev.cairn.application.adoption;

import dev.cairn.application.adoption.view.AssignmentView;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.AssignmentName;
import dev.cairn.domain.adoption.Entitlement;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.ProductId;
import java.time.Instant;
import java.util.Optional;

/** A customer gets a product, and the plan for it is born. */
public interface AssignProduct extends UseCase<AssignProduct.Command, AssignmentView> {
    /**
     * Who gets how much of what.
     *
     * @param purchasedAt when it was bought; absent means now
     */
    record Command(
            CustomerId customer,
            ProductId product,
            AssignmentName name,
            Entitlement entitlement,
            Optional<Instant> purchasedAt)
            implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfCustomer(customer);
        }
    }
}
