package dev.cairn.benchmarks.report;

/**
 * What the service takes to start and to be there.
 *
 * @param form how it was run
 * @param readySeconds from the start of the process to the first 200 of its readiness
 * @param firstAnswerMillis of the first request with a token
 * @param cpuSeconds on a core until it was ready
 * @param residentAtReady megabytes in memory when it was
 * @param residentAfter and after 10,000 requests
 * @param idleCores how much of a core it takes when nobody asks
 */
public record Footprint(
        String form,
        Spread readySeconds,
        Spread firstAnswerMillis,
        Spread cpuSeconds,
        Spread residentAtReady,
        Spread residentAfter,
        Spread idleCores) {}
