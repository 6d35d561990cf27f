package dev.cairn.application.shared;

import dev.cairn.domain.customer.published.AccountStatus;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.CustomerId;
import java.util.Optional;

/**
 * What the gate must know of the customer behind a target.
 *
 * @param customer the customer
 * @param assignedTo whom the customer is assigned to
 * @param status whether writes are possible at all
 * @param stage where it stands in the pipeline
 * @param archived whether the target itself was removed from the customer: readable for some, writable for nobody
 */
public record Standing(
        CustomerId customer,
        Optional<String> assignedTo,
        AccountStatus status,
        LifecycleStage stage,
        boolean archived) {}
