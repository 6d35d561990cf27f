package dev.cairn.benchmarks.report;

import java.util.List;

/**
 * What was measured of an operation.
 *
 * @param key its letter
 * @param title what it does
 * @param ratio of the service's rate to pgbench's, of the rounds
 * @param serviceRate right answers a second, of the rounds
 * @param pgBenchRate transactions a second, of the rounds
 * @param p50 milliseconds that half of the answers took at most
 * @param p99 milliseconds that 99 of a hundred took at most
 * @param p999 milliseconds that 999 of a thousand took at most
 * @param pgBenchMillis milliseconds that a transaction of pgbench took on average
 * @param answered right answers in all
 * @param errors other answers
 * @param firstError what the first of those said, or nothing
 * @param cpu where the time went
 * @param residentMegabytes of the service, afterwards
 * @param rounds each pair of windows
 */
public record Measured(
        String key,
        String title,
        Spread ratio,
        Spread serviceRate,
        Spread pgBenchRate,
        double p50,
        double p99,
        double p999,
        double pgBenchMillis,
        long answered,
        long errors,
        String firstError,
        Cpu cpu,
        long residentMegabytes,
        List<Round> rounds) {

    /**
     * Microseconds on a core for each request; a core does nothing else meanwhile.
     *
     * @param service of the service
     * @param database of PostgreSQL behind the service
     * @param generator of the generator of load
     * @param databaseOfPgBench of PostgreSQL behind pgbench, for each transaction
     * @param pgBench of pgbench itself
     */
    public record Cpu(double service, double database, double generator, double databaseOfPgBench, double pgBench) {}
}
