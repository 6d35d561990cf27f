package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.cairn.bootstrap.support.Measured;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.World;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** One value comes in: it is kept, the task follows unless a person has the say, and all of it can be read. */
@QuarkusTest
class TelemetryValueTest {
    private final Organisation org = Organisation.fresh();

    @Test
    void a_value_that_meets_what_is_required_finishes_the_task_and_moves_the_plan() {
        var plan = Measured.ofTasks(org, 4, "10");

        plan.users(0, 150)
                .then()
                .statusCode(201)
                .header("Location", endsWith("/telemetry/" + plan.users().get(0) + "/values"))
                .body("value.value", is(150))
                .body("value.source", is("api"))
                .body("duplicate", is(false))
                .body("task.status", is("DONE"))
                .body("task.statusMode", is("AUTO"))
                .body("task.statusUpdatedBy", is("telemetry"))
                .body("task.statusUpdateSource", is("TELEMETRY"))
                .body("task.statusNotes", startsWith("Rule 3: "))
                .body("task.statusNotes", containsString("Users: "))
                .body("task.completedBy", is("telemetry"))
                .body("task.telemetryProgress.metAttributes", is(1))
                .body("task.telemetryProgress.completionPercentage", is(50f))
                .body("task.telemetryProgress.allRequiredMet", is(true))
                .body("plan.progress.completedTasks", is(1))
                .body("plan.progress.progressPercentage", is(25f));
        org.as("admin")
                .get(plan.adopted().taskPath(0) + "/history")
                .then()
                .body("items", hasSize(1))
                .body("items[0].from", is("NOT_STARTED"))
                .body("items[0].to", is("DONE"))
                .body("items[0].by", is("telemetry"))
                .body("items[0].source", is("TELEMETRY"))
                .body("items[0].mode", is("AUTO"));
        plan.telemetry(0);
        assertThat(plan.telemetry(0).getInt("attributes[0].latestValue.value")).isEqualTo(150);
        assertThat(plan.telemetry(0).getBoolean("attributes[0].isMet")).isTrue();
        assertThat(plan.telemetry(0).getString("attributes[1].lastCheckedAt")).isNotNull();
    }

    @Test
    void what_is_not_required_starts_the_task_and_losing_it_does_not_unmake_it() {
        var plan = Measured.ofTasks(org, 1, "10");
        plan.report(0, plan.signOns().get(0), "{\"value\": \"yes\"}")
                .then()
                .statusCode(201)
                .body("value.value", is(true))
                .body("task.status", is("IN_PROGRESS"))
                .body("task.statusNotes", startsWith("Rule 7: "));
        plan.report(0, plan.signOns().get(0), "{\"value\": false}")
                .then()
                .statusCode(201)
                .body("task.status", is("IN_PROGRESS"))
                .body("task.version", is(2));
    }

    @Test
    void a_task_done_by_telemetry_goes_back_to_work_when_the_figure_falls() {
        var plan = Measured.ofTasks(org, 1, "10");
        plan.users(0, 150);
        plan.users(0, 50)
                .then()
                .statusCode(201)
                .body("task.status", is("IN_PROGRESS"))
                .body("task.completedAt", nullValue())
                .body("task.statusNotes", startsWith("Rule 6: "))
                .body("plan.progress.completedTasks", is(0));
    }

    @Test
    void a_persons_word_stands_and_telemetry_suggests() {
        var plan = Measured.ofTasks(org, 1, "10");
        plan.adopted().set(0, "IN_PROGRESS");

        plan.users(0, 150)
                .then()
                .statusCode(201)
                .body("task.status", is("IN_PROGRESS"))
                .body("task.statusMode", is("MANUAL"))
                .body("task.suggestedStatus", is("DONE"))
                .body("task.version", is(2))
                .body("plan.progress.completedTasks", is(0));
        plan.adopted().set(0, "DONE").then().statusCode(200).body("task.suggestedStatus", nullValue());
    }

