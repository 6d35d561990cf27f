package dev.cairn.application.customer;

import dev.cairn.application.customer.view.CustomerView;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.customer.CustomerCode;
import dev.cairn.domain.customer.CustomerDetails;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.CustomerId;
import java.util.Optional;

/** Somebody brings a customer into the organisation. */
public interface CreateCustomer extends UseCase<CreateCustomer.Command, CustomerView> {
    /**
     * The customer as it is to be.
     *
     * @param id the id it is to have, for callers inside the service that know it before; absent makes one
     * @param code the code it is to have; absent generates one
     */
    record Command(Optional<CustomerId> id, Optional<CustomerCode> code, CustomerDetails details, LifecycleStage stage)
            implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfOrganisation();
        }
    }
}
