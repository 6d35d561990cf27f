package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Measured;
import dev.cairn.bootstrap.support.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How many bytes the hot operations allocate for a request: a figure that tells of work done in vain and hardly depends on
 * how busy the machine is, as a stop-watch does. A bound is about half as much again as what was measured when it was set.
 */
@QuarkusTest
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int REQUESTS = 60;
    private static final String CUSTOMERS = "/api/v1/customers";

    private final Organisation org = Organisation.fresh();
    private final String token = org.token("admin", Map.of());
    private final HttpClient client = HttpClient.newHttpClient();

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    private void send(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What the threads that serve requests have allocated so far; the client's own and the test's are not among them. */
    private static long allocated() {
        var serving = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("vert.x-")
                        || thread.getName().startsWith("executor-thread-"))
                .mapToLong(Thread::getId)
                .toArray();
        return LongStream.of(THREADS.getThreadAllocatedBytes(serving)).sum();
    }

    /** The middle of many requests, each made ready before it is counted. */
    private void allocatesAtMost(int kilobytes, int times, IntFunction<HttpRequest> ready) {
        IntStream.range(0, times).mapToObj(ready).forEach(this::send);
        var bytes = new long[times];
        for (int i = 0; i < times; i++) {
            var request = ready.apply(times + i);
            var before = allocated();
            send(request);
            bytes[i] = allocated() - before;
        }
        Arrays.sort(bytes);
        assertThat(bytes[times / 2] / 1024).as("kB for a request").isLessThanOrEqualTo(kilobytes);
    }

    @Test
    void reading_a_customer() {
        var customer = org.customer("{\"name\": \"Read\"}");
        allocatesAtMost(52, REQUESTS, i -> request("GET", CUSTOMERS + "/" + customer, ""));
    }

    @Test
    void reading_a_page_of_fifty_customers() {
        IntStream.range(0, 60).forEach(i -> org.customer("{\"name\": \"Listed " + i + "\"}"));
        String cursor = org.as("admin").get(CUSTOMERS + "?limit=5").path("nextCursor");
        allocatesAtMost(320, REQUESTS, i -> request("GET", CUSTOMERS + "?limit=50&cursor=" + cursor, ""));
    }

    @Test
    void bringing_in_a_customer() {
        allocatesAtMost(
                115,
                REQUESTS,
                i -> request("POST", CUSTOMERS, "{\"name\": \"New " + i + "\", \"industry\": \"Retail\"}"));
    }

    @Test
    void assigning_a_product_of_fifty_tasks() {
        var product =
                Catalogue.product(org, Catalogue.ofTasks("Assigned", 50, "1")).getString("id");
        var customers = Stream.generate(() -> org.customer("{\"name\": \"Buyer " + System.nanoTime() + "\"}"))
                .limit(2L * REQUESTS)
                .toList();
        allocatesAtMost(
                1_000,
                REQUESTS,
                i -> request(
                        "POST",
                        CUSTOMERS + "/" + customers.get(i) + "/products",
                        "{\"productId\": \"" + product + "\"}"));
    }

    @Test
    void changing_the_status_of_a_task() {
        var adopted = Adopted.ofTasks(org, 50, "1");
        allocatesAtMost(
                200,
                REQUESTS,
                i -> request(
                        "PUT",
                        adopted.taskPath(i % 50) + "/status",
                        "{\"status\": \"" + (i / 50 % 2 == 0 ? "DONE" : "IN_PROGRESS") + "\"}"));
    }

    @Test
    void reading_a_plan_of_fifty_tasks() {
        var adopted = Adopted.ofTasks(org, 50, "1");
        allocatesAtMost(700, REQUESTS, i -> request("GET", adopted.planPath(), ""));
    }

    @Test
    void judging_a_thousand_values_that_move_as_many_tasks() {
        var product = Catalogue.product(org, Measured.document("Measured", 50, "1"));
        var plans = Stream.generate(() -> Adopted.by(
                                org, org.customer("{\"name\": \"Measured " + System.nanoTime() + "\"}"), product)
                        .planPath())
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .limit(20)
                .toList();
        allocatesAtMost(56_000, 8, i -> request("POST", "/api/v1/telemetry/values", batch(plans, i % 2 * 100 + 50)));
    }

    private static String batch(Iterable<String> plans, int value) {
        var rows = new StringBuilder();
        for (var plan : plans) {
            rows.append(IntStream.rangeClosed(1, 50)
                    .mapToObj(task -> "{\"planId\": \"" + plan + "\", \"taskName\": \"Task " + task
                            + "\", \"attributeName\": \"Users\", \"value\": " + value + "}, ")
                    .collect(Collectors.joining()));
        }
        return "{\"values\": [" + rows.substring(0, rows.length() - 2) + "]}";
    }

    @Test
    void synchronising_a_plan_of_which_ten_tasks_changed() {
        var adopted = Adopted.ofTasks(org, 50, "1");
        var product = adopted.product();
        allocatesAtMost(1_600, 20, i -> {
            var changed = IntStream.range(0, 50)
                    .mapToObj(task -> "{\"key\": \"t" + (task + 1) + "\", \"name\": \"Task " + (task + 1)
                            + "\", \"weight\": 1" + (task < 10 ? ", \"notes\": \"Change " + i + "\"" : "") + "}")
                    .collect(Collectors.joining(", ", "{\"name\": \"Plain\", \"tasks\": [", "]}"));
            Catalogue.edit(org, product.getString("id"), changed);
            return request("POST", adopted.planPath() + "/sync", "{}");
        });
    }
}
