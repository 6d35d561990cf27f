package dev.cairn.bootstrap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.adapters.rest.shared.edge.RequestLog;
import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Scrape;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log says which organisation asked what and how it ended, and never about whom. */
@QuarkusTest
class LogTest {
    private static final String REQUESTS = "http_server_requests_seconds_count";
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String NAME = "Josephine Markward";
    private static final String EMAIL = "josephine.markward@privacy.example";
    private static final String PHONE = "+49 171 5550199";
    private static final String NOTE = "owes-us-a-favour";

    private final Organisation org = Organisation.fresh();
    private final List<LogRecord> records = Collections.synchronizedList(new ArrayList<>());
    private final Logger root = Logger.getLogger("");
    private final Logger requests = Logger.getLogger(RequestLog.NAME);
    private final Handler memory = new Handler() {
        @Override
        public void publish(LogRecord record) {
            ((ExtLogRecord) record).copyAll();
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        root.addHandler(memory);
        requests.setLevel(Level.INFO);
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(memory);
        requests.setLevel(Level.WARNING);
    }

    /** All that a formatter could write of a record. */
    private static String text(LogRecord record) {
        var extended = (ExtLogRecord) record;
        var whole = new StringWriter();
        whole.append(extended.getFormattedMessage())
                .append(' ')
                .append(extended.getMdcCopy().toString());
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(new PrintWriter(whole));
        }
        return whole.toString();
    }

    private List<ExtLogRecord> lines(int atLeast) {
        // The line of a request is written a moment after its answer.
        Awaitility.await().until(() -> requestLines().size() >= atLeast);
        return requestLines();
    }

    private List<ExtLogRecord> requestLines() {
        synchronized (records) {
            return records.stream()
                    .map(ExtLogRecord.class::cast)
                    .filter(record -> RequestLog.NAME.equals(record.getLoggerName()))
                    .filter(record -> !record.getMdcCopy().containsKey("organisation")
                            || org.name().equals(record.getMdcCopy().get("organisation")))
                    .toList();
        }
    }

    @Test
    void nothing_of_a_person_and_no_token_stands_in_the_log() throws SQLException {
        var person = "{\"type\": \"INDIVIDUAL\", \"firstName\": \"Josephine\", \"lastName\": \"Markward\","
                + " \"email\": \"%s\", \"phone\": \"%s\"%s}";
        var body = person.formatted(EMAIL, PHONE, "");
        var token = org.token("admin", Map.of());
        var id = org.customer(body);

        org.as("admin", body).post(CUSTOMERS).then().statusCode(409);
        org.as("admin", person.formatted(EMAIL, PHONE, ", \"type\": 7"))
                .post(CUSTOMERS)
                .then()
                .statusCode(400);
        org.as("admin", person.formatted(EMAIL, PHONE, ", \"" + NOTE + "\": \"" + NAME + "\""))
                .post(CUSTOMERS)
                .then()
                .statusCode(400);
        org.as("admin", body).put(CUSTOMERS + "/" + id).then().statusCode(200);
        org.as("admin").queryParam("q", EMAIL).get(CUSTOMERS).then().statusCode(200);
        org.as("admin").queryParam("limit", EMAIL).get(CUSTOMERS).then().statusCode(400);
        org.as("admin").get(CUSTOMERS + "/" + EMAIL).then().statusCode(404);
        org.as("admin").get("/api/v1/" + EMAIL).then().statusCode(404);
        given().header("Authorization", "Bearer " + token + "x")
                .get(CUSTOMERS)
                .then()
                .statusCode(401);
        try (var database = Database.asSuperuser()) {
            database.run("alter table customer add constraint ck_test_log check (email not like 'second.%')");
            try {
                org.as("admin", body.replace(EMAIL, "second." + EMAIL))
                        .post(CUSTOMERS)
                        .then()
                        .statusCode(500);
            } finally {
                database.run("alter table customer drop constraint ck_test_log");
            }
        }

        var lines = lines(11);
        assertThat(lines)
                .extracting(record -> record.getMdcCopy().get("status"))
                .contains("500", "409", "400", "404");
        var failures = records.stream().filter(record -> record.getLevel().intValue() >= Level.SEVERE.intValue());
        assertThat(failures.map(LogTest::text)).anyMatch(text -> text.contains("PgException 23514 of ck_test_log"));
        synchronized (records) {
            assertThat(records)
                    .allSatisfy(record -> assertThat(text(record))
                            .doesNotContainIgnoringCase("markward")
                            .doesNotContainIgnoringCase("josephine")
                            .doesNotContain(PHONE, "5550199", NOTE)
                            .doesNotContain(token.substring(token.lastIndexOf('.') + 1))
                            .doesNotContain(token.substring(0, token.indexOf('.'))));
        }
    }

    @Test
    void each_request_has_a_line_with_its_trace_organisation_template_and_end() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        org.as("css")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get(CUSTOMERS + "/" + "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01")
                .then()
                .statusCode(404);

        var line = lines(1).stream()
                .filter(record -> trace.equals(record.getMdcCopy().get("traceId")))
                .findFirst()
                .orElseThrow();

        assertThat(line.getMdcCopy())
                .containsEntry("organisation", org.name())
                .containsEntry("method", "GET")
                .containsEntry("route", "/api/v1/customers/{id}")
                .containsEntry("status", "404")
                .containsKey("millis");
        assertThat(line.getFormattedMessage()).matches("GET /api/v1/customers/\\{id} 404 in \\d+ ms");
    }

    @Test
    void a_client_that_hung_up_is_written_down_under_the_number_that_is_measured() throws IOException {
        var measured = Scrape.now().sum(REQUESTS, "status", "499");
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            // The rest of the body never comes, and with the end of this block neither does anybody wait for an answer.
            var begun = "POST " + CUSTOMERS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + org.token("css", Map.of())
                    + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(lines(1).get(0).getMdcCopy()).containsEntry("status", "499");
        assertThat(Scrape.now().sum(REQUESTS, "status", "499") - measured).isEqualTo(1);
    }

    @Test
    void a_failure_is_logged_under_the_trace_and_the_organisation_of_its_request() throws SQLException {
        String trace;
        try (var database = Database.asSuperuser()) {
            database.run("alter table customer add constraint ck_test_trace check (name <> 'Traced failure')");
            try {
                trace = org.as("css", "{\"name\": \"Traced failure\"}")
                        .post(CUSTOMERS)
                        .then()
                        .statusCode(500)
                        .extract()
                        .path("traceId");
            } finally {
                database.run("alter table customer drop constraint ck_test_trace");
            }
        }
        synchronized (records) {
            assertThat(records)
                    .filteredOn(record -> record.getLevel().intValue() >= Level.SEVERE.intValue())
                    .extracting(record -> ((ExtLogRecord) record).getMdcCopy())
                    .anySatisfy(marks -> assertThat(marks)
                            .containsEntry("traceId", trace)
                            .containsEntry("organisation", org.name()));
        }
    }
}
