package dev.cairn.application.customer;

import dev.cairn.application.customer.view.CustomerView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.customer.LifecycleReason;
import dev.cairn.domain.shared.CustomerId;
import java.util.Optional;

/** Somebody moves a customer on in its lifecycle. */
public interface MoveLifecycle extends UseCase<MoveLifecycle.Command, CustomerView> {
    /** Why it moves, and so where to. */
    record Command(CustomerId customer, LifecycleReason reason, Optional<String> note)
            implements CustomerChange.OfOne {}
}
