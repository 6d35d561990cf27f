package dev.cairn.benchmarks.operation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cairn.benchmarks.load.Requests;
import dev.cairn.benchmarks.place.Data;
import java.io.IOException;
import java.sql.SQLException;

/** A customer that was not there. */
final class CreateCustomer extends Operation {
    private static final String BODY_BEFORE = "{\"name\": \"Created ";
    private static final String BODY_BETWEEN = "\", \"externalId\": \"created-";
    private static final String BODY_BEHIND =
            "\", \"type\": \"BUSINESS\", \"industry\": \"Retail\", \"website\": \"https://example.org\", \"phone\": \"+49 30 1234567\","
                    + " \"description\": \"A customer as there are many.\", \"lifecycleStage\": \"ACTIVE\","
                    + " \"tags\": [\"emea\", \"tier-1\"]}";

    private long created;

    CreateCustomer() {
        super("c", "POST customer", 201, "c-create-customer.sql");
    }

    @Override
    public Requests requests(Bench bench) throws IOException {
        int length = BODY_BEFORE.length() + 12 + BODY_BETWEEN.length() + 12 + BODY_BEHIND.length();
        var before = ("POST /api/v1/customers" + bench.head() + "Content-Type: application/json\r\nContent-Length: "
                        + length + "\r\n\r\n" + BODY_BEFORE)
                .getBytes(US_ASCII);
        var between = BODY_BETWEEN.getBytes(US_ASCII);
        var behind = BODY_BEHIND.getBytes(US_ASCII);
        return into -> {
            long number = Data.OFFSET + created++;
            into.put(before).digits(number, 12).put(between).digits(number, 12).put(behind);
            return true;
        };
    }

    @Override
    public void tidy(Bench bench) throws SQLException {
        bench.data().tidy();
    }
}
