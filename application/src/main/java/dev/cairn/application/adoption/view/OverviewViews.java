package dev.cairn.application.adoption.view;

import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.CustomerId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Customers as a whole, seen from what they adopt. */
public interface OverviewViews {
    /**
     * The overview of one customer. Fails with CUSTOMER_NOT_FOUND, also when the scope does not see it.
     *
     * @param now what the last 30 days end with, and forecasts are made for
     */
    Uni<CustomerOverview> of(ReadScope scope, CustomerId customer, Instant now);
}
