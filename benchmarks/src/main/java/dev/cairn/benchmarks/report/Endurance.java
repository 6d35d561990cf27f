package dev.cairn.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How the service was over a long time.
 *
 * @param answered right answers
 * @param errors other ones
 * @param firstError what the first of those said, or nothing
 * @param samples how it was now and then
 */
public record Endurance(long answered, long errors, String firstError, List<Sample> samples) {
    /** What a process may gain between the second quarter of the time and the last without being said to grow. */
    private static final double TOLERANCE = 1.10;

    /**
     * How it was at one time.
     *
     * @param minute since it began
     * @param residentMegabytes in memory
     * @param connections that the service holds to the database
     * @param openFiles of the service, connections of clients among them
     */
    public record Sample(double minute, long residentMegabytes, long connections, long openFiles) {}

    /** Whether memory, connections and files stayed what they had become after the first quarter of the time. */
    @JsonIgnore
    public boolean isFlat() {
        int quarter = samples.size() / 4;
        if (quarter == 0) {
            return true;
        }
        return stays(Sample::residentMegabytes, quarter)
                && stays(Sample::connections, quarter)
                && stays(Sample::openFiles, quarter);
    }

    private boolean stays(ToLongFunction<Sample> figure, int quarter) {
        long early = samples.subList(quarter, 2 * quarter).stream()
                .mapToLong(figure)
                .max()
                .orElse(0);
        long late = samples.subList(samples.size() - quarter, samples.size()).stream()
                .mapToLong(figure)
                .max()
                .orElse(0);
        return late <= early * TOLERANCE;
    }
}
