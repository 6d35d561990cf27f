package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cairn.application.shared.KeptAnswerPurge;
import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Description;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Parallel;
import dev.cairn.bootstrap.support.Statements;
import dev.cairn.bootstrap.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that is sent again under its key is done once, whatever happens in between. */
@QuarkusTest
class RetryTest {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";

    @Inject
    KeptAnswerPurge purge;

    private final Organisation org = Organisation.fresh();
    private final String key = UUID.randomUUID().toString();

    private static Stream<Description.Operation> posts() {
        return Description.served().operations().stream()
                .filter(operation -> operation.method().equals("POST"));
    }

    private RequestSpecification keyed(String who, String body) {
        return org.as(who, body).header(KEY, key);
    }

    private Response create(String name) {
        return keyed("css", "{\"name\": \"" + name + "\"}").post(CUSTOMERS);
    }

    private long customers() {
        return org.as("admin").get(CUSTOMERS).jsonPath().getLong("total");
    }

    private long rows(String what) throws SQLException {
        return rows(org, what);
    }

    private static long rows(Organisation of, String what) throws SQLException {
        try (var database = Database.asSuperuser()) {
            return database.number("select count(*) from " + what + " where org_id = '" + of.name() + "'");
        }
    }

    @Test
    void every_post_takes_a_key() {
        assertThat(posts()).isNotEmpty().allMatch(operation -> operation.takesHeader(KEY));
    }

    @TestFactory
    Stream<DynamicTest> the_second_time_it_is_answered_as_the_first_time_and_nothing_happens() {
        return posts().map(operation -> dynamicTest(
                operation.id(), () -> the_second_time_it_is_answered_as_the_first_time_and_nothing_happens(operation)));
    }

