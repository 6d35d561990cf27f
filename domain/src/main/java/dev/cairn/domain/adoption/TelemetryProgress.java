package dev.cairn.domain.adoption;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What telemetry says of a task, in numbers. Only active attributes are counted.
 *
 * @param totalAttributes how many there are
 * @param requiredAttributes how many of them are required
 * @param metAttributes how many are met
 * @param metRequiredAttributes how many of the required ones are met
 */
public record TelemetryProgress(
        int totalAttributes, int requiredAttributes, int metAttributes, int metRequiredAttributes) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Met over all, 0 to 100, half-up to two decimals; 0 without any. */
    public BigDecimal completionPercentage() {
        return totalAttributes == 0
                ? BigDecimal.ZERO.setScale(2)
                : BigDecimal.valueOf(metAttributes)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(totalAttributes), 2, RoundingMode.HALF_UP);
    }

    /** Whether everything is met that must be: the required ones, or all when none is required; never without any. */
    public boolean allRequiredMet() {
        return totalAttributes > 0
                && (requiredAttributes > 0
                        ? metRequiredAttributes == requiredAttributes
                        : metAttributes == totalAttributes);
    }
}
