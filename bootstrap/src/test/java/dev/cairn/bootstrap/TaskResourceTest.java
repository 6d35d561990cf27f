package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TaskResourceTest {
    private static final String NOWHERE = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01";

    private final Organisation org = Organisation.fresh();
    private Adopted adopted = new Adopted(org, "", new JsonPath("{}"), "", "", List.of());

    @BeforeEach
    void a_plan() {
        adopted = Adopted.secureEdge(org);
    }

    private ValidatableResponse task(int index) {
        return org.as("viewer").get(adopted.taskPath(index)).then().statusCode(200);
    }

    private ValidatableResponse history() {
        return org.as("viewer").get(adopted.taskPath(0) + "/history").then().statusCode(200);
    }

    private Response set(String status, String notes) {
        return adopted.set(0, "{\"status\": \"" + status + "\", \"notes\": \"" + notes + "\"}", "css");
    }

    @Test
    void a_task_is_a_copy_of_its_source_and_not_started() {
        task(0).body("id", is(adopted.tasks().get(0)))
                .body("planId", is(adopted.plan()))
                .body("originalTaskId", is(Catalogue.id(adopted.product(), "tasks", "connect")))
                .body("name", is("Connect"))
                .body("description", is("Sign-in first"))
                .body("estMinutes", is(90))
                .body("weight", equalTo(10f))
                .body("sequenceNumber", is(1))
                .body("priority", is("HIGH"))
                .body("howToDoc", contains("https://docs.example.org/idp"))
                .body("howToVideo", hasSize(0))
                .body("notes", is("Ask first"))
                .body("licenseLevel", is("ESSENTIAL"))
                .body("outcomes", hasSize(0))
                .body("releases", hasSize(0))
                .body("tags", hasSize(0))
                .body("status", is("NOT_STARTED"))
                .body("statusMode", is("AUTO"))
                .body("isComplete", is(false))
                .body("telemetryProgress.totalAttributes", is(2))
                .body("telemetryProgress.requiredAttributes", is(1))
                .body("telemetryProgress.metAttributes", is(0))
                .body("telemetryProgress.metRequiredAttributes", is(0))
                .body("telemetryProgress.completionPercentage", equalTo(0f))
                .body("telemetryProgress.allRequiredMet", is(false))
                .body("version", is(1));
        assertThat(org.as("viewer").get(adopted.taskPath(0)).jsonPath().<String, Object>getMap(""))
                .doesNotContainKeys(
                        "statusUpdatedAt",
                        "statusUpdatedBy",
                        "statusUpdateSource",
                        "statusNotes",
                        "suggestedStatus",
                        "completedAt",
                        "completedBy",
                        "archivedAt",
                        "archiveReason");
        task(1).body("outcomes[0].id", is(Catalogue.id(adopted.product(), "outcomes", "trust")))
                .body("outcomes[0].name", is("Zero-trust access"))
                .body("releases[0].id", is(Catalogue.id(adopted.product(), "releases", "r1")))
                .body("releases[0].name", is("2026.1"))
                .body("releases[0].level", equalTo(1.5f))
                .body("tags[0].name", is("Network"))
                .body("tags[0].color", is("#1f6feb"))
                .body("priority", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_STARTED,     false, AUTO",
        "IN_PROGRESS,     false, MANUAL",
        "DONE,            true,  MANUAL",
        "COMPLETED,       true,  MANUAL",
        "NOT_APPLICABLE,  false, MANUAL",
        "NO_LONGER_USING, false, MANUAL"
    })
    void every_status_is_kept_as_given(String status, boolean complete, String mode) {
        set("IN_PROGRESS", "first").then().statusCode(200);
        set(status, "second")
                .then()
                .statusCode(200)
                .body("task.status", is(status))
                .body("task.statusMode", is(mode))
                .body("task.isComplete", is(complete))
                .body("task.statusUpdatedBy", is(org.person("css")))
                .body("task.statusUpdateSource", is("MANUAL"))
                .body("task.statusUpdatedAt", notNullValue())
                .body("task.statusNotes", is("second"))
                .body("task.version", is(3));
        var stamps = task(0).body("status", is(status))
                .body("version", is(3))
                .extract()
                .jsonPath();
        assertThat(stamps.getString("completedBy")).isEqualTo(complete ? org.person("css") : null);
        assertThat(stamps.getString("completedAt")).isEqualTo(complete ? stamps.getString("statusUpdatedAt") : null);
    }

    @Test
    void completion_stays_while_one_complete_status_follows_another_and_goes_with_it() {
        String at = set("DONE", "x").then().extract().path("task.completedAt");
        adopted.set(0, "{\"status\": \"COMPLETED\"}", "admin")
                .then()
                .body("task.completedAt", is(at))
                .body("task.completedBy", is(org.person("css")))
                .body("task.statusUpdatedBy", is(org.person("admin")));
        adopted.set(0, "IN_PROGRESS")
                .then()
                .body("task.isComplete", is(false))
                .body("task.completedAt", nullValue())
                .body("task.completedBy", nullValue());
    }

    @Test
    void a_change_without_a_note_clears_the_note() {
        set("IN_PROGRESS", "Kick-off held").then().body("task.statusNotes", is("Kick-off held"));
        adopted.set(0, "DONE").then().body("task.statusNotes", nullValue());
        set("IN_PROGRESS", "  ").then().statusCode(200).body("task.statusNotes", nullValue());
        task(0).body("statusNotes", nullValue());
    }

    @Test
    void not_started_by_hand_hands_the_task_back() {
        adopted.set(0, "DONE").then().body("task.statusMode", is("MANUAL"));
        adopted.set(0, "NOT_STARTED").then().body("task.statusMode", is("AUTO"));
        history().body("items.mode", contains("AUTO", "MANUAL"));
    }

    @Nested
    class TheSameAgain {
        @Test
        void changes_nothing_and_records_nothing() {
            set("IN_PROGRESS", "Kick-off held");
            var before = task(0).extract().asString();
            set("IN_PROGRESS", "Kick-off held").then().statusCode(200).body("task.version", is(2));
            adopted.set(0, "{\"status\": \"IN_PROGRESS\"}", "admin")
                    .then()
                    .statusCode(200)
                    .body("task.statusNotes", is("Kick-off held"));
            assertThat(task(0).extract().asString()).isEqualTo(before);
            history().body("items", hasSize(1)).body("total", is(1));
        }

        @Test
        void of_a_task_that_nobody_touched_changes_nothing_either() {
            adopted.set(0, "NOT_STARTED").then().body("task.version", is(1)).body("task.statusUpdatedAt", nullValue());
            history().body("items", hasSize(0));
        }

        @Test
        void with_another_note_is_a_change() {
            set("IN_PROGRESS", "Kick-off held");
            set("IN_PROGRESS", "Kick-off repeated").then().body("task.version", is(3));
            history()
                    .body("items.from", contains("IN_PROGRESS", "NOT_STARTED"))
                    .body("items.notes", contains("Kick-off repeated", "Kick-off held"));
        }
    }

    @Nested
    class TheHistory {
        @Test
        void tells_every_change_newest_first() {
            set("IN_PROGRESS", "Kick-off held");
            adopted.set(0, "{\"status\": \"DONE\"}", "admin");
            history()
                    .body("items", hasSize(2))
                    .body("items.from", contains("IN_PROGRESS", "NOT_STARTED"))
                    .body("items.to", contains("DONE", "IN_PROGRESS"))
                    .body("items.by", contains(org.person("admin"), org.person("css")))
                    .body("items.source", contains("MANUAL", "MANUAL"))
                    .body("items.mode", contains("MANUAL", "MANUAL"))
                    .body("items[0].id", notNullValue())
                    .body("items[0].at", is(task(0).extract().<String>path("statusUpdatedAt")))
                    .body("items[0].notes", nullValue())
                    .body("items[1].notes", is("Kick-off held"))
                    .body("items[0].batchId", nullValue())
                    .body("total", is(2))
                    .body("nextCursor", nullValue());
        }

        @Test
        void is_walked_by_cursor_to_its_end() {
            var statuses = List.of("IN_PROGRESS", "DONE", "COMPLETED", "NOT_APPLICABLE", "NO_LONGER_USING");
            statuses.forEach(status -> adopted.set(0, status).then().statusCode(200));
            var seen = new ArrayList<String>();
            var cursor = "";
            do {
                var page = org.as("viewer").get(adopted.taskPath(0) + "/history?limit=2" + cursor);
                seen.addAll(page.then().statusCode(200).extract().path("items.to"));
                String next = page.path("nextCursor");
                cursor = next == null ? "" : "&cursor=" + next;
            } while (!cursor.isEmpty());
            assertThat(seen).containsExactly("NO_LONGER_USING", "NOT_APPLICABLE", "COMPLETED", "DONE", "IN_PROGRESS");
        }

        @Test
        void refuses_what_it_does_not_know() {
            refused(org.as("css").get(adopted.taskPath(0) + "/history?limit=x&from=DONE"), 400, "VALIDATION_ERROR")
                    .body("errors.pointer", containsInAnyOrder("/limit", "/from"));
            refused(org.as("css").get(adopted.taskPath(0) + "/history?cursor=x"), 400, "VALIDATION_ERROR");
        }
    }

    @Test
    void what_can_be_measured_is_a_copy_too_and_unmet() {
        org.as("viewer")
                .get(adopted.taskPath(0) + "/telemetry")
                .then()
                .statusCode(200)
                .body("attributes.name", contains("Provisioned users", "Single sign-on"))
                .body("attributes.dataType", contains("NUMBER", "BOOLEAN"))
                .body("attributes.isRequired", contains(true, false))
                .body("attributes.isActive", contains(true, true))
                .body("attributes.isMet", contains(false, false))
                .body("attributes[0].id", notNullValue())
                .body("attributes[0].originalAttributeId", is(adopted.product().getString("tasks[0].telemetry[0].id")))
                .body("attributes[0].successCriteria.type", is("number_threshold"))
                .body("attributes[0].successCriteria.threshold", is(100))
                .body("telemetryProgress.totalAttributes", is(2))
                .body("telemetryProgress.requiredAttributes", is(1));
        org.as("viewer")
                .get(adopted.taskPath(1) + "/telemetry")
                .then()
                .body("attributes", hasSize(0))
                .body("telemetryProgress.completionPercentage", equalTo(0f))
                .body("telemetryProgress.allRequiredMet", is(false));
    }

    @Test
    void all_faults_of_a_body_are_told_at_once() {
        refused(
                        org.as("css", "{\"status\": \"LATE\", \"notes\": 7, \"isComplete\": true}")
                                .put(adopted.taskPath(0) + "/status"),
                        400,
                        "VALIDATION_ERROR")
                .body("errors.pointer", containsInAnyOrder("/status", "/notes", "/isComplete"));
        refused(org.as("css", "").put(adopted.taskPath(0) + "/status"), 400, "VALIDATION_ERROR")
                .body("errors.pointer", contains("/status"))
                .body("errors.code", contains("REQUIRED"));
        refused(set("DONE", "x".repeat(5_001)), 400, "VALIDATION_ERROR")
                .body("errors.pointer", contains("/notes"))
                .body("errors.code", contains("LENGTH"));
        set("DONE", "x".repeat(5_000)).then().statusCode(200);
    }

    @Test
    void a_suspended_customers_task_is_read_and_not_changed() {
        org.as("admin", "{\"reasonCode\": \"OTHER\"}").post("/api/v1/customers/" + adopted.customer() + "/suspend");
        refused(adopted.set(0, "DONE"), 423, "CUSTOMER_SUSPENDED");
        task(0).body("status", is("NOT_STARTED"));
        history().body("items", hasSize(0));
        org.as("admin", "{\"reasonCode\": \"CLOSED\"}").post("/api/v1/customers/" + adopted.customer() + "/deactivate");
        refused(adopted.set(0, "DONE"), 423, "CUSTOMER_INACTIVE");
        org.as("admin", "").post("/api/v1/customers/" + adopted.customer() + "/activate");
        adopted.set(0, "DONE").then().statusCode(200);
    }

    @Test
    void a_task_that_is_missing_odd_or_somebody_elses_is_not_found() {
        var theirs = Adopted.ofTasks(Organisation.fresh(), 1, "1").tasks().get(0);
        for (var id : List.of(NOWHERE, "odd", theirs)) {
            for (var part : List.of("", "/history", "/telemetry")) {
                refused(org.as("admin").get("/api/v1/tasks/" + id + part), 404, "TASK_NOT_FOUND");
            }
            refused(
                    org.as("admin", "{\"status\": \"DONE\"}").put("/api/v1/tasks/" + id + "/status"),
                    404,
                    "TASK_NOT_FOUND");
            refused(org.as("admin", "{}").put("/api/v1/tasks/" + id + "/status"), 400, "VALIDATION_ERROR");
        }
    }
}