    private void the_second_time_it_is_answered_as_the_first_time_and_nothing_happens(Description.Operation post)
            throws SQLException {
        var description = Description.served();
        var own = Organisation.fresh();
        var world = World.in(own);
        var first = world.send(description, post, own.as("admin").header(KEY, key));
        assertThat(first.statusCode()).as(first.asString()).isBetween(200, 204);
        assertThat(first.header(REPLAYED)).isNull();
        var told = rows(own, "audit_entry");

        var second = world.send(description, post, own.as("admin").header(KEY, key));

        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.contentType()).isEqualTo(first.contentType());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header(REPLAYED)).isEqualTo("true");
        assertThat(rows(own, "audit_entry")).isEqualTo(told);
    }

    @Nested
    class ARepetition {
        @Test
        void of_a_request_whose_answer_was_lost_brings_the_answer() throws IOException {
            hangUp("Lost");
            Awaitility.await().until(() -> customers() == 1);
            create("Lost").then().statusCode(201).header(REPLAYED, is("true"));
            assertThat(customers()).isEqualTo(1);
        }

        @Test
        void of_a_request_that_was_cut_off_in_the_middle_does_the_work() throws SQLException {
            try (var database = Database.asSuperuser()) {
                // A foreign transaction holds the name, so the request waits in the middle of its work.
                database.run("begin");
                database.run("insert into customer_code_counter (org_id, last) values ('" + org.name() + "', 7)");
                var cut = Parallel.times(2, i -> i == 0 ? create("Cut").statusCode() : cutOff());
                assertThat(cut.get(0)).isEqualTo(503);
                database.run("rollback");
            }
            assertThat(rows("kept_answer")).isZero();
            create("Cut").then().statusCode(201);
            create("Cut").then().statusCode(201).header(REPLAYED, is("true"));
            assertThat(customers()).isEqualTo(1);
        }

        /** Ends the connection of the request that waits. */
        private int cutOff() {
            var waiting = "usename = 'cairn_app' and wait_event_type = 'Lock' and query like '%customer_code_counter%'";
            try (var database = Database.asSuperuser()) {
                Awaitility.await()
                        .until(() -> database.number("select count(*) from pg_stat_activity where " + waiting) == 1);
                database.rows("select pg_terminate_backend(pid) from pg_stat_activity where " + waiting);
                return 0;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Test
        void at_the_same_moment_is_the_same_work() {
            var answers = Parallel.times(12, i -> create("Once"));
            assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
            assertThat(answers.stream().filter(answer -> answer.header(REPLAYED) == null))
                    .hasSize(1);
            assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
            assertThat(customers()).isEqualTo(1);
        }

        @Test
        void at_the_same_moment_of_a_change_on_the_short_road_is_the_same_work() {
            var adopted = Adopted.ofTasks(org, 2, "10");
            var body = "{\"taskIds\": [\"" + adopted.tasks().get(0) + "\"], \"status\": \"DONE\", \"notes\": \"x\"}";
            var answers = Parallel.times(12, i -> keyed("css", body).post(adopted.planPath() + "/tasks/status"));
            assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
            assertThat(answers.stream().filter(answer -> answer.header(REPLAYED) == null))
                    .hasSize(1);
        }

        @Test
        void that_comes_while_the_first_is_at_work_for_long_is_asked_to_come_again() throws SQLException {
            try (var database = Database.asSuperuser()) {
                var lock = "hashtextextended('" + org.name() + "' || chr(10) || '" + org.person("css")
                        + "' || chr(10) || '" + key + "', 0)";
                database.rows("select pg_advisory_lock(" + lock + ")");
                var answer = create("Busy");
                refused(answer, 409, "IDEMPOTENCY_KEY_IN_USE");
                assertThat(answer.header("Retry-After")).isEqualTo("1");
                database.rows("select pg_advisory_unlock(" + lock + ")");
            }
            create("Busy").then().statusCode(201);
        }

        @Test
        void with_another_body_path_or_query_is_another_request() {
            create("First").then().statusCode(201);
            refused(create("Other"), 409, "IDEMPOTENCY_KEY_REUSED");
            refused(keyed("css", "{\"name\": \"First\" }").post(CUSTOMERS), 409, "IDEMPOTENCY_KEY_REUSED");

            var products = "/api/v1/products";
            var product = "{\"name\": \"One\"}";
            keyed("admin", product).post(products).then().statusCode(201);
            refused(keyed("admin", product).post(products + "?weights=normalize"), 409, "IDEMPOTENCY_KEY_REUSED");
            refused(keyed("admin", product).post(CUSTOMERS), 409, "IDEMPOTENCY_KEY_REUSED");
            assertThat(customers()).isEqualTo(1);
        }

        @Test
        void of_a_request_that_was_refused_is_new_work() {
            refused(create(""), 400, "VALIDATION_ERROR");
            create("Taken").then().statusCode(201);
            var second = UUID.randomUUID().toString();
            refused(
                    org.as("css", "{\"name\": \"Taken\"}").header(KEY, second).post(CUSTOMERS),
                    409,
                    "CUSTOMER_NAME_EXISTS");
            org.as("css", "{\"name\": \"Free\"}")
                    .header(KEY, second)
                    .post(CUSTOMERS)
                    .then()
                    .statusCode(201);
        }

        @Test
        void by_somebody_else_or_in_another_organisation_is_their_own_request() {
            create("Mine").then().statusCode(201);
            keyed("sales", "{\"name\": \"Theirs\"}").post(CUSTOMERS).then().statusCode(201);
            var stranger = Organisation.fresh();
            stranger.as("css", "{\"name\": \"Mine\"}")
                    .header(KEY, key)
                    .post(CUSTOMERS)
                    .then()
                    .statusCode(201);
        }

        @Test
        void is_answered_even_when_the_account_was_closed_since() {
            var path = CUSTOMERS + "/" + org.customer("{\"name\": \"Moved\"}");
            keyed("css", "{\"reason\": \"QUALIFIED\"}")
                    .post(path + "/lifecycle")
                    .then()
                    .statusCode(200);
            org.as("admin", "{\"reasonCode\": \"OTHER\"}")
                    .post(path + "/suspend")
                    .then()
                    .statusCode(200);
            keyed("css", "{\"reason\": \"QUALIFIED\"}")
                    .post(path + "/lifecycle")
                    .then()
                    .statusCode(200)
                    .header(REPLAYED, is("true"))
                    .body("accountStatus", is("ACTIVE"));
        }

        @Test
        void by_somebody_who_does_not_see_the_customer_any_more_is_answered_as_if_it_were_not_there() {
            var adopted = Adopted.ofTasks(org, 1, "10");
            var path = CUSTOMERS + "/" + adopted.customer();
            var body = "{\"taskIds\": [\"" + adopted.tasks().get(0) + "\"], \"status\": \"DONE\"}";
            org.as("admin", "{\"assignedTo\": \"" + org.person("user") + "\"}")
                    .patch(path)
                    .then()
                    .statusCode(200);
            keyed("user", body)
                    .post(adopted.planPath() + "/tasks/status")
                    .then()
                    .statusCode(200);
            org.as("admin", "{\"assignedTo\": null}").patch(path).then().statusCode(200);
            refused(keyed("user", body).post(adopted.planPath() + "/tasks/status"), 404, "ADOPTION_PLAN_NOT_FOUND");
        }

        @Test
        void costs_the_lock_and_the_look_and_nothing_of_the_work() {
            create("Counted").then().statusCode(201);
            var statements =
                    new Statements().during(() -> create("Counted").then().statusCode(201));
            assertThat(statements).as(String.join("\n", statements)).hasSize(4);
        }

        private void hangUp(String name) throws IOException {
            var body = "{\"name\": \"" + name + "\"}";
            try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
                socket.setSoLinger(true, 0);
                var request = "POST " + CUSTOMERS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + org.token("css", Map.of()) + "\r\nContent-Type: application/json\r\n" + KEY + ": " + key
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
                Awaitility.await().until(() -> customers() == 1);
            }
        }
    }

    @Nested
    class AKey {
        @ParameterizedTest
        @ValueSource(strings = {"with space", "\u00fcmlaut", " "})
        void that_is_no_visible_text_is_a_fault(String odd) {
            var answer = org.as("css", "{\"name\": \"x\"}").header(KEY, odd).post(CUSTOMERS);
            refused(answer, 400, "VALIDATION_ERROR").body("errors[0].pointer", is("/" + KEY));
        }

        @Test
        void has_at_most_255_characters() {
            var fits = org.as("css", "{\"name\": \"fits\"}")
                    .header(KEY, "k".repeat(255))
                    .post(CUSTOMERS);
            assertThat(fits.statusCode()).isEqualTo(201);
            refused(
                    org.as("css", "{\"name\": \"x\"}")
                            .header(KEY, "k".repeat(256))
                            .post(CUSTOMERS),
                    400,
                    "VALIDATION_ERROR");
        }

        @Test
        void is_given_once() {
            refused(
                    org.as("css", "{\"name\": \"x\"}")
                            .header(KEY, "a")
                            .header(KEY, "b")
                            .post(CUSTOMERS),
                    400,
                    "VALIDATION_ERROR");
        }

        @Test
        void means_nothing_where_a_repetition_does_no_harm() throws SQLException {
            var path = CUSTOMERS + "/" + org.customer("{\"name\": \"Put\"}");
            keyed("css", "{\"name\": \"Put\"}").put(path).then().statusCode(200);
            assertThat(rows("kept_answer")).isZero();
        }
    }

    @Test
    void answers_are_let_go_after_a_day() throws Throwable {
        create("Old").then().statusCode(201);
        try (var database = Database.asSuperuser()) {
            database.run("update kept_answer set kept_at = now() - interval '24 hours 1 second' where org_id = '"
                    + org.name() + "'");
        }
        refused(create("Old"), 409, "CUSTOMER_NAME_EXISTS");

        Optional<Integer> gone = Optional.of(VertxContextSupport.subscribeAndAwait(() -> purge.run()));

        assertThat(gone.orElseThrow()).isPositive();
        assertThat(rows("kept_answer")).isZero();
    }

    @Test
    void an_answer_that_is_past_its_day_and_not_let_go_yet_gives_way_to_the_next_one() throws SQLException {
        create("Old").then().statusCode(201);
        try (var database = Database.asSuperuser()) {
            database.run(
                    "update kept_answer set kept_at = now() - interval '25 hours' where org_id = '" + org.name() + "'");
        }
        create("New").then().statusCode(201);
        create("New").then().statusCode(201).header(REPLAYED, is("true"));
        assertThat(customers()).isEqualTo(2);
    }
}
