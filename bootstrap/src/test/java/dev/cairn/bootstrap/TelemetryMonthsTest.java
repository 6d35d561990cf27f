package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.adoption.telemetry.TelemetryRetention;
import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Measured;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The history of values is kept by months, which come and go without anybody reading them. */
@QuarkusTest
class TelemetryMonthsTest {
    private static final String MONTHS =
            "select count(*) from pg_inherits where inhparent = 'telemetry_value'::regclass";

    private final Organisation org = Organisation.fresh();

    @Inject
    TelemetryRetention retention;

    private int run(Optional<Duration> kept) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> retention.run(kept));
    }

    @Test
    void there_is_room_for_the_months_to_come_and_making_it_again_makes_none() throws Throwable {
        run(Optional.empty());
        try (var database = Database.asSuperuser()) {
            var months = database.number(MONTHS);
            assertThat(months)
                    .as("three months back, three ahead, and the rest")
                    .isGreaterThanOrEqualTo(8);
            run(Optional.empty());
            assertThat(database.number(MONTHS)).isEqualTo(months);
        }
    }

    @Test
    void what_waited_among_the_rest_moves_into_its_month_and_goes_with_it() throws Throwable {
        var plan = Measured.ofTasks(org, 1, "10");
        plan.report(
                0,
                plan.users().get(0),
                "{\"value\": 7, \"observedAt\": \"2019-05-17T10:00:00Z\", \"dedupeKey\": \"old\"}");
        plan.users(0, 150);
        try (var database = Database.asSuperuser()) {
            assertThat(ofMine(database, "telemetry_value_rest", plan)).isEqualTo(1);
            var may = OffsetDateTime.parse("2019-05-01T00:00:00Z");
            database.rows("select make_telemetry_months(?, ?)", may, may);
            assertThat(ofMine(database, "telemetry_value_rest", plan)).isZero();
            assertThat(ofMine(database, "telemetry_value_201905", plan)).isEqualTo(1);
            assertThat(ofMine(database, "telemetry_value", plan)).isEqualTo(2);

            assertThat(run(Optional.of(Duration.ofDays(365)))).isGreaterThanOrEqualTo(1);

            assertThat(ofMine(database, "telemetry_value", plan)).isEqualTo(1);
            assertThat(database.number(
                            "select count(*) from telemetry_dedupe_key where attribute_id = ?::uuid",
                            plan.users().get(0)))
                    .isZero();
        }
        assertThat(plan.telemetry(0).getInt("attributes[0].latestValue.value")).isEqualTo(150);
    }

    @Test
    void full_files_are_forgotten_as_the_values_of_their_time_are() throws Throwable {
        var plan = Measured.ofTasks(org, 1, "10");
        for (int file = 0; file < 2; file++) {
            Measured.batch(
                            org,
                            "{\"fullFile\": true, \"values\": ["
                                    + Measured.row(plan.users().get(0), file) + "]}")
                    .then()
                    .statusCode(200);
        }
        try (var database = Database.asSuperuser()) {
            database.run(
                    "update telemetry_full_file set received_at = now() - interval '2 years' where ctid ="
                            + " (select ctid from telemetry_full_file where plan_id = ?::uuid limit 1)",
                    plan.adopted().plan());
            run(Optional.of(Duration.ofDays(365)));
            assertThat(database.number(
                            "select count(*) from telemetry_full_file where plan_id = ?::uuid",
                            plan.adopted().plan()))
                    .isEqualTo(1);
        }
    }

    private static long ofMine(Database database, String table, Measured plan) throws Exception {
        return database.number(
                "select count(*) from " + table + " where attribute_id = ?::uuid",
                plan.users().get(0));
    }

    @Test
    void the_service_can_neither_reach_a_month_nor_change_a_value_nor_drop_what_is_recent() throws Exception {
        try (var service = Database.asServiceIn(org.name())) {
            for (var forbidden : List.of(
                    "select count(*) from telemetry_value_rest",
                    "delete from telemetry_value",
                    "update telemetry_value set source = 'x'",
                    "delete from telemetry_dedupe_key",
                    "drop table telemetry_value_rest")) {
                assertThatThrownBy(() -> service.rows(forbidden))
                        .as(forbidden)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
            assertThatThrownBy(() -> service.rows("select drop_telemetry_before(now())"))
                    .hasMessageContaining("never dropped");
            assertThatThrownBy(() -> service.rows("select make_telemetry_months(now(), now() + interval '9 years')"))
                    .hasMessageContaining("at most 24 months");
        }
    }

    @Test
    void judging_a_task_never_looks_into_the_history_however_long_it_is() {
        var plan = Measured.ofTasks(org, 3, "10");
        plan.users(0, 150);
        var sent = new Statements()
                .during(() -> org.as("css")
                        .post(plan.adopted().planPath() + "/evaluate")
                        .then()
                        .statusCode(200));
        assertThat(sent).isNotEmpty().noneMatch(statement -> statement.contains("telemetry_value "));
        assertThat(sent).hasSize(6);
    }

    @Test
    void a_value_that_is_there_already_is_found_by_the_key_of_one_month() throws Exception {
        var plan = Measured.ofTasks(org, 1, "10");
        plan.users(0, 150);
        try (var service = Database.asServiceIn(org.name())) {
            var lines = service.<String>column(
                    "explain (analyze, costs off, timing off, summary off) select v.id from unnest(array['"
                            + plan.users().get(0)
                            + "'::uuid], array[now()]) as w(attribute, at) join telemetry_value v"
                            + " on v.attribute_id = w.attribute and v.observed_at = w.at");
            assertThat(lines).noneMatch(line -> line.contains("Seq Scan on telemetry_value"));
        }
    }
}
