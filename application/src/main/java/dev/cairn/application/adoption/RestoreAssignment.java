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

/**
 * A customer gets a product again that was taken from it, with the plan as far as it was. Of several that were removed under
 * the name, the last one comes back.
 */
public interface RestoreAssignment extends UseCase<RestoreAssignment.Command, AssignmentView> {
    /**
     * Who gets how much of what again.
     *
     * @param name the name under which the customer had it
     * @param purchasedAt when it was bought; absent means that it is as it was
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
