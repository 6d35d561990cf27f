package dev.cairn.application.customer.view;

import dev.cairn.domain.customer.Customer;
import java.math.BigDecimal;

/**
 * A customer as it is shown.
 *
 * @param customer its state
 * @param progressPercentage completed weight over applicable weight of all its plans, 0 to 100, two decimals
 */
public record CustomerView(Customer.Snapshot customer, BigDecimal progressPercentage) {}
