package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that waits for the database waits for ever, and whoever waited too long hears when to come back. */
@QuarkusTest
class DatabaseTimeoutsTest {
    private static final String CUSTOMERS = "/api/v1/customers";

    @Inject
    Pool pool;

    @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
    int connections;

    @ConfigProperty(name = "cairn.database.max-waiting")
    int waiting;

    private final Organisation org = Organisation.fresh();

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static void isToldToComeBack(Response answer, String why) {
        refused(answer, 503, "UNAVAILABLE").body("detail", containsString(why));
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"})
    void what_is_configured_reaches_the_server(String setting) {
        var configured = ConfigProvider.getConfig()
                .getValue("quarkus.datasource.reactive.additional-properties." + setting, String.class);
        var rows = await(pool.query("show " + setting).execute());
        assertThat(rows.iterator().next().getString(0)).isEqualTo(configured).isNotEqualTo("0");
    }

    @Test
    void a_lock_that_another_holds_too_long_is_503_and_nothing_is_kept() throws SQLException {
        try (var database = Database.asSuperuser();
                var other = Database.asSuperuser()) {
            // For this one table the wait is cut short, inside the request's own transaction.
            database.run("create function test_hurry() returns trigger language plpgsql as $$ begin"
                    + " perform set_config('lock_timeout', '200ms', true); return null; end $$");
            database.run("create trigger test_hurry before insert on customer"
                    + " for each statement execute function test_hurry()");
            other.run("begin");
            try {
                other.run("lock table audit_entry in share row exclusive mode");
                isToldToComeBack(
                        org.as("css", "{\"name\": \"Waits\"}").post(CUSTOMERS), "Others are changing the same data");
            } finally {
                other.run("rollback");
                database.run("drop trigger test_hurry on customer");
                database.run("drop function test_hurry");
            }
        }
        org.as("css", "{\"name\": \"Waits\"}").post(CUSTOMERS).then().statusCode(201);
    }

    /** The server cancels a statement by the same code, whether its time is over or somebody says so. */
    @Test
    void a_statement_that_the_server_cuts_off_is_503() throws SQLException {
        try (var database = Database.asSuperuser();
                var other = Database.asSuperuser()) {
            other.run("begin");
            try {
                other.run("lock table customer in access exclusive mode");
                var read = CompletableFuture.supplyAsync(() -> org.as("css").get(CUSTOMERS));
                Awaitility.await()
                        .until(() -> !database.column("select pg_cancel_backend(pid) from pg_stat_activity"
                                        + " where usename = 'cairn_app' and wait_event_type = 'Lock'")
                                .isEmpty());
                isToldToComeBack(read.join(), "The database took too long");
            } finally {
                other.run("rollback");
            }
        }
        org.as("css").get(CUSTOMERS).then().statusCode(200);
    }

    @Test
    void when_all_connections_are_taken_and_enough_wait_the_next_is_503_at_once() {
        org.as("css").get(CUSTOMERS).then().statusCode(200);
        var taken = new ArrayList<Future<SqlConnection>>();
        try {
            for (int i = 0; i < connections + waiting; i++) {
                taken.add(pool.getConnection());
            }
            Awaitility.await()
                    .until(() -> taken.stream().filter(Future::isComplete).count() >= connections);
            isToldToComeBack(org.as("css").get(CUSTOMERS), "Too many requests wait");
            isToldToComeBack(org.as("css", "{\"name\": \"Full\"}").post(CUSTOMERS), "Too many requests wait");
        } finally {
            taken.forEach(connection -> connection.onSuccess(SqlConnection::close));
            taken.forEach(
                    connection -> await(connection.compose(SqlConnection::close).otherwiseEmpty()));
        }
        org.as("css").get(CUSTOMERS).then().statusCode(200);
    }
}
