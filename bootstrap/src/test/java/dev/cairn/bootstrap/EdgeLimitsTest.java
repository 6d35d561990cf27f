package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Measured;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Parallel;
import dev.cairn.bootstrap.support.Problems;
import dev.cairn.bootstrap.support.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too long, too slow or no HTTP at all is refused at the edge, with a problem wherever one can still be told. */
@QuarkusTest
class EdgeLimitsTest {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final int MEBIBYTE = 1 << 20;

    @ConfigProperty(name = "cairn.http.body-timeout")
    Duration patience;

    private final Organisation org = Organisation.fresh();

    private Wire.Answer get(String target) {
        return Wire.send(
                "GET",
                target,
                Map.of("Authorization", "Bearer " + org.token("css", Map.of()), "Accept", "application/json"),
                new byte[0]);
    }

    private static void isMalformed(Wire.Answer answer) {
        Problems.isProblem(answer);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("code")).isEqualTo("MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CUSTOMERS + "/%zz",
                CUSTOMERS + "/%",
                CUSTOMERS + "/%4",
                CUSTOMERS + "/%C0%AF",
                CUSTOMERS + "/%ED%A0%80",
                CUSTOMERS + "/%FF",
                CUSTOMERS + "/a|b",
                CUSTOMERS + "/\"x\"",
                CUSTOMERS + "?q=%zz",
                CUSTOMERS + "?q=%",
                CUSTOMERS + "?q=%C0%80",
                CUSTOMERS + "?%E2%82=1",
                CUSTOMERS + "?q=<x>",
                "/nowhere%zz",
                "/q/health/live%"
            })
    void a_target_that_is_no_uri_is_a_problem(String target) {
        isMalformed(get(target));
    }

    @Test
    void what_is_escaped_well_is_read() {
        assertThat(get(CUSTOMERS + "?q=%F0%9F%97%BF%20caf%C3%A9").status()).isEqualTo(200);
        assertThat(get("/api/v1/caf%C3%A9").status()).isEqualTo(404);
    }

    @Test
    void a_query_of_8_kibibytes_is_read_and_one_byte_more_is_not() {
        var most = get(CUSTOMERS + "?" + "q".repeat(8 << 10));
        assertThat(most.json().getString("code")).isEqualTo("VALIDATION_ERROR");
        var more = get(CUSTOMERS + "?" + "q".repeat((8 << 10) + 1));
        isMalformed(more);
        assertThat(more.body()).contains("8192 bytes");
        isMalformed(get(CUSTOMERS + "?" + "q".repeat(20_000)));
    }

    @Test
    void headers_of_more_than_16_kibibytes_are_a_problem() {
        var answer = Wire.send("GET", CUSTOMERS, Map.of("X-Long", "x".repeat(17 << 10)), new byte[0]);
        isMalformed(answer);
        assertThat(answer.body()).contains("16384 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 12})
    void a_body_in_chunks_is_measured_as_it_comes(int mebibytes) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(head("POST", CUSTOMERS, "Transfer-Encoding: chunked"));
            var chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.UTF_8);
            var broken = false;
            for (int i = 0; i <= mebibytes * 16 && !broken; i++) {
                try {
                    out.write(chunk);
                } catch (IOException refusedMeanwhile) {
                    broken = true;
                }
            }
            if (!broken) {
                out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            }
            var answer = firstAnswer(socket);
            assertThat(answer).startsWith("HTTP/1.1 413 ").contains("PAYLOAD_TOO_LARGE");
            assertThat(answer).contains(mebibytes < 11 ? MEBIBYTE + " bytes" : " bytes");
        }
    }

    @Test
    void whoever_sends_a_body_too_slowly_is_hung_up_on_and_nobody_else() {
        var ends = Parallel.times(4, i -> switch (i) {
            case 0 -> drip("Content-Length: 100000");
            case 1 -> drip("Transfer-Encoding: chunked");
            case 2 -> stop();
            default -> patient();
        });
        assertThat(ends).isEqualTo(List.of("closed", "closed", "closed", "served"));
    }

    /** Larger than what the platform reads at once: its request never counts as ended. */
    @Test
    void work_on_a_body_that_is_here_may_take_longer_than_the_body_might_have() throws SQLException {
        var row = "{\"attributeId\": \"00000000-0000-7000-8000-000000000000\", \"value\": 1, \"notes\": \"%s\"}";
        var rows = Collections.nCopies(2_000, row.formatted("n".repeat(1_000)));
        try (var other = Database.asSuperuser()) {
            other.run("begin");
            other.run("lock table telemetry_attribute in access exclusive mode");
            var answer = CompletableFuture.supplyAsync(() -> Measured.batch(org, Measured.rows(rows)));
            LockSupport.parkNanos(patience.plusMillis(1_000).toNanos());
            other.run("rollback");
            answer.join().then().statusCode(200).body("failed", hasSize(2_000));
        }
    }

    private byte[] head(String method, String target, String... more) {
        return (method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer " + org.token("css", Map.of()) + "\r\n" + String.join("\r\n", more)
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A byte now and then, each well before a time-out of idleness would fire. */
    private String drip(String length) {
        return until(
                (socket, chunk) -> {
                    socket.getOutputStream().write(chunk.getBytes(StandardCharsets.UTF_8));
                    LockSupport.parkNanos(patience.dividedBy(10).toNanos());
                },
                length);
    }

    /** Half a body, and then nothing any more. */
    private String stop() {
        return until(
                (socket, chunk) -> LockSupport.parkNanos(patience.dividedBy(10).toNanos()), "Content-Length: 10");
    }

    private interface Dawdling {
        void next(Socket socket, String chunk) throws IOException;
    }

    private String until(Dawdling dawdling, String length) {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(1);
            socket.getOutputStream().write(head("POST", CUSTOMERS, length));
            var chunk = length.startsWith("Content") ? " " : "1\r\n \r\n";
            var end = System.nanoTime() + patience.multipliedBy(2).toNanos();
            while (System.nanoTime() < end) {
                dawdling.next(socket, chunk);
                if (isClosed(socket)) {
                    return "closed";
                }
            }
            return "still open";
        } catch (IOException cut) {
            return "closed";
        }
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException silent) {
            return false;
        }
    }

    /** A refused request whose body nobody read, a rest, and another request over the same connection. */
    private String patient() {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            var body = " ".repeat(50_000);
            socket.getOutputStream()
                    .write(("POST " + CUSTOMERS + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length()
                                    + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(firstAnswer(socket)).startsWith("HTTP/1.1 401 ");
            LockSupport.parkNanos(patience.plusMillis(500).toNanos());
            socket.getOutputStream().write(head("GET", CUSTOMERS, "Accept: application/json"));
            assertThat(firstAnswer(socket)).startsWith("HTTP/1.1 200 ");
            return "served";
        } catch (IOException cut) {
            return "cut: " + cut;
        }
    }

    /** Reads one answer, whose length stands in its head. */
    private static String firstAnswer(Socket socket) throws IOException {
        var read = new ByteArrayOutputStream();
        var whole = "";
        do {
            var next = socket.getInputStream().read();
            if (next < 0) {
                return whole;
            }
            read.write(next);
            whole = read.toString(StandardCharsets.UTF_8);
        } while (!isWhole(whole));
        return whole;
    }

    private static boolean isWhole(String answer) {
        var end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        var length =
                answer.toLowerCase(Locale.ROOT).substring(0, end).replaceAll("(?s).*content-length: (\\d+).*", "$1");
        return answer.length() >= end + 4 + Integer.parseInt(length);
    }

    @Test
    void what_cannot_be_read_is_told_before_a_missing_token() {
        isMalformed(Wire.send("GET", CUSTOMERS + "?q=%zz", Map.of(), new byte[0]));
    }
}
