package dev.cairn.benchmarks.operation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Changes ten tasks of the product whose plans are synchronised, so that every plan of it has something to follow. */
final class Moves {
    static final int CHANGED = 10;

    private final List<String> tasks = new ArrayList<>();

    void change(Bench bench) throws IOException {
        var product = "/api/v1/products/" + bench.data().products().moving() + "/tasks";
        if (tasks.isEmpty()) {
            for (var task : bench.api().get(product + "?limit=200").path("items")) {
                tasks.add(task.path("id").asText());
            }
        }
        for (var task : tasks.subList(0, CHANGED)) {
            bench.api().patch(product + "/" + task, "{\"notes\": \"Version " + System.nanoTime() + "\"}");
        }
    }
}
