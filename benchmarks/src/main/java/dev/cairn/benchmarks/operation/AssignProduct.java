package dev.cairn.benchmarks.operation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cairn.benchmarks.load.Requests;
import dev.cairn.benchmarks.place.Data;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** A product of fifty tasks for a customer who has nothing yet. */
final class AssignProduct extends Operation {
    private static final int FRESH = 4_000;

    AssignProduct() {
        super("d", "POST assignment of a 50-task product", 201, "d-assign.sql");
    }

    @Override
    int ready(Bench bench) throws SQLException {
        bench.data().tidy();
        bench.data().addFresh(FRESH);
        bench.data().restart(Data.FRESH);
        return FRESH;
    }

    @Override
    public Requests requests(Bench bench) throws IOException {
        var body = "{\"productId\": \"" + bench.data().products().assigned() + "\", \"licenseLevel\": \"SIGNATURE\"}";
        var before = ("POST /api/v1/customers/" + Data.CUSTOMER).getBytes(US_ASCII);
        var behind = ("/products" + bench.head() + "Content-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(US_ASCII);
        var next = new int[1];
        return into -> {
            if (next[0] == FRESH) {
                return false;
            }
            into.put(before).digits(Data.OFFSET + Data.FRESH + ++next[0], 12).put(behind);
            return true;
        };
    }

    @Override
    Map<String, String> variables(Bench bench) throws SQLException {
        var product = bench.data().products().assigned();
        return Map.of("product", product, "template", bench.data().planToCopy(product));
    }

    @Override
    public void tidy(Bench bench) throws SQLException {
        bench.data().tidy();
    }
}