    @Test
    void a_suggestion_is_news_to_who_keeps_the_plan() {
        var plan = Measured.ofTasks(org, 1, "10");
        plan.adopted().set(0, "IN_PROGRESS");
        var path = plan.adopted().planPath();
        var tag = org.as("css").get(path).header("ETag");
        plan.users(0, 150);
        assertThat(org.as("css").header("If-None-Match", tag).get(path).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_task_that_is_handed_back_is_judged_at_once() {
        var plan = Measured.ofTasks(org, 1, "10");
        plan.adopted().set(0, "IN_PROGRESS");
        plan.users(0, 150);

        org.as("css")
                .post(plan.adopted().taskPath(0) + "/reset-to-telemetry")
                .then()
                .statusCode(200)
                .body("task.status", is("DONE"))
                .body("task.statusMode", is("AUTO"))
                .body("task.version", is(3))
                .body("plan.progress.progressPercentage", is(100f));
        org.as("admin")
                .get(plan.adopted().taskPath(0) + "/history")
                .then()
                .body("items.source", contains("TELEMETRY", "MANUAL", "MANUAL"))
                .body("items.mode", contains("AUTO", "AUTO", "MANUAL"));
    }

    @Test
    void the_same_value_twice_is_stored_once_and_says_so() {
        var plan = Measured.ofTasks(org, 1, "10");
        var seen = "{\"value\": 150, \"observedAt\": \"2026-01-15T10:00:00Z\"}";
        var id = plan.report(0, plan.users().get(0), seen)
                .then()
                .statusCode(201)
                .extract()
                .path("value.id");
        plan.report(0, plan.users().get(0), seen)
                .then()
                .statusCode(200)
                .body("duplicate", is(true))
                .body("value.id", is(id));

        var keyed = "{\"value\": %d, \"dedupeKey\": \"export-17\"}";
        plan.report(0, plan.users().get(0), keyed.formatted(160)).then().statusCode(201);
        plan.report(0, plan.users().get(0), keyed.formatted(170))
                .then()
                .statusCode(200)
                .body("value.value", is(160));
        values(plan).body("total", is(2)).body("items.value", contains(160, 150));
    }

    @Test
    void a_value_that_comes_late_finds_its_place_and_changes_nothing() {
        var plan = Measured.ofTasks(org, 1, "10");
        plan.report(0, plan.users().get(0), "{\"value\": 150, \"observedAt\": \"2026-03-01T00:00:00Z\"}");
        plan.report(0, plan.users().get(0), "{\"value\": 5, \"observedAt\": \"1999-02-01T00:00:00Z\"}")
                .then()
                .statusCode(201)
                .body("task.status", is("DONE"));
        values(plan).body("items.value", contains(150, 5));
        assertThat(plan.telemetry(0).getInt("attributes[0].latestValue.value")).isEqualTo(150);
    }

    @Test
    void a_value_may_only_be_stored() {
        var plan = Measured.ofTasks(org, 1, "10");
        org.as("css", "{\"value\": 150}")
                .post(plan.adopted().taskPath(0) + "/telemetry/" + plan.users().get(0) + "/values?evaluate=false")
                .then()
                .statusCode(201)
                .body("task.status", is("NOT_STARTED"));
        org.as("css")
                .post(plan.adopted().taskPath(0) + "/evaluate?dryRun=true")
                .then()
                .statusCode(200)
                .body("changes[0].to", is("DONE"))
                .body("changes[0].rule", is(3))
                .body("plan.progress.progressPercentage", is(100f));
        assertThat(plan.task(0).getString("status"))
                .as("a dry run writes nothing")
                .isEqualTo("NOT_STARTED");
        assertThat(plan.telemetry(0).getString("attributes[0].lastCheckedAt")).isNull();
        org.as("css")
                .post(plan.adopted().taskPath(0) + "/evaluate")
                .then()
                .statusCode(200)
                .body("changes", hasSize(1));
        org.as("css")
                .post(plan.adopted().planPath() + "/evaluate")
                .then()
                .statusCode(200)
                .body("changes", hasSize(0))
                .body("plan.progress.progressPercentage", is(100f));
    }

    @Test
    void what_does_not_fit_is_refused_with_attribute_type_and_value() {
        var plan = Measured.ofTasks(org, 1, "10");
        for (var odd : new String[] {"\"many\"", "\"NaN\"", "\"1e400\"", "true", "{\"count\": 1}"}) {
            refused(plan.report(0, plan.users().get(0), "{\"value\": " + odd + "}"), 422, "INVALID_TELEMETRY_VALUE")
                    .body("detail", containsString("\"Users\" takes NUMBER"));
        }
        var ahead = Instant.now().plus(10, ChronoUnit.MINUTES);
        refused(
                plan.report(0, plan.users().get(0), "{\"value\": 1, \"observedAt\": \"" + ahead + "\"}"),
                422,
                "INVALID_TELEMETRY_VALUE");
        refused(
                plan.report(0, plan.users().get(0), "{\"value\": 1, \"observedAt\": \"1969-12-31T23:59:59Z\"}"),
                422,
                "INVALID_TELEMETRY_VALUE");
        refused(plan.report(0, plan.users().get(0), "{\"value\": 1e999}"), 400, "VALIDATION_ERROR");
        refused(plan.report(0, plan.users().get(0), "{\"value\": null}"), 400, "VALIDATION_ERROR");
        refused(plan.report(0, plan.users().get(0), "{\"value\": 1, \"source\": \"\"}"), 400, "VALIDATION_ERROR");
        refused(plan.report(0, World.NOWHERE, "{\"value\": 1}"), 404, "TELEMETRY_ATTRIBUTE_NOT_FOUND");
        values(plan).body("total", is(0));
        assertThat(plan.task(0).getInt("version")).isEqualTo(1);
    }

    @Test
    void one_change_is_told_to_the_world_and_to_the_audit() {
        var plan = Measured.ofTasks(org, 1, "10");
        plan.users(0, 150);
        org.as("admin")
                .get("/api/v1/customers/" + plan.adopted().customer() + "/audit?limit=9")
                .then()
                .body(
                        "items.action",
                        hasItems(
                                "telemetry.values_recorded",
                                "adoption.task_status_changed",
                                "telemetry.evaluated",
                                "adoption.progress_changed",
                                "adoption.milestone_reached"))
                .body("items.find { it.action == 'telemetry.values_recorded' }.actor", is(org.person("css")))
                .body("items.find { it.action == 'adoption.task_status_changed' }.actor", is("telemetry"));
    }

    private io.restassured.response.ValidatableResponse values(Measured plan) {
        return org.as("viewer")
                .get(plan.adopted().taskPath(0) + "/telemetry/" + plan.users().get(0) + "/values")
                .then()
                .statusCode(200);
    }
}
