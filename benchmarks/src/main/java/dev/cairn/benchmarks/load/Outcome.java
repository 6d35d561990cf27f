package dev.cairn.benchmarks.load;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What came of a load: how many answers of which status, how long they took, and what the first wrong one said. */
public final class Outcome {
    private static final long LONGEST = TimeUnit.MINUTES.toMicros(2);

    private final Histogram micros = new Histogram(LONGEST, 3);
    private final int[] counts = new int[600];
    private long errors;
    private long withRetryAfter;
    private @Nullable String firstError;

    /** From the first request to the last answer. */
    double seconds;

    /** Whether it ended because there was nothing left to ask. */
    boolean exhausted;

    /** Nothing yet. */
    public Outcome() {}

    /** Of work that is told of as a whole, by whoever did it. */
    public static Outcome of(long done, double seconds, int errors, String firstError) {
        var outcome = new Outcome();
        outcome.micros.recordValueWithCount(
                Math.max(1, Math.min(LONGEST, done == 0 ? LONGEST : (long) (seconds * 1e6 / done))), done);
        outcome.seconds = seconds;
        if (errors > 0) {
            outcome.errors = errors;
            outcome.firstError = firstError;
        }
        return outcome;
    }

    void add(long nanos, AnswerParser answer, IntPredicate expected) {
        int status = answer.status();
        counts[Math.min(status, counts.length - 1)]++;
        if (answer.hasRetryAfter()) {
            withRetryAfter++;
        }
        if (expected.test(status)) {
            micros.recordValue(Math.min(LONGEST, Math.max(1, nanos / 1_000)));
        } else {
            error(status + " " + answer.body());
        }
    }

    void lost() {
        error("the connection was closed before the answer was complete");
    }

    private void error(String what) {
        errors++;
        if (firstError == null) {
            firstError = what;
        }
    }

    /** Adds what came of another load that went on where this one ended. */
    public void add(Outcome other) {
        micros.add(other.micros);
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        errors += other.errors;
        withRetryAfter += other.withRetryAfter;
        if (firstError == null) {
            firstError = other.firstError;
        }
        seconds += other.seconds;
        exhausted = other.exhausted;
    }

    /** How many requests were answered as they should be. */
    public long answered() {
        return micros.getTotalCount();
    }

    /** How many were not. */
    public long errors() {
        return errors;
    }

    /** What the first of those said. */
    public Optional<String> firstError() {
        return Optional.ofNullable(firstError);
    }

    /** How many answers there were of each status. */
    public Map<Integer, Long> byStatus() {
        var byStatus = new TreeMap<Integer, Long>();
        for (int status = 0; status < counts.length; status++) {
            if (counts[status] > 0) {
                byStatus.put(status, (long) counts[status]);
            }
        }
        return byStatus;
    }

    /** How many answers said when to try again. */
    public long withRetryAfter() {
        return withRetryAfter;
    }

    /** How long it took, from the first request to the last answer. */
    public double seconds() {
        return seconds;
    }

    /** Whether there was nothing left to ask before the time was over. */
    public boolean exhausted() {
        return exhausted;
    }

    /** Right answers a second. */
    public double rate() {
        return seconds == 0 ? 0 : answered() / seconds;
    }

    /** The time in milliseconds that so many per cent of the right answers did not exceed. */
    public double millis(double percentile) {
        return answered() == 0 ? 0 : micros.getValueAtPercentile(percentile) / 1_000.0;
    }
}
