package dev.cairn.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", exchange -> {
            int number = asked.incrementAndGet();
            var body = ("answer " + number).repeat(1_000).getBytes(US_ASCII);
            int status = number % 10 == 0 ? 500 : 200;
            // Every second one in chunks.
            exchange.sendResponseHeaders(status, number % 2 == 0 ? 0 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static Requests requests(int count) {
        var left = new AtomicInteger(count);
        return into -> {
            if (left.getAndDecrement() <= 0) {
                return false;
            }
            into.put("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            return true;
        };
    }

    private Load load() {
        return new Load(server.getAddress().getPort(), 4, status -> status == 200);
    }

    @Test
    void every_request_is_answered_and_counted_once() throws IOException {
        var outcome = load().closed(requests(200), 30);

        assertThat(asked).hasValue(200);
        assertThat(outcome.exhausted()).isTrue();
        assertThat(outcome.answered()).isEqualTo(180);
        assertThat(outcome.errors()).isEqualTo(20);
        assertThat(outcome.byStatus()).containsEntry(200, 180L).containsEntry(500, 20L);
        assertThat(outcome.firstError().orElseThrow()).startsWith("500 answer");
    }

    @Test
    void it_ends_when_the_time_is_over() throws IOException {
        var outcome = load().closed(requests(Integer.MAX_VALUE), 0.2);

        assertThat(outcome.exhausted()).isFalse();
        assertThat(outcome.seconds()).isBetween(0.1, 5.0);
        assertThat(outcome.answered() + outcome.errors()).isEqualTo(asked.get());
    }

    @Test
    void at_a_rate_what_waits_for_a_connection_counts_as_late() throws IOException {
        server.createContext("/slow", exchange -> {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        Requests slow = into -> {
            into.put("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
            return true;
        };

        // One connection is answered ten times a second at most; twice as much is wanted.
        var outcome = new Load(server.getAddress().getPort(), 1, status -> status == 200).open(slow, 1, 20);

        assertThat(outcome.millis(100)).isGreaterThan(300);
        assertThat(outcome.millis(0)).isGreaterThan(90);
    }
}
