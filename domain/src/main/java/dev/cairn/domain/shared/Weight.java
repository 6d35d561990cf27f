package dev.cairn.domain.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Share of a product that a task stands for.
 *
 * @param value 0 to 100 with at most two decimals, kept at scale 2 so that equal means equal
 */
public record Weight(BigDecimal value) implements Comparable<Weight> {
    /** The most that one task, and all tasks of a product together, can weigh. */
    public static final BigDecimal MAX = new BigDecimal("100.00");

    /** No weight at all. */
    public static final Weight ZERO = new Weight(BigDecimal.ZERO);

    public Weight {
        if (value.signum() < 0
                || value.compareTo(MAX) > 0
                || value.stripTrailingZeros().scale() > 2) {
            throw DomainException.invalid(Fault.Code.RANGE, "a weight is 0 to 100 with at most two decimals");
        }
        value = value.setScale(2, RoundingMode.UNNECESSARY);
    }

    @Override
    public int compareTo(Weight other) {
        return value.compareTo(other.value);
    }
}
