package dev.cairn.benchmarks.operation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cairn.benchmarks.load.Requests;
import dev.cairn.benchmarks.place.Data;
import java.io.IOException;

/** Any one thing by its id, of which there are as many as customers. */
final class ReadOne extends Operation {
    private final String path;

    private ReadOne(String key, String title, String script, String path) {
        super(key, title, 200, script);
        this.path = path;
    }

    /** Any customer by its id. */
    static ReadOne customer() {
        return new ReadOne("a", "GET one customer", "a-customer.sql", "/api/v1/customers/" + Data.CUSTOMER);
    }

    /** Any plan with its tasks. */
    static ReadOne plan() {
        return new ReadOne("f", "GET plan with 50 tasks", "f-plan.sql", "/api/v1/adoption-plans/" + Data.PLAN);
    }

    @Override
    public Requests requests(Bench bench) throws IOException {
        var before = ("GET " + path).getBytes(US_ASCII);
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
