package dev.cairn.application.adoption.published;

import dev.cairn.domain.shared.CustomerId;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;

/** How far a customer is over all its plans, inside the unit of work at hand. */
public interface CustomerProgress {
    /** Completed weight over applicable weight, in per cent with two decimals; 0 without plans. */
    Uni<BigDecimal> percentageOf(CustomerId customer);
}
