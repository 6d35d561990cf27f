package dev.cairn.benchmarks.operation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cairn.benchmarks.load.Requests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Fifty customers by name from anywhere in the list, by a cursor that an earlier walk was given. */
final class ListCustomers extends Operation {
    private static final int PAGE = 50;
    private static final String PATH = "/api/v1/customers?sort=name&limit=";

    private List<String> cursors = List.of();

    ListCustomers() {
        super("b", "GET 50 customers, a page of the walk", 200, "b-customers.sql");
    }

    /** Walks the list once, in steps that leave a cursor here and there; those with a whole page behind them are kept. */
    @Override
    public void prepare(Bench bench) throws IOException {
        int customers = bench.data().customers();
        int step = Math.min(PAGE, customers / 10);
        var found = new ArrayList<String>();
        var page = bench.api().get(PATH + step);
        for (int passed = step; passed + PAGE <= customers; passed += step) {
            var cursor = page.path("nextCursor").asText();
            found.add(cursor);
            page = bench.api().get(PATH + step + "&cursor=" + cursor);
        }
        cursors = found;
    }

    @Override
    public Requests requests(Bench bench) throws IOException {
        var behind = (bench.head() + "\r\n").getBytes(US_ASCII);
        var pages = cursors.stream()
                .map(cursor -> ("GET " + PATH + PAGE + "&cursor=" + cursor).getBytes(US_ASCII))
                .toList();
        return into -> {
            into.put(pages.get(bench.random().nextInt(pages.size()))).put(behind);
            return true;
        };
    }
}
