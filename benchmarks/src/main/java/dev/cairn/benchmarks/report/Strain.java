package dev.cairn.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How the service was under twice the load that it can take.
 *
 * @param sustainable new customers a second that it takes under the usual load
 * @param taken and that it took under the doubled one
 * @param told how many it said it had taken, before and meanwhile
 * @param kept how many are there
 * @param refused answers of 429 and 503
 * @param withRetryAfter answers that say when to come back
 * @param errors all other answers, and connections that were closed
 * @param firstError what the first of those said, or nothing
 * @param p99 milliseconds, from when a request was due
 * @param recoverySeconds from the end of the load until answers came as before
 */
public record Strain(
        double sustainable,
        double taken,
        long told,
        long kept,
        long refused,
        long withRetryAfter,
        long errors,
        String firstError,
        double p99,
        double recoverySeconds) {
    /** Whether nothing was lost, and every refusal said when to come back. */
    @JsonIgnore
    public boolean isSound() {
        return told == kept && errors == 0 && withRetryAfter >= refused;
    }
}
