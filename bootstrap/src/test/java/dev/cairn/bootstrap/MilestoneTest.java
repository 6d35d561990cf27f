package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Measured;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What plans reach: kept and told once, by whatever change. */
@QuarkusTest
class MilestoneTest {
    private static final List<String> ALL = List.of("PERCENT_25", "PERCENT_50", "PERCENT_75", "PERCENT_100", "GO_LIVE");

    private final Organisation org = Organisation.fresh();

    private ValidatableResponse plan(Adopted adopted) {
        return org.as("viewer").get(adopted.planPath()).then().statusCode(200);
    }

    private List<String> reached(Adopted adopted) {
        return plan(adopted).extract().path("milestones.reached.milestone");
    }

    /** What the world was told of the plan, in order. */
    private static List<String> told(Adopted adopted) throws SQLException {
        try (var database = Database.asSuperuser()) {
            return database.column(
                    "select data ->> 'milestone' from outbox where type = 'adoption.milestone_reached' and subject = ? order by id",
                    "adoption_plan/" + adopted.plan());
        }
    }

    @Test
    void a_new_plan_has_reached_nothing_and_is_in_onboarding() {
        plan(Adopted.ofTasks(org, 4, "2.5"))
                .body("milestones.reached", hasSize(0))
                .body("milestones.inOnboarding", is(true))
                .body("milestones.timeToValueDays", nullValue());
    }

    @Test
    void each_is_kept_with_its_moment_and_stays_when_the_plan_falls_back() throws SQLException {
        var adopted = Adopted.ofTasks(org, 4, "2.5");
        adopted.set(0, "DONE").then().statusCode(200);
        String first = plan(adopted)
                .body("milestones.reached.milestone", contains("PERCENT_25"))
                .extract()
                .path("milestones.reached[0].at");

        adopted.set(0, "NOT_STARTED");
        adopted.setMany(adopted.tasks(), "COMPLETED").then().statusCode(200);
        adopted.set(3, "IN_PROGRESS");

        var read = plan(adopted)
                .body("milestones.reached.milestone", is(ALL))
                .body("milestones.reached[0].at", is(first))
                .body("milestones.inOnboarding", is(false))
                .body("milestones.timeToValueDays", is(0))
                .extract()
                .jsonPath();
        assertThat(Instant.parse(read.getString("milestones.reached[4].at"))).isAfter(Instant.parse(first));
        assertThat(told(adopted)).isEqualTo(ALL);
        org.as("admin")
                .get("/api/v1/audit?action=adoption.milestone_reached&entityId=" + adopted.plan())
                .then()
                .body("items", hasSize(5))
                .body("items.after.milestone", notNullValue());
    }

    @Test
    void time_to_value_counts_whole_days_since_the_purchase() {
        var customer = org.customer("{\"name\": \"Early\"}");
        var product = Catalogue.product(org, Catalogue.ofTasks("Early", 1, "1"));
        var bought = Instant.now().minusSeconds(3 * 86_400 + 7_200);
        var assigned = Adopted.assign(
                        org,
                        customer,
                        "{\"productId\": \"" + product.getString("id") + "\", \"purchasedAt\": \"" + bought + "\"}")
                .jsonPath();
        String path = "/api/v1/adoption-plans/" + assigned.getString("adoptionPlan.id");
        String task = org.as("css").get(path).path("tasks[0].id");
        org.as("css", "{\"status\": \"DONE\"}").put("/api/v1/tasks/" + task + "/status");
        org.as("viewer").get(path).then().body("milestones.timeToValueDays", is(3));
    }

    @Test
    void telemetry_and_batches_reach_them_too() throws SQLException {
        var measured = Measured.ofTasks(org, 4, "10");
        measured.users(0, 150).then().statusCode(201);
        assertThat(reached(measured.adopted())).containsExactly("PERCENT_25");
        var rows = IntStream.range(1, 4)
                .mapToObj(i -> Measured.row(measured.users().get(i), 150))
                .toList();
        Measured.batch(org, Measured.rows(rows)).then().statusCode(200).body("stored", is(3));
        assertThat(reached(measured.adopted())).isEqualTo(ALL);
        assertThat(told(measured.adopted())).isEqualTo(ALL);
    }

    @Test
    void a_synchronisation_reaches_them_and_taking_it_back_does_not_take_them() throws SQLException {
        var adopted = Adopted.secureEdge(org);
        adopted.setMany(adopted.tasks().subList(0, 3), "DONE").then().statusCode(200);
        assertThat(reached(adopted)).containsExactly("PERCENT_25", "PERCENT_50");
        org.as("css", "{\"licenseLevel\": \"ESSENTIAL\"}")
                .patch(adopted.path() + "?sync=true")
                .then()
                .statusCode(200);
        assertThat(reached(adopted)).isEqualTo(ALL);
        org.as("css").post(adopted.planPath() + "/sync/undo").then().statusCode(200);
        plan(adopted).body("progress.completedTasks", is(3)).body("milestones.reached.milestone", is(ALL));
        assertThat(told(adopted)).isEqualTo(ALL);
    }

