package dev.cairn.application.jobs;

import java.time.Duration;

/**
 * How jobs are done by one replica.
 *
 * @param turn how much of a job at a time, from 1: after it, another organisation has its turn
 * @param hands how many parts of it at once, from 1
 * @param lease how long a turn may last before others take the job to be abandoned
 */
public record JobSettings(int turn, int hands, Duration lease) {
    public JobSettings {
        if (turn < 1 || hands < 1 || lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException("jobs need a turn, hands and a lease of more than nothing");
        }
    }
}
