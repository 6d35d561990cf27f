package dev.cairn.domain.adoption.published;

import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.Weight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a plan is, and equally the step between two such pictures: its figures add and subtract, so a step may be
 * negative. Numbers of tasks are derived from {@code byStatus}, so that the two cannot disagree.
 *
 * @param byStatus how many tasks are in each status, of all that are not archived; every status is there
 * @param totalWeight weight of the tasks that count (not NOT_APPLICABLE), two decimals
 * @param completedWeight weight of those among them that are complete, two decimals
 */
public record Progress(Map<TaskStatus, Integer> byStatus, BigDecimal totalWeight, BigDecimal completedWeight) {
    /** No task at all, or no step. */
    public static final Progress NONE = new Progress(Map.of(), BigDecimal.ZERO, BigDecimal.ZERO);

    private static final int SCALE = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Progress {
        var counts = new EnumMap<TaskStatus, Integer>(TaskStatus.class);
        for (var status : TaskStatus.values()) {
            counts.put(status, byStatus.getOrDefault(status, 0));
        }
        byStatus = Collections.unmodifiableMap(counts);
        totalWeight = totalWeight.setScale(SCALE, RoundingMode.UNNECESSARY);
        completedWeight = completedWeight.setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    /** What one task adds to its plan. */
    public static Progress of(TaskStatus status, Weight weight) {
        return new Progress(
                Map.of(status, 1),
                status.counts() ? weight.value() : BigDecimal.ZERO,
                status.isComplete() ? weight.value() : BigDecimal.ZERO);
    }

    /** How many tasks count. */
    public int totalTasks() {
        return byStatus.entrySet().stream()
                .filter(entry -> entry.getKey().counts())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** How many of the tasks that count are complete. */
    public int completedTasks() {
        return byStatus.entrySet().stream()
                .filter(entry -> entry.getKey().isComplete())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** These figures and the other's together. */
    public Progress plus(Progress other) {
        return new Progress(
                counts(other, 1), totalWeight.add(other.totalWeight), completedWeight.add(other.completedWeight));
    }

    /** The step from the other's figures to these. */
    public Progress minus(Progress other) {
        return new Progress(
                counts(other, -1),
                totalWeight.subtract(other.totalWeight),
                completedWeight.subtract(other.completedWeight));
    }

    private Map<TaskStatus, Integer> counts(Progress other, int sign) {
        var counts = new EnumMap<>(byStatus);
        other.byStatus.forEach((status, count) -> counts.merge(status, sign * count, Integer::sum));
        return counts;
    }

    /** Whether every figure is zero. */
    public boolean isNothing() {
        return equals(NONE);
    }

    /** Completed over total weight, 0 to 100, half-up to two decimals; 0 when nothing weighs anything. */
    public BigDecimal percentage() {
        return percentage(totalWeight, completedWeight);
    }

    /** The same of two weights, for who has sums of them over several plans and no tasks to count. */
    public static BigDecimal percentage(BigDecimal totalWeight, BigDecimal completedWeight) {
        return totalWeight.signum() == 0
                ? BigDecimal.ZERO.setScale(SCALE)
                : completedWeight.multiply(HUNDRED).divide(totalWeight, SCALE, RoundingMode.HALF_UP);
    }

    /** The figures that differ between these and later ones. */
    Changes until(Progress later) {
        var to = later.figures();
        var changes = Changes.compare();
        figures().forEach((name, figure) -> changes.field(name, figure, to.getOrDefault(name, Optional.empty())));
        return changes.done();
    }

    /** The figures under the names that clients know. */
    public Map<String, Object> figures() {
        var statuses = new TreeMap<String, Object>();
        byStatus.forEach((status, count) -> statuses.put(status.name(), count));
        return Map.of(
                "totalTasks",
                totalTasks(),
                "totalWeight",
                totalWeight,
                "completedTasks",
                completedTasks(),
                "completedWeight",
                completedWeight,
                "progressPercentage",
                percentage(),
                "byStatus",
                statuses);
    }
}