    @Test
    void they_come_back_with_the_plan_and_are_not_reached_again() throws SQLException {
        var adopted = Adopted.ofTasks(org, 2, "1");
        adopted.set(0, "DONE");
        org.as("css").delete(adopted.path()).then().statusCode(204);
        org.as("admin")
                .get(adopted.planPath())
                .then()
                .body("milestones.reached", hasSize(2))
                .body("milestones.inOnboarding", is(false))
                .body("forecast", nullValue());
        org.as("css", "{\"productId\": \"" + adopted.product().getString("id") + "\"}")
                .post("/api/v1/customers/" + adopted.customer() + "/products?restore=true")
                .then()
                .statusCode(201);
        adopted.set(0, "NOT_STARTED");
        adopted.setMany(adopted.tasks(), "DONE");
        assertThat(told(adopted)).isEqualTo(ALL);
    }

    @Test
    void many_who_finish_tasks_at_once_reach_each_once() throws SQLException {
        var adopted = Adopted.ofTasks(org, 16, "2.5");
        Parallel.times(16, i -> adopted.set(i, "DONE"))
                .forEach(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(told(adopted)).isEqualTo(ALL);
        assertThat(reached(adopted)).isEqualTo(ALL);
    }

    @Test
    void a_preview_or_a_dry_run_reaches_nothing() throws SQLException {
        var measured = Measured.ofTasks(org, 1, "10");
        measured.report(0, measured.users().get(0), "{\"value\": 150}").then().statusCode(201);
        var other = Measured.ofTasks(org, 1, "10");
        other.adopted()
                .org()
                .as("css", "{\"value\": 150}")
                .post(other.adopted().taskPath(0) + "/telemetry/"
                        + other.users().get(0) + "/values?evaluate=false")
                .then()
                .statusCode(201);
        org.as("css")
                .post(other.adopted().planPath() + "/evaluate?dryRun=true")
                .then()
                .statusCode(200)
                .body("changes", hasSize(1));
        assertThat(reached(other.adopted())).isEmpty();
        assertThat(told(other.adopted())).isEmpty();
    }

    @Test
    void lists_stay_short_and_the_overview_says_it() {
        var adopted = Adopted.ofTasks(org, 2, "1");
        adopted.set(0, "DONE");
        org.as("css")
                .get("/api/v1/customers/" + adopted.customer() + "/adoption-plans")
                .then()
                .body("items[0].milestones", nullValue())
                .body("items[0].forecast", nullValue());
        org.as("css")
                .get("/api/v1/customers/" + adopted.customer() + "/overview")
                .then()
                .body("plans[0].milestones.reached.milestone", contains("PERCENT_25", "PERCENT_50"))
                .body("plans[0].forecast.outlook", is("ON_TRACK"))
                .body("plans.tasks", everyItem(nullValue()));
    }

    /** Runs what the migration makes of plans that were there before, and takes it back. */
    @Test
    void plans_of_before_get_theirs_from_the_moments_of_their_tasks() throws SQLException, IOException {
        var adopted = Adopted.ofTasks(org, 4, "2.5");
        adopted.setMany(adopted.tasks(), "DONE");
        var none = Adopted.by(org, adopted.customer(), Catalogue.product(org, Catalogue.ofTasks("None", 2, "1")));
        none.set(0, "NOT_APPLICABLE");
        String migration;
        try (var file = getClass().getResourceAsStream("/db/migration/V0010__reading.sql")) {
            migration = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        var backfill = migration.substring(
                migration.indexOf("update adoption_plan set started_at"), migration.indexOf("-- Removed ones too"));
        try (var database = Database.asSuperuser()) {
            database.run("begin");
            for (int i = 0; i < 4; i++) {
                database.run(
                        "update customer_task set completed_at = timestamptz '2026-01-01 00:00Z' + ? * interval '1 day' where id = ?",
                        i,
                        UUID.fromString(adopted.tasks().get(i)));
            }
            database.run("update adoption_plan set reached_25_at = null, reached_50_at = null, reached_75_at = null,"
                    + " reached_100_at = null, live_at = null, started_at = now() + interval '1 year'");
            database.run(backfill);
            var found = database.rows(
                    "select reached_25_at::text, reached_50_at::text, reached_75_at::text, reached_100_at::text, live_at::text,"
                            + " (started_at between now() - interval '1 hour' and last_synced_at)::text as born"
                            + " from adoption_plan where customer_id = ? order by id",
                    UUID.fromString(adopted.customer()));
            database.run("rollback");
            assertThat(found.get(0).values().stream()
                            .map(String::valueOf)
                            .map(at -> at.substring(0, Math.min(10, at.length()))))
                    .containsExactly("2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-04", "true");
            assertThat(found.get(1)).isEqualTo(rowOfNothing());
        }
    }

    private static Map<String, Object> rowOfNothing() {
        var row = new LinkedHashMap<String, Object>();
        List.of("reached_25_at", "reached_50_at", "reached_75_at", "reached_100_at", "live_at")
                .forEach(name -> row.put(name, null));
        row.put("born", "true");
        return row;
    }
}
