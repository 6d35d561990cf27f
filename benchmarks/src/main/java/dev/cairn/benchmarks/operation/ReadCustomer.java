package dev.cairn.benchmarks.operation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cairn.benchmarks.load.Requests;
import dev.cairn.benchmarks.place.Data;
import java.io.IOException;

/** Any customer by its id. */
final class ReadCustomer extends Operation {
    ReadCustomer() {
        super("a", "GET one customer", 200, "a-customer.sql");
    }

    @Override
    public Requests requests(Bench bench) throws IOException {
        var before = ("GET /api/v1/customers/" + Data.CUSTOMER).getBytes(US_ASCII);
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
