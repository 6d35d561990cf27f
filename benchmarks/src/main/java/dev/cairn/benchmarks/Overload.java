package dev.cairn.benchmarks;

import dev.cairn.benchmarks.load.Load;
import dev.cairn.benchmarks.load.Requests;
import dev.cairn.benchmarks.operation.Bench;
import dev.cairn.benchmarks.operation.Operations;
import dev.cairn.benchmarks.place.Data;
import dev.cairn.benchmarks.report.Strain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;

/**
 * Twice as many new customers as the service can take, over many connections: what it does not take it has to refuse with a
 * time to come back, what it says it took must be there, and soon after the end it must be as before.
 *
 * @param seconds how long
 */
record Overload(double seconds) {
    private static final int CONNECTIONS = 256;
    private static final int CALM_ANSWERS = 50;
    private static final double CALM_MILLIS = 100;

    Strain of(Bench bench) throws IOException, SQLException {
        var creating = Operations.creating();
        creating.tidy(bench);
        long began = created(bench);
        var calm = creating.byService(bench, seconds).told();
        var strained = new Load(bench.service().port(), CONNECTIONS, status -> status == 201 || isRefusal(status))
                .open(creating.requests(bench), seconds, 2 * calm.rate());
        double recovery = secondsToCalm(bench);
        long rows = created(bench) - began;
        creating.tidy(bench);
        var byStatus = strained.byStatus();
        long refused = byStatus.entrySet().stream()
                .filter(it -> isRefusal(it.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Strain(
                calm.rate(),
                byStatus.getOrDefault(201, 0L) / strained.seconds(),
                calm.answered() + byStatus.getOrDefault(201, 0L),
                rows,
                refused,
                strained.withRetryAfter(),
                calm.errors() + strained.errors(),
                strained.firstError().orElse(calm.firstError().orElse("")),
                strained.millis(99),
                recovery);
    }

    private static boolean isRefusal(int status) {
        return status == 429 || status == 503;
    }

    private static long created(Bench bench) throws SQLException {
        return bench.data().number("select count(*) from customer where name like 'Created %'");
    }

    /** Until so many answers in a row come as fast as they should. */
    private static double secondsToCalm(Bench bench) throws IOException {
        var request = ("GET /api/v1/customers/" + Data.uuid(Data.CUSTOMER, 1) + bench.head() + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        long end = System.nanoTime();
        var one = new Load(bench.service().port(), 1, status -> status == 200);
        for (int inARow = 0; inARow < CALM_ANSWERS; ) {
            var left = new int[] {1};
            Requests once = into -> {
                if (left[0]-- <= 0) {
                    return false;
                }
                into.put(request);
                return true;
            };
            var outcome = one.closed(once, 60);
            inARow = outcome.errors() == 0 && outcome.millis(100) < CALM_MILLIS ? inARow + 1 : 0;
        }
        return (System.nanoTime() - end) / 1e9;
    }
}
