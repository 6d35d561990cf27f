package dev.cairn.benchmarks.operation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cairn.benchmarks.load.Requests;
import dev.cairn.benchmarks.place.Data;
import java.io.IOException;

/** Any plan with its tasks. */
final class ReadPlan extends Operation {
    ReadPlan() {
        super("f", "GET plan with 50 tasks", 200, "f-plan.sql");
    }

    @Override
    public Requests requests(Bench bench) throws IOException {
        var before = ("GET /api/v1/adoption-plans/" + Data.PLAN).getBytes(US_ASCII);
        var behind = (bench.head() + "\r\n").getBytes(US_ASCII);
        int customers = bench.data().customers();
        return into -> {
            into.put(before)
                    .digits(Data.OFFSET + 1 + bench.random().nextInt(customers), 12)
                    .put(behind);
            return true;
        };
    }
}
