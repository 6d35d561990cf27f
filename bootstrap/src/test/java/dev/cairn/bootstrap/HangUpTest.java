package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Clients that hang up in the middle must cost the service nothing but the answer. */
@QuarkusTest
class HangUpTest {
    /** More than the pool has connections, several times over. */
    private static final int CLIENTS = 120;

    private final Organisation org = Organisation.fresh();

    @Test
    void reads_and_writes_that_nobody_waits_for_leave_no_connection_behind() {
        var adopted = Adopted.ofTasks(org, 5, "2.5");
        var plan = adopted.planPath();

        Parallel.times(CLIENTS, i -> hangUp("GET", plan, "", i));
        Parallel.times(CLIENTS, i -> hangUp("PUT", adopted.taskPath(i % 5) + "/status", "{\"status\": \"DONE\"}", i));
        Parallel.times(CLIENTS, i -> hangUp("POST", "/api/v1/customers", "{\"name\": \"Gone " + i + "\"}", i));
        Parallel.times(CLIENTS, i -> hangUp("GET", "/api/v1/customers", "", i));

        var answers = Parallel.times(40, i -> org.as("css").get(plan).statusCode());
        assertThat(answers).containsOnly(200);
        org.as("css", "{\"name\": \"Still here\"}")
                .post("/api/v1/customers")
                .then()
                .statusCode(201);
        var figures = adopted.readPlan();
        long done =
                figures.getList("tasks.status").stream().filter("DONE"::equals).count();
        assertThat(figures.getLong("progress.completedTasks")).isEqualTo(done);
    }

    /** Sends a request and resets the connection a little later, each client at another moment. */
    private int hangUp(String method, String path, String body, int client) {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoLinger(true, 0);
            var request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + org.token("css", Map.of()) + "\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            LockSupport.parkNanos(client % 25 * 1_000_000L);
            return client;
        } catch (IOException reset) {
            return client;
        }
    }
}
