package dev.cairn.benchmarks.report;

/**
 * A window of pgbench and the one of the service right behind it.
 *
 * @param pgBenchRate transactions a second
 * @param serviceRate right answers a second
 * @param load how many processes wanted a core during the last minute, when it was over
 */
public record Round(double pgBenchRate, double serviceRate, double load) {
    /** How much of what the database alone can do reaches the client. */
    public double ratio() {
        return pgBenchRate == 0 ? 0 : serviceRate / pgBenchRate;
    }
}
