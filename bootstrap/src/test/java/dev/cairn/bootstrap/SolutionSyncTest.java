package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Parallel;
import dev.cairn.bootstrap.support.Suite;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SolutionSyncTest {
    private final Organisation org = Organisation.fresh();
    private Suite suite = new Suite(org, "", "", "", "");
    private JsonPath assigned = new JsonPath("{}");
    private String plan = "";

    @BeforeEach
    void a_customer_with_a_solution() {
        suite = Suite.offered(org);
        assigned = suite.assigned();
        plan = assigned.getString("adoptionPlan.id");
    }

    private String planOf(int product) {
        return assigned.getString("adoptionPlan.products[" + product + "].planId");
    }

    private String assignmentOf(int product) {
        return assigned.getString("adoptionPlan.products[" + product + "].assignmentId");
    }

    private Response preview() {
        return org.as("css").post("/api/v1/solution-adoption-plans/" + plan + "/sync/preview");
    }

    private void add(String home, String task) {
        org.as("admin", "{\"name\": \"" + task + "\", \"weight\": 5}")
                .post("/api/v1/" + home + "/tasks")
                .then()
                .statusCode(201);
    }

    /** A task more in each product and in the solution. */
    private void editEverything() {
        add("products/" + suite.edge(), "New in edge");
        add("products/" + suite.cloud(), "New in cloud");
        add("solutions/" + suite.solution(), "New of its own");
    }

    private static void refused(Response answer, int status, String code) {
        assertThat(answer.statusCode() + " " + answer.jsonPath().getString("code"))
                .isEqualTo(status + " " + code);
    }

    @Test
    void its_own_tasks_and_every_product_follow() {
        suite.set(suite.tasks(plan).get("Kick off"), "DONE");
        editEverything();
        assertThat(suite.plan(plan).getBoolean("needsSync")).isTrue();
        suite.sync(plan, "{}")
                .then()
                .statusCode(200)
                .body("changed", is(true))
                .body("own.changed", is(true))
                .body("own.added", is(1))
                .body("products.productId", contains(suite.edge(), suite.cloud()))
                .body("products.planId", contains(planOf(0), planOf(1)))
                .body("products.changed", contains(true, true))
                .body("products.change", contains("SYNCHRONISED", "SYNCHRONISED"))
                .body("products.error", contains(nullValue(), nullValue()))
                .body("plan.needsSync", is(false))
                .body("plan.progress.totalTasks", is(9))
                .body("plan.progress.totalWeight", equalTo(80f))
                .body("plan.progress.completedWeight", equalTo(20f))
                .body("plan.ownProgress.totalTasks", is(3));
        assertThat(suite.plan(plan).getBoolean("needsSync")).isFalse();
    }

    @Test
    void a_second_one_right_after_changes_nothing_and_tells_nobody() throws SQLException {
        editEverything();
        suite.sync(plan, "{}").then().statusCode(200);
        try (var database = Database.asSuperuser()) {
            var before = database.number("select count(*) from outbox where org_id = ?", org.name());
            suite.sync(plan, "")
                    .then()
                    .statusCode(200)
                    .body("changed", is(false))
                    .body("own.changed", is(false))
                    .body("products.changed", contains(false, false))
                    .body("products.change", contains("NONE", "NONE"));
            assertThat(database.number("select count(*) from outbox where org_id = ?", org.name()))
                    .isEqualTo(before);
        }
    }

    @Test
    void a_product_that_fails_is_reported_and_stops_no_other() throws SQLException {
        editEverything();
        try (var database = Database.asSuperuser()) {
            database.run("begin");
            database.rows("select 1 from adoption_plan where id = '" + planOf(0) + "' for update");
            suite.sync(plan, "{}")
                    .then()
                    .statusCode(200)
                    .body("changed", is(true))
                    .body("own.added", is(1))
                    .body("products[0].planId", is(planOf(0)))
                    .body("products[0].error.code", is("UNAVAILABLE"))
                    .body("products[0].changed", nullValue())
                    .body("products[1].changed", is(true))
                    .body("plan.needsSync", is(true))
                    .body("plan.products.needsSync", contains(true, false))
                    .body("plan.progress.totalTasks", is(8));
            database.run("rollback");
        }
        assertThat(suite.plan(plan).getInt("progress.totalTasks")).isEqualTo(8);
        suite.sync(plan, "{}")
                .then()
                .body("products.changed", contains(true, false))
                .body("own.changed", is(false))
                .body("plan.needsSync", is(false))
                .body("plan.progress.totalTasks", is(9));
    }

    @Test
    void a_preview_shows_the_whole_and_changes_nothing() {
        editEverything();
        var before = suite.plan(plan).prettify();
        preview()
                .then()
                .statusCode(200)
                .body("own.add.name", contains("New of its own"))
                .body("own.progress.after.totalWeight", equalTo(30f))
                .body("products.productId", contains(suite.edge(), suite.cloud()))
                .body("products.preview.add.name.flatten()", contains("New in edge", "New in cloud"))
                .body("joiningProductIds", hasSize(0))
                .body("leavingProductIds", hasSize(0));
        assertThat(suite.plan(plan).prettify()).isEqualTo(before);
    }

    @Test
    void a_preview_is_applied_by_its_token_and_refused_when_anything_of_the_whole_changed() {
        editEverything();
        var token = preview().<String>path("previewToken");
        add("products/" + suite.cloud(), "One more");
        refused(suite.sync(plan, "{\"previewToken\": \"" + token + "\"}"), 409, "PREVIEW_OUTDATED");
        assertThat(suite.plan(plan).getInt("progress.totalTasks")).isEqualTo(6);
        var fresh = preview().<String>path("previewToken");
        suite.set(suite.tasks(plan).get("Kick off"), "DONE");
        suite.sync(plan, "{\"previewToken\": \"" + fresh + "\"}")
                .then()
                .statusCode(200)
                .body("products.changed", contains(true, true))
                .body("plan.progress.totalTasks", is(10));
    }

    @Test
    void a_product_that_came_into_the_solution_is_assigned() {
        var more = Catalogue.product(org, Catalogue.ofTasks("Secure Mail", 3, "10"))
                .getString("id");
        suite.hold(more, suite.edge(), suite.cloud());
        assertThat(suite.plan(plan).getBoolean("needsSync")).isTrue();
        preview().then().body("joiningProductIds", contains(more));
        suite.sync(plan, "{}")
                .then()
                .statusCode(200)
                .body("products.productId", contains(suite.edge(), suite.cloud(), more))
                .body("products.change", contains("NONE", "NONE", "JOINED"))
                .body("plan.products.productId", contains(more, suite.edge(), suite.cloud()))
                .body("plan.needsSync", is(false))
                .body("plan.progress.totalTasks", is(9));
        org.as("css")
                .get("/api/v1/customers/" + suite.customer() + "/products")
                .then()
                .body("items.find { it.productId == '" + more + "' }.name", is("Suite – Secure Mail"));
    }

    @Test
    void a_product_that_left_the_solution_stays_with_the_customer_by_itself_and_comes_back_as_it_was() {
        suite.set(suite.tasks(planOf(1)).get("Move"), "DONE");
        suite.hold(suite.edge());
        preview().then().body("leavingProductIds", contains(suite.cloud()));
        suite.sync(plan, "{}")
                .then()
                .statusCode(200)
                .body("products.change", contains("NONE", "LEFT"))
                .body("plan.products.productId", contains(suite.edge()))
                .body("plan.progress.totalTasks", is(4))
                .body("plan.needsSync", is(false));
        var cloud = "/api/v1/customers/" + suite.customer() + "/products/" + assignmentOf(1);
        org.as("css")
                .get(cloud)
                .then()
                .body("solutionAssignmentId", nullValue())
                .body("adoptionPlan.progress.completedTasks", is(1));
        org.as("css", "{\"licenseLevel\": \"ADVANTAGE\"}").patch(cloud).then().statusCode(200);

        suite.hold(suite.edge(), suite.cloud());
        suite.sync(plan, "{}")
                .then()
                .body("products.change", contains("NONE", "JOINED"))
                .body("plan.products.planId", contains(planOf(0), planOf(1)))
                .body("plan.progress.completedTasks", is(1));
        org.as("css").get(cloud).then().body("licenseLevel", is("ESSENTIAL"));
    }

    @Test
    void its_own_tasks_are_taken_back_alone() {
        editEverything();
        suite.sync(plan, "{}").then().statusCode(200);
        org.as("css", "")
                .post("/api/v1/adoption-plans/" + plan + "/sync/undo")
                .then()
                .statusCode(200)
                .body("plan.solutionId", is(suite.solution()));
        assertThat(suite.plan(plan).getInt("ownProgress.totalTasks")).isEqualTo(2);
        assertThat(suite.plan(plan).getInt("progress.totalTasks")).isEqualTo(8);
        assertThat(suite.plan(plan).getBoolean("needsSync")).isTrue();
    }

    @Test
    void the_same_request_under_its_key_is_answered_again_without_being_done_again() {
        editEverything();
        var key = UUID.randomUUID().toString();
        var first = keyed(key);
        first.then().statusCode(200).body("changed", is(true));
        editEverything();
        var second = keyed(key);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(suite.plan(plan).getInt("progress.totalTasks")).isEqualTo(9);
    }

    private Response keyed(String key) {
        return org.as("css", "{}")
                .header("Idempotency-Key", key)
                .post("/api/v1/solution-adoption-plans/" + plan + "/sync");
    }

    @Test
    void a_state_that_is_gone_is_refused_before_any_product_is_touched() {
        var tag = org.as("css").get("/api/v1/solution-adoption-plans/" + plan).header("ETag");
        editEverything();
        suite.sync(plan, "{}").then().statusCode(200);
        editEverything();
        refused(
                org.as("css", "{}").header("If-Match", tag).post("/api/v1/solution-adoption-plans/" + plan + "/sync"),
                412,
                "VERSION_CONFLICT");
        assertThat(suite.plan(plan).getInt("progress.totalTasks")).isEqualTo(9);
    }

    @Test
    void figures_are_exact_whoever_works_on_whatever_plan_meanwhile() throws SQLException {
        var tasks = new ArrayList<String>();
        for (var each : List.of(plan, planOf(0), planOf(1))) {
            tasks.addAll(suite.tasks(each).values());
        }
        var statuses = List.of("DONE", "IN_PROGRESS", "NOT_APPLICABLE", "COMPLETED", "NOT_STARTED");
        var answers = Parallel.times(48, i -> {
            if (i % 8 == 0) {
                return suite.sync(plan, "{}").statusCode();
            }
            if (i % 8 == 1) {
                add(i % 16 == 1 ? "products/" + suite.edge() : "solutions/" + suite.solution(), "More " + i);
                return 200;
            }
            return suite.set(tasks.get(i % tasks.size()), statuses.get(i % statuses.size()))
                    .statusCode();
        });
        assertThat(answers).containsOnly(200);
        suite.sync(plan, "{}").then().statusCode(200);
        var whole = suite.plan(plan);
        try (var database = Database.asSuperuser()) {
            var live = " from customer_task where customer_id = '" + suite.customer()
                    + "' and archived_at is null and status <> 'NOT_APPLICABLE'";
            assertThat((float) database.number("select (100 * sum(weight))::bigint" + live) / 100)
                    .isEqualTo(whole.getFloat("progress.totalWeight"));
            assertThat((float) database.number("select (100 * coalesce(sum(weight), 0))::bigint" + live
                                    + " and status in ('DONE', 'COMPLETED')")
                            / 100)
                    .isEqualTo(whole.getFloat("progress.completedWeight"));
            assertThat(database.number("select count(*)" + live)).isEqualTo(whole.getLong("progress.totalTasks"));
        }
        assertThat(whole.getFloat("progress.progressPercentage"))
                .isEqualTo(org.as("css")
                        .get("/api/v1/customers/" + suite.customer())
                        .jsonPath()
                        .getFloat("progressPercentage"));
    }
}
