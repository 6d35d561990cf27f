package dev.cairn.benchmarks.report;

import java.util.List;

/**
 * The middle of some figures and their range. The middle and not the mean: on a shared machine single windows go wrong.
 *
 * @param median the middle one, or between the two middle ones
 * @param least the least
 * @param greatest the greatest
 */
public record Spread(double median, double least, double greatest) {
    /** Of one figure or more. */
    public static Spread of(List<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("there is no middle of nothing");
        }
        var sorted = figures.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }
}
