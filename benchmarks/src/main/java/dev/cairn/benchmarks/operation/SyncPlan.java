package dev.cairn.benchmarks.operation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cairn.benchmarks.load.Requests;
import dev.cairn.benchmarks.place.Data;
import java.io.IOException;
import java.util.Map;

/** A plan of fifty tasks follows its product, of which ten tasks changed. */
final class SyncPlan extends MovingPlans {
    private static final int PLANS = 4_000;

    SyncPlan() {
        super("h", "POST sync of a 50-task plan, 10 changed", "h-sync.sql", PLANS);
    }

    @Override
    public Requests requests(Bench bench) throws IOException {
        var before = ("POST /api/v1/adoption-plans/" + Data.PLAN).getBytes(US_ASCII);
        var behind = ("/sync" + bench.head() + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
                .getBytes(US_ASCII);
        var next = new int[1];
        return into -> {
            if (next[0] == PLANS) {
                return false;
            }
            into.put(before).digits(Data.OFFSET + Data.MOVING + ++next[0], 12).put(behind);
            return true;
        };
    }

    @Override
    Map<String, String> variables(Bench bench) {
        return Map.of();
    }
}
