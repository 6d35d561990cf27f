package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.Fault;
import java.math.BigDecimal;

/**
 * Where a release stands among the releases of its product: later ones have higher levels.
 *
 * @param value 0 to 999,999.9999 with at most four decimals, kept without trailing zeros so that equal means equal
 */
public record ReleaseLevel(BigDecimal value) implements Comparable<ReleaseLevel> {
    private static final BigDecimal MAX = new BigDecimal("999999.9999");

    public ReleaseLevel {
        if (value.signum() < 0
                || value.compareTo(MAX) > 0
                || value.stripTrailingZeros().scale() > 4) {
            throw DomainException.invalid(Fault.Code.RANGE, "a level is 0 to 999999.9999 with at most four decimals");
        }
        value = value.stripTrailingZeros();
        value = value.scale() < 0 ? value.setScale(0) : value;
    }

    @Override
    public int compareTo(ReleaseLevel other) {
        return value.compareTo(other.value);
    }
}
