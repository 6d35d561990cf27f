package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Parallel;
import dev.cairn.bootstrap.support.Suite;
import dev.cairn.bootstrap.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SolutionAssignmentResourceTest {
    private final Organisation org = Organisation.fresh();
    private Suite suite = new Suite(org, "", "", "", "");

    @BeforeEach
    void a_solution_and_a_customer() {
        suite = Suite.offered(org);
    }

    private String products() {
        return "/api/v1/customers/" + suite.customer() + "/products";
    }

    private Response assignProduct(String product, String more) {
        return org.as("css", "{\"productId\": \"" + product + "\"" + more + "}").post(products());
    }

    private static void refused(Response answer, int status, String code) {
        assertThat(answer.statusCode() + " " + answer.jsonPath().getString("code"))
                .isEqualTo(status + " " + code);
    }

    private List<String> told(String assignment) throws SQLException {
        try (var database = Database.asSuperuser()) {
            return database.column(
                    "select type from outbox where subject like '%" + assignment + "' order by position");
        }
    }

    @Nested
    class Assigning {
        @Test
        void brings_every_product_and_a_plan_for_its_own_tasks() throws SQLException {
            var answer = suite.assign("");
            var assigned = answer.then()
                    .statusCode(201)
                    .body("name", is("Suite"))
                    .body("solutionName", is("Suite"))
                    .body("licenseLevel", is("ESSENTIAL"))
                    .body("version", is(1))
                    .body("adoptionPlan.needsSync", is(false))
                    .body("adoptionPlan.status", is("NOT_STARTED"))
                    .body("adoptionPlan.progress.totalTasks", is(6))
                    .body("adoptionPlan.progress.totalWeight", equalTo(65f))
                    .body("adoptionPlan.ownProgress.totalTasks", is(2))
                    .body("adoptionPlan.ownProgress.totalWeight", equalTo(25f))
                    .body("adoptionPlan.products.productId", contains(suite.edge(), suite.cloud()))
                    .body("adoptionPlan.products.status", contains("NOT_STARTED", "NOT_STARTED"))
                    .body("adoptionPlan.products.progress.totalWeight", contains(20f, 20f))
                    .body("adoptionPlan.tasks.name", contains("Kick off", "Train"))
                    .extract()
                    .jsonPath();
            assertThat(answer.header("Location")).isEqualTo(suite.path() + "/" + assigned.getString("id"));
            assertThat(org.as("css").get(answer.header("Location")).asString()).isEqualTo(answer.asString());
            assertThat(org.as("css").get(answer.header("Location")).header("ETag"))
                    .isEqualTo(answer.header("ETag"));
            assertThat(told(assigned.getString("id"))).containsExactly("solution.assigned");
            assertThat(told(assigned.getString("adoptionPlan.id"))).containsExactly("adoption.plan_created");
            assertThat(told(assigned.getString("adoptionPlan.products[0].assignmentId")))
                    .containsExactly("product.assigned");
            assertThat(told(assigned.getString("adoptionPlan.products[0].planId")))
                    .containsExactly("adoption.plan_created");
        }

        @Test
        void names_the_products_after_it_and_says_who_manages_them() {
            var assigned = suite.assigned();
            org.as("css")
                    .get(products())
                    .then()
                    .body("items.name", containsInAnyOrder("Suite – Secure Edge", "Suite – Secure Cloud"))
                    .body("items.solutionAssignmentId", contains(assigned.getString("id"), assigned.getString("id")))
                    .body("total", is(2));
        }

        @Test
        void twice_under_one_name_is_refused_and_under_another_brings_the_products_again() {
            suite.assigned();
            refused(suite.assign(""), 409, "CUSTOMER_SOLUTION_EXISTS");
            suite.assign(", \"name\": \"Branch\"").then().statusCode(201);
            org.as("css")
                    .get(products())
                    .then()
                    .body(
                            "items.name",
                            containsInAnyOrder(
                                    "Suite – Secure Edge",
                                    "Suite – Secure Cloud",
                                    "Branch – Secure Edge",
                                    "Branch – Secure Cloud"));
        }

        @Test
        void numbers_a_product_whose_name_is_taken() {
            assignProduct(suite.edge(), ", \"name\": \"Suite – Secure Edge\"")
                    .then()
                    .statusCode(201);
            assignProduct(suite.edge(), ", \"name\": \"Suite – Secure Edge (2)\"")
                    .then()
                    .statusCode(201);
            var edge = suite.assigned().getString("adoptionPlan.products[0].assignmentId");
            org.as("css").get(products() + "/" + edge).then().body("name", is("Suite – Secure Edge (3)"));
        }

        @Test
        void cuts_a_name_that_would_be_too_long() {
            var name = "N".repeat(255);
            var edge = suite.assign(", \"name\": \"" + name + "\"")
                    .then()
                    .statusCode(201)
                    .extract()
                    .<String>path("adoptionPlan.products[0].assignmentId");
            org.as("css").get(products() + "/" + edge).then().body("name", is(name));
        }

        @Test
        void takes_a_default_that_nobody_manages_with_all_that_was_done() throws SQLException {
            var before = assignProduct(suite.edge(), "")
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath();
            var plan = before.getString("adoptionPlan.id");
            suite.set(suite.tasks(plan).get("Connect"), "DONE").then().statusCode(200);
            var assigned = suite.assigned();
            assertThat(assigned.getString("adoptionPlan.products[0].planId")).isEqualTo(plan);
            assertThat(assigned.getString("adoptionPlan.products[0].status")).isEqualTo("IN_PROGRESS");
            assertThat(assigned.getInt("adoptionPlan.progress.completedTasks")).isEqualTo(1);
            org.as("css")
                    .get(products() + "/" + before.getString("id"))
                    .then()
                    .body("name", is("Default"))
                    .body("solutionAssignmentId", is(assigned.getString("id")))
                    .body("version", is(2))
                    .body("adoptionPlan.needsSync", is(false));
            assertThat(told(before.getString("id"))).containsExactly("product.assigned", "product.changed");
        }

        @Test
        void gives_a_default_that_it_takes_its_own_level_and_leaves_the_tasks_to_a_synchronisation() {
            var before = assignProduct(suite.edge(), "").jsonPath();
            suite.assign(", \"licenseLevel\": \"ADVANTAGE\"")
                    .then()
                    .statusCode(201)
                    .body("adoptionPlan.needsSync", is(true))
                    .body("adoptionPlan.products.needsSync", contains(true, false))
                    .body("adoptionPlan.products[0].progress.totalTasks", is(2));
            org.as("css").get(products() + "/" + before.getString("id")).then().body("licenseLevel", is("ADVANTAGE"));
        }

        @Test
        void does_not_take_what_another_solution_manages() {
            assignProduct(suite.edge(), "").then().statusCode(201);
            var first = suite.assigned().getString("adoptionPlan.products[0].planId");
            suite.assign(", \"name\": \"Second\"")
                    .then()
                    .statusCode(201)
                    .body("adoptionPlan.products[0].planId", not(is(first)));
        }

        @Test
        void passes_over_an_archived_product() {
            org.as("admin")
                    .delete("/api/v1/products/" + suite.cloud() + "?archive=true")
                    .then()
                    .statusCode(204);
            suite.assign("")
                    .then()
                    .statusCode(201)
                    .body("adoptionPlan.products.productId", contains(suite.edge()))
                    .body("adoptionPlan.needsSync", is(false));
        }

        @Test
        void many_at_once_take_a_default_once_and_one_name_once() {
            assignProduct(suite.edge(), "").then().statusCode(201);
            var statuses = Parallel.times(
                    6, i -> suite.assign(", \"name\": \"N" + i % 3 + "\"").statusCode());
            assertThat(statuses).containsOnly(201, 409);
            assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
            List<String> edges =
                    org.as("css").get(products()).path("items.findAll { it.productId == '" + suite.edge() + "' }.name");
            assertThat(edges).hasSize(3).contains("Default");
        }
    }

    @Nested
    class Selecting {
        private String ids(String... of) {
            return List.of(of).stream().map(id -> "\"" + id + "\"").toList().toString();
        }

        @Test
        void gives_each_what_is_its_own_and_all_where_nothing_is() {
            var trust = suite.part(suite.edge(), "outcomes", "trust");
            var assigned = suite.assign(", \"selectedOutcomeIds\": " + ids(trust))
                    .then()
                    .statusCode(201)
                    .body("selectedOutcomeIds", contains(trust))
                    .body("adoptionPlan.tasks", hasSize(2))
                    .body("adoptionPlan.products.progress.totalTasks", contains(1, 2))
                    .extract()
                    .jsonPath();
            org.as("css")
                    .get(products() + "/" + assigned.getString("adoptionPlan.products[0].assignmentId"))
                    .then()
                    .body("selectedOutcomeIds", contains(trust));
            org.as("css")
                    .get(products() + "/" + assigned.getString("adoptionPlan.products[1].assignmentId"))
                    .then()
                    .body("selectedOutcomeIds", hasSize(0));
        }

        @Test
        void narrows_the_own_tasks_by_what_is_the_solutions() {
            var team = suite.part(suite.solution(), "outcomes", "team");
            var cost = suite.part(suite.cloud(), "outcomes", "cost");
            suite.assign(", \"selectedOutcomeIds\": " + ids(team, cost))
                    .then()
                    .statusCode(201)
                    .body("adoptionPlan.products.progress.totalTasks", contains(2, 2))
                    .body("adoptionPlan.needsSync", is(false));
        }

        @Test
        void of_what_neither_has_is_refused() {
            refused(suite.assign(", \"selectedOutcomeIds\": " + ids(World.NOWHERE)), 422, "OUTCOME_NOT_OF_PRODUCT");
            refused(suite.assign(", \"selectedReleaseIds\": " + ids(World.NOWHERE)), 422, "RELEASE_NOT_OF_PRODUCT");
            assertThat(org.as("css").get(products()).<Integer>path("total")).isZero();
        }

        @Test
        void otherwise_for_one_product() {
            var sight = suite.part(suite.edge(), "outcomes", "sight");
            suite.assign(", \"products\": [{\"productId\": \"" + suite.edge()
                            + "\", \"licenseLevel\": \"ADVANTAGE\", \"selectedOutcomeIds\": " + ids(sight) + "}]")
                    .then()
                    .statusCode(201)
                    .body("licenseLevel", is("ESSENTIAL"))
                    .body("products.productId", contains(suite.edge()))
                    .body("products.licenseLevel", contains("ADVANTAGE"))
                    .body("products.selectedReleaseIds", contains(nullValue()))
                    .body("adoptionPlan.products.progress.totalTasks", contains(2, 2))
                    .body("adoptionPlan.products[0].progress.totalWeight", equalTo(17f));
        }

        @Test
        void otherwise_for_a_product_that_it_does_not_hold_is_refused() {
            var other = World.aProduct(org).get("product");
            for (var product : List.of(other, World.NOWHERE, suite.solution())) {
                refused(
                        suite.assign(", \"products\": [{\"productId\": \"" + product + "\"}]"),
                        404,
                        "PRODUCT_NOT_FOUND");
            }
        }

        @Test
        void otherwise_by_what_is_another_products_is_refused_where_it_stands() {
            var cost = suite.part(suite.cloud(), "outcomes", "cost");
            var answer = suite.assign(", \"products\": [{\"productId\": \"" + suite.edge()
                    + "\", \"selectedOutcomeIds\": " + ids(cost) + "}]");
            refused(answer, 422, "OUTCOME_NOT_OF_PRODUCT");
            answer.then().body("errors.pointer", contains("/products/0/selectedOutcomeIds/0"));
        }

        @Test
        void otherwise_for_one_product_twice_is_a_fault() {
            var edge = "{\"productId\": \"" + suite.edge() + "\"}";
            var answer = suite.assign(", \"products\": [" + edge + ", " + edge + "]");
            refused(answer, 400, "VALIDATION_ERROR");
            answer.then()
                    .body("errors.pointer", contains("/products/1/productId"))
                    .body("errors.code", contains("DUPLICATE"));
        }
    }

    @Nested
    class OnceAssigned {
        private JsonPath assigned;
        private String plan;
        private String edge;

        @BeforeEach
        void assigned() {
            assigned = suite.assigned();
            plan = assigned.getString("adoptionPlan.id");
            edge = assigned.getString("adoptionPlan.products[0].assignmentId");
        }

        private String path() {
            return suite.path() + "/" + assigned.getString("id");
        }

        @Test
        void a_product_is_neither_changed_nor_removed_alone() {
            refused(
                    org.as("css", "{\"licenseLevel\": \"SIGNATURE\"}").patch(products() + "/" + edge),
                    422,
                    "PRODUCT_MANAGED_BY_SOLUTION");
            refused(org.as("css").delete(products() + "/" + edge), 422, "PRODUCT_MANAGED_BY_SOLUTION");
            org.as("css").get(products() + "/" + edge).then().statusCode(200).body("version", is(1));
        }

        @Test
        void a_product_plan_is_synchronised_alone() {
            var productPlan = assigned.getString("adoptionPlan.products[0].planId");
            org.as("admin", "{\"name\": \"More\", \"weight\": 3}")
                    .post("/api/v1/products/" + suite.edge() + "/tasks")
                    .then()
                    .statusCode(201);
            assertThat(suite.plan(plan).getBoolean("needsSync")).isTrue();
            org.as("css", "{}")
                    .post("/api/v1/adoption-plans/" + productPlan + "/sync")
                    .then()
                    .statusCode(200)
                    .body("added", is(1));
            assertThat(suite.plan(plan).getBoolean("needsSync")).isFalse();
            assertThat(suite.plan(plan).getInt("progress.totalTasks")).isEqualTo(7);
        }

        @Test
        void its_own_plan_stands_in_no_list_of_product_plans() {
            org.as("css")
                    .get("/api/v1/customers/" + suite.customer() + "/adoption-plans")
                    .then()
                    .body("items.productId", containsInAnyOrder(suite.edge(), suite.cloud()))
                    .body("total", is(2));
            org.as("css").get(products()).then().body("total", is(2));
            refused(org.as("css").get(products() + "/" + assigned.getString("id")), 404, "ASSIGNMENT_NOT_FOUND");
            refused(org.as("css").get(suite.path() + "/" + edge), 404, "ASSIGNMENT_NOT_FOUND");
            refused(
                    org.as("css")
                            .get("/api/v1/solution-adoption-plans/"
                                    + assigned.getString("adoptionPlan.products[0].planId")),
                    404,
                    "SOLUTION_ADOPTION_PLAN_NOT_FOUND");
        }

        @Test
        void an_own_task_is_worked_on_like_any_other_and_answers_with_the_whole() {
            var task = suite.tasks(plan).get("Kick off");
            suite.set(task, "DONE")
                    .then()
                    .statusCode(200)
                    .body("task.planId", is(plan))
                    .body("plan.id", is(plan))
                    .body("plan.needsSync", is(false))
                    .body("plan.progress.totalWeight", equalTo(65f))
                    .body("plan.progress.completedWeight", equalTo(20f))
                    .body("plan.progress.progressPercentage", equalTo(30.77f))
                    .body("plan.ownProgress.completedWeight", equalTo(20f))
                    .body("plan.ownProgress.progressPercentage", equalTo(80f));
            org.as("css", "{\"taskIds\": [\"" + suite.tasks(plan).get("Train") + "\"], \"status\": \"DONE\"}")
                    .post("/api/v1/adoption-plans/" + plan + "/tasks/status")
                    .then()
                    .statusCode(200)
                    .body("plan.ownProgress.progressPercentage", equalTo(100f))
                    .body("plan.progress.completedTasks", is(2));
            org.as("css").get("/api/v1/tasks/" + task + "/history").then().body("items.to", contains("DONE"));
            org.as("css", "")
                    .post("/api/v1/tasks/" + task + "/evaluate")
                    .then()
                    .statusCode(200)
                    .body("plan.ownProgress.completedTasks", is(2));
            org.as("css")
                    .get("/api/v1/adoption-plans/" + plan)
                    .then()
                    .statusCode(200)
                    .body("solutionId", is(suite.solution()));
        }

        @Test
        void a_task_of_a_product_answers_with_its_own_plan_alone() {
            var productPlan = assigned.getString("adoptionPlan.products[0].planId");
            suite.set(suite.tasks(productPlan).get("Connect"), "DONE")
                    .then()
                    .body("plan.id", is(productPlan))
                    .body("plan.progress.totalWeight", equalTo(20f))
                    .body("plan.ownProgress", nullValue());
        }

        @Test
        void its_number_is_one_over_all_and_so_is_the_customers() {
            var productPlan = assigned.getString("adoptionPlan.products[0].planId");
            suite.set(suite.tasks(productPlan).get("Connect"), "DONE");
            suite.set(suite.tasks(plan).get("Kick off"), "COMPLETED");
            suite.set(suite.tasks(plan).get("Train"), "NOT_APPLICABLE");
            var whole = suite.plan(plan);
            assertThat(whole.getFloat("progress.totalWeight")).isEqualTo(60f);
            assertThat(whole.getFloat("progress.completedWeight")).isEqualTo(30f);
            assertThat(whole.getFloat("progress.progressPercentage")).isEqualTo(50f);
            assertThat(whole.getInt("progress.byStatus.NOT_APPLICABLE")).isEqualTo(1);
            org.as("css").get("/api/v1/customers/" + suite.customer()).then().body("progressPercentage", equalTo(50f));
            org.as("css")
                    .get("/api/v1/customers/" + suite.customer() + "/overview")
                    .then()
                    .body("progress.totalWeight", equalTo(60f))
                    .body("progress.completedWeight", equalTo(30f))
                    .body("tasksByStatus.NOT_APPLICABLE", is(1))
                    .body("completedLast30Days", is(2))
                    .body("plans", hasSize(2))
                    .body("solutions.id", contains(plan))
                    .body("solutions[0].progress.progressPercentage", equalTo(50f))
                    .body("nextTasks", hasSize(3));
            org.as("css").get(suite.path()).then().body("items[0].adoptionPlan.progress.completedWeight", equalTo(30f));
        }

        @Test
        void statuses_follow_from_what_is_stored() {
            var productPlan = assigned.getString("adoptionPlan.products[0].planId");
            var tasks = suite.tasks(productPlan);
            suite.set(tasks.get("Connect"), "IN_PROGRESS");
            assertThat(suite.plan(plan).<String>getList("products.status"))
                    .containsExactly("IN_PROGRESS", "NOT_STARTED");
            suite.set(tasks.get("Connect"), "DONE");
            suite.set(tasks.get("See"), "NOT_APPLICABLE");
            assertThat(suite.plan(plan).<String>getList("products.status")).containsExactly("COMPLETED", "NOT_STARTED");
            assertThat(suite.plan(plan).getString("status")).isEqualTo("IN_PROGRESS");
            suite.set(tasks.get("Connect"), "NOT_STARTED");
            assertThat(suite.plan(plan).<String>getList("products.status"))
                    .containsExactly("NOT_STARTED", "NOT_STARTED");
            assertThat(suite.plan(plan).getString("status")).isEqualTo("NOT_STARTED");
        }

        @Test
        void a_change_goes_to_every_product_and_the_plans_wait() throws SQLException {
            org.as("css", "{\"licenseLevel\": \"ADVANTAGE\"}")
                    .patch(path())
                    .then()
                    .statusCode(200)
                    .body("licenseLevel", is("ADVANTAGE"))
                    .body("version", is(2))
                    .body("adoptionPlan.needsSync", is(true))
                    .body("adoptionPlan.products.needsSync", contains(true, true))
                    .body("adoptionPlan.progress.totalTasks", is(6));
            org.as("css").get(products()).then().body("items.licenseLevel", contains("ADVANTAGE", "ADVANTAGE"));
            assertThat(told(assigned.getString("id"))).containsExactly("solution.assigned", "solution.changed");
            assertThat(told(edge)).containsExactly("product.assigned", "product.changed");
            org.as("css", "{\"licenseLevel\": \"ADVANTAGE\"}")
                    .patch(path())
                    .then()
                    .body("version", is(2));
            suite.sync(plan, "{}").then().statusCode(200).body("plan.progress.totalTasks", is(7));
            org.as(
                            "css",
                            "{\"licenseLevel\": \"ESSENTIAL\", \"products\": [{\"productId\": \"" + suite.edge()
                                    + "\", \"licenseLevel\": \"ADVANTAGE\"}]}")
                    .patch(path())
                    .then()
                    .statusCode(200)
                    .body("products.licenseLevel", contains("ADVANTAGE"));
            org.as("css").get(products() + "/" + edge).then().body("licenseLevel", is("ADVANTAGE"));
        }

        @Test
        void a_change_names_what_is_wrong_with_it() {
            refused(org.as("css", "{\"licenseLevel\": null}").patch(path()), 400, "VALIDATION_ERROR");
            refused(org.as("css", "{\"name\": \"x\"}").patch(path()), 400, "VALIDATION_ERROR");
            refused(
                    org.as("css", "{\"selectedOutcomeIds\": [\"" + World.NOWHERE + "\"]}")
                            .patch(path()),
                    422,
                    "OUTCOME_NOT_OF_PRODUCT");
            refused(
                    org.as("css", "{\"products\": [{\"productId\": \"" + World.NOWHERE + "\"}]}")
                            .patch(path()),
                    404,
                    "PRODUCT_NOT_FOUND");
        }

        @Test
        void removing_it_removes_its_products_and_keeps_plans_and_history_for_admin() throws SQLException {
            var task = suite.tasks(plan).get("Kick off");
            suite.set(task, "DONE");
            var productPlan = assigned.getString("adoptionPlan.products[0].planId");
            org.as("css").delete(path()).then().statusCode(204);
            refused(org.as("css").get(path()), 404, "ASSIGNMENT_NOT_FOUND");
            refused(org.as("css").delete(path()), 404, "ASSIGNMENT_NOT_FOUND");
            org.as("css").get(products()).then().body("items", hasSize(0));
            org.as("css").get(suite.path()).then().body("items", hasSize(0));
            refused(
                    org.as("css").get("/api/v1/solution-adoption-plans/" + plan),
                    404,
                    "SOLUTION_ADOPTION_PLAN_NOT_FOUND");
            refused(org.as("css").get("/api/v1/adoption-plans/" + productPlan), 404, "ADOPTION_PLAN_NOT_FOUND");
            org.as("admin")
                    .get("/api/v1/solution-adoption-plans/" + plan)
                    .then()
                    .statusCode(200)
                    .body("archivedAt", not(nullValue()))
                    .body("products", hasSize(2))
                    .body("progress.completedWeight", equalTo(20f));
            org.as("admin").get("/api/v1/tasks/" + task + "/history").then().body("items", hasSize(1));
            refused(
                    org.as("admin", "{\"status\": \"DONE\"}").put("/api/v1/tasks/" + task + "/status"),
                    422,
                    "TASK_ARCHIVED");
            refused(
                    org.as("admin", "{}").post("/api/v1/solution-adoption-plans/" + plan + "/sync"),
                    422,
                    "TASK_ARCHIVED");
            org.as("css").get("/api/v1/customers/" + suite.customer()).then().body("progressPercentage", equalTo(0f));
            assertThat(told(assigned.getString("id"))).containsExactly("solution.assigned", "solution.removed");
            assertThat(told(edge)).containsExactly("product.assigned", "product.removed");
            suite.assign("").then().statusCode(201).body("adoptionPlan.progress.completedTasks", is(0));
        }

        @Test
        void a_customer_that_is_suspended_keeps_it_as_it_is() {
            org.as("admin", "{\"reasonCode\": \"OTHER\"}")
                    .post("/api/v1/customers/" + suite.customer() + "/suspend")
                    .then()
                    .statusCode(200);
            refused(org.as("css", "{\"licenseLevel\": \"SIGNATURE\"}").patch(path()), 423, "CUSTOMER_SUSPENDED");
            refused(org.as("css").delete(path()), 423, "CUSTOMER_SUSPENDED");
            refused(suite.sync(plan, "{}"), 423, "CUSTOMER_SUSPENDED");
            refused(suite.assign(", \"name\": \"Second\""), 423, "CUSTOMER_SUSPENDED");
            org.as("css").get(path()).then().statusCode(200);
        }

        @Test
        void another_organisation_sees_nothing_of_it() {
            var other = Organisation.fresh();
            refused(other.as("admin").get(path()), 404, "CUSTOMER_NOT_FOUND");
            refused(
                    other.as("admin").get("/api/v1/solution-adoption-plans/" + plan),
                    404,
                    "SOLUTION_ADOPTION_PLAN_NOT_FOUND");
            refused(other.as("admin").get("/api/v1/solutions/" + suite.solution()), 404, "SOLUTION_NOT_FOUND");
            other.as("admin").get("/api/v1/solutions").then().body("items", hasSize(0));
        }
    }
}
