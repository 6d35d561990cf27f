package dev.cairn.domain.adoption;

import dev.cairn.domain.adoption.published.Outlook;
import dev.cairn.domain.adoption.published.Progress;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When a plan will be complete if it goes on as it went lately: the weight that remains over the weight that was completed
 * each day. It is made of four figures, and tells all of them, so that anybody can make it again. Days are those of UTC.
 *
 * @param outlook what it comes to
 * @param windowDays how many days back the pace looks, 1 to 30: no further than the plan is old, begun days counting whole
 * @param recentWeight the weight of the tasks that were completed in these days and still are
 * @param velocity recentWeight over windowDays: weight a day, half-up to four decimals
 * @param remainingWeight the weight that counts and is not complete
 * @param daysLeft remainingWeight over the exact pace, rounded up to whole days, at most {@link #MAX_DAYS}; absent while
 *     something remains and nothing moves
 * @param projectedDate today and so many days; absent without them, and when nothing remains
 * @param expectedDate when the plan is expected to be complete
 */
public record Forecast(
        Outlook outlook,
        int windowDays,
        BigDecimal recentWeight,
        BigDecimal velocity,
        BigDecimal remainingWeight,
        Optional<Integer> daysLeft,
        Optional<LocalDate> projectedDate,
        LocalDate expectedDate) {
    /** How far back the pace looks at most. */
    public static final Duration WINDOW = Duration.ofDays(30);

    /** The most days that are told; further ahead nothing is foreseen. */
    public static final int MAX_DAYS = 36_500;

    private static final int VELOCITY_SCALE = 4;

    /**
     * Foresees a plan.
     *
     * @param progress the plan's figures
     * @param recentWeight the weight of its live tasks that were completed since {@link #WINDOW} ago, though not before it
     *     started, and still are; two decimals
     * @param startedAt when it was born, or came back
     */
    public static Forecast of(
            Progress progress, BigDecimal recentWeight, Instant startedAt, ForecastPolicy policy, Instant now) {
        var age = startedAt.isBefore(now) ? Duration.between(startedAt, now) : Duration.ZERO;
        var days = (int) Math.min(WINDOW.toDays(), Math.max(1, begunDays(age)));
        var remaining = progress.totalWeight().subtract(progress.completedWeight());
        var expectedDate =
                startedAt.plus(policy.expected()).atZone(ZoneOffset.UTC).toLocalDate();
        var today = now.atZone(ZoneOffset.UTC).toLocalDate();
        var left = daysLeft(remaining, recentWeight, days);
        var projected = left.filter(more -> more > 0).map(today::plusDays);
        return new Forecast(
                outlook(left, projected, expectedDate, age),
                days,
                recentWeight,
                recentWeight.divide(BigDecimal.valueOf(days), VELOCITY_SCALE, RoundingMode.HALF_UP),
                remaining,
                left,
                projected,
                expectedDate);
    }

    private static long begunDays(Duration age) {
        return age.toDays() + (age.equals(Duration.ofDays(age.toDays())) ? 0 : 1);
    }

    private static Optional<Integer> daysLeft(BigDecimal remaining, BigDecimal recent, int days) {
        if (remaining.signum() == 0) {
            return Optional.of(0);
        }
        if (recent.signum() == 0) {
            return Optional.empty();
        }
        var exact = remaining.multiply(BigDecimal.valueOf(days)).divide(recent, 0, RoundingMode.CEILING);
        return Optional.of(exact.min(BigDecimal.valueOf(MAX_DAYS)).intValueExact());
    }

    private static Outlook outlook(
            Optional<Integer> left, Optional<LocalDate> projected, LocalDate expected, Duration age) {
        if (left.isEmpty() && age.compareTo(WINDOW) >= 0) {
            return Outlook.STUCK;
        }
        return projected.filter(day -> day.isAfter(expected)).isPresent() ? Outlook.BEHIND : Outlook.ON_TRACK;
    }
}
