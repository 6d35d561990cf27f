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
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PlanResourceTest {
    private static final String NOWHERE = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01";

    private final Organisation org = Organisation.fresh();

    private ValidatableResponse get(String path) {
        return org.as("viewer").get(path).then().statusCode(200);
    }

    @Test
    void a_plan_is_read_with_its_tasks_by_sequence() {
        var adopted = Adopted.secureEdge(org);
        get(adopted.planPath())
                .body("id", is(adopted.plan()))
                .body("customerId", is(adopted.customer()))
                .body("assignmentId", is(adopted.assignment()))
                .body("productId", is(adopted.product().getString("id")))
                .body("productName", is("Secure Edge"))
                .body("licenseLevel", is("SIGNATURE"))
                .body("selectedOutcomeIds", hasSize(0))
                .body("selectedReleaseIds", hasSize(0))
                .body("needsSync", is(false))
                .body("syncedProductVersion", is(1))
                .body("lastSyncedAt", notNullValue())
                .body("progress.totalWeight", equalTo(70f))
                .body("version", is(1))
                .body("archivedAt", nullValue())
                .body("tasks.name", contains("Connect", "Trust", "See", "Both", "Logs", "Prevent"))
                .body("tasks.sequenceNumber", contains(1, 2, 3, 4, 5, 6))
                .body("tasks[1].outcomes.name", contains("Zero-trust access"))
                .body("tasks[1].releases.level", contains(1.5f))
                .body("tasks[1].tags.color", contains("#1f6feb"))
                .body("tasks[0].telemetryProgress.totalAttributes", is(2));
    }

    @Test
    void a_hundred_tasks_come_with_a_plan_and_the_rest_page_by_page() {
        var adopted = Adopted.ofTasks(org, 120, "0.5");
        get(adopted.planPath()).body("tasks", hasSize(100)).body("progress.totalTasks", is(120));
        var first = get(adopted.planPath() + "/tasks")
                .body("items", hasSize(100))
                .body("total", is(120))
                .extract()
                .jsonPath();
        var second = get(adopted.planPath() + "/tasks?cursor=" + first.getString("nextCursor"))
                .body("items", hasSize(20))
                .body("total", nullValue())
                .body("nextCursor", nullValue())
                .extract()
                .jsonPath();
        var walked = new ArrayList<Integer>(first.getList("items.sequenceNumber"));
        walked.addAll(second.getList("items.sequenceNumber"));
        assertThat(walked).isEqualTo(IntStream.rangeClosed(1, 120).boxed().toList());
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(
            value = {
                "status=DONE;                   Connect",
                "status=NOT_STARTED&tag=Network; Trust Both",
                "outcomeId={trust};             Trust Both",
                "outcomeId={sight}&releaseId={r2}; Both",
                "releaseId={r2};                Both Prevent",
                "tag=Network;                   Trust Both",
                "tag=network;                   ''",
                "outcomeId=odd;                 ''",
                "archived=true;                 ''",
                "archived=false&limit=2&offset=1; Trust See"
            },
            delimiter = ';')
    void tasks_are_filtered(String query, String names) {
        var adopted = Adopted.secureEdge(org);
        adopted.set(0, "DONE");
        var filled = query;
        for (var part : Map.of("trust", "outcomes", "sight", "outcomes", "r2", "releases")
                .entrySet()) {
            filled = filled.replace(
                    "{" + part.getKey() + "}", Catalogue.id(adopted.product(), part.getValue(), part.getKey()));
        }
        get(adopted.planPath() + "/tasks?" + filled)
                .body("items.name", is(names.isEmpty() ? List.of() : List.of(names.split(" "))));
    }

    @Test
    void a_list_of_tasks_refuses_what_it_does_not_know() {
        var adopted = Adopted.ofTasks(org, 1, "1");
        refused(
                        org.as("css")
                                .get(adopted.planPath()
                                        + "/tasks?status=LATE&archived=maybe&limit=201&sort=name&colour=red"),
                        400,
                        "VALIDATION_ERROR")
                .body("errors.pointer", containsInAnyOrder("/status", "/archived", "/limit", "/sort", "/colour"));
    }

    @Test
    void a_plan_that_is_missing_odd_or_somebody_elses_is_not_found() {
        var theirs = Adopted.ofTasks(Organisation.fresh(), 1, "1");
        var body = "{\"taskIds\": [\"" + theirs.tasks().get(0) + "\"], \"status\": \"DONE\"}";
        for (var id : List.of(NOWHERE, "odd", theirs.plan())) {
            refused(org.as("admin").get("/api/v1/adoption-plans/" + id), 404, "ADOPTION_PLAN_NOT_FOUND");
            refused(org.as("admin").get("/api/v1/adoption-plans/" + id + "/tasks"), 404, "ADOPTION_PLAN_NOT_FOUND");
            refused(
                    org.as("admin", body).post("/api/v1/adoption-plans/" + id + "/tasks/status"),
                    404,
                    "ADOPTION_PLAN_NOT_FOUND");
        }
        refused(org.as("admin").get("/api/v1/customers/odd/adoption-plans"), 404, "CUSTOMER_NOT_FOUND");
        refused(org.as("admin").get("/api/v1/customers/odd/overview"), 404, "CUSTOMER_NOT_FOUND");
    }

    @Nested
    class Progress {
        @Test
        void follows_every_status_by_weight_and_counts_what_applies() {
            var adopted = Adopted.secureEdge(org);
            adopted.set(0, "DONE").then().body("plan.progress.progressPercentage", equalTo(14.29f));
            adopted.set(1, "COMPLETED");
            adopted.set(2, "IN_PROGRESS");
            adopted.set(3, "NO_LONGER_USING");
            adopted.set(4, "NOT_APPLICABLE")
                    .then()
                    .statusCode(200)
                    .body("plan.id", is(adopted.plan()))
                    .body("plan.needsSync", is(false))
                    .body("plan.progress.totalTasks", is(5))
                    .body("plan.progress.completedTasks", is(2))
                    .body("plan.progress.totalWeight", equalTo(62.5f))
                    .body("plan.progress.completedWeight", equalTo(30f))
                    .body("plan.progress.progressPercentage", equalTo(48f))
                    .body("plan.progress.byStatus.NOT_STARTED", is(1))
                    .body("plan.progress.byStatus.IN_PROGRESS", is(1))
                    .body("plan.progress.byStatus.DONE", is(1))
                    .body("plan.progress.byStatus.COMPLETED", is(1))
                    .body("plan.progress.byStatus.NOT_APPLICABLE", is(1))
                    .body("plan.progress.byStatus.NO_LONGER_USING", is(1));
            var said = org.as("css").get(adopted.path()).jsonPath().getMap("adoptionPlan.progress");
            assertThat(adopted.readPlan().getMap("progress")).isEqualTo(said);
        }

        @Test
        void is_nothing_where_nothing_weighs_anything() {
            var adopted = Adopted.ofTasks(org, 2, "0");
            adopted.setMany(adopted.tasks(), "DONE")
                    .then()
                    .statusCode(200)
                    .body("plan.progress.completedTasks", is(2))
                    .body("plan.progress.progressPercentage", equalTo(0f));
        }

        @Test
        void of_the_customer_is_that_of_all_its_plans_together() {
            var light = Adopted.ofTasks(org, 2, "5");
            var heavy = Adopted.by(org, light.customer(), Catalogue.product(org, Catalogue.ofTasks("Heavy", 2, "15")));
            var customer = "/api/v1/customers/" + light.customer();
            get(customer).body("progressPercentage", equalTo(0f));
            light.set(0, "DONE");
            get(customer).body("progressPercentage", equalTo(12.5f));
            heavy.set(0, "COMPLETED");
            get(customer).body("progressPercentage", equalTo(50f));
            heavy.set(1, "NOT_APPLICABLE");
            get(customer).body("progressPercentage", equalTo(80f));
            get("/api/v1/customers?limit=1").body("items[0].progressPercentage", equalTo(80f));
        }
    }

    @Nested
    class NeedsSync {
        @Test
        void after_a_change_of_the_catalogue_and_not_after_a_change_of_status() {
            var adopted = Adopted.secureEdge(org);
            adopted.set(0, "DONE").then().body("plan.needsSync", is(false));

            Catalogue.edit(org, adopted.product().getString("id"), """
                    {"name": "Secure Edge", "tasks": [{"key": "connect", "name": "Connect at once", "weight": 10}]}""");

            get(adopted.planPath())
                    .body("needsSync", is(true))
                    .body("syncedProductVersion", is(1))
                    .body("tasks[0].name", is("Connect"));
            get(adopted.path()).body("adoptionPlan.needsSync", is(true));
            get("/api/v1/customers/" + adopted.customer() + "/adoption-plans").body("items.needsSync", contains(true));
            adopted.set(1, "DONE").then().body("plan.needsSync", is(true));
        }

        @Test
        void not_after_an_import_that_changes_nothing() {
            var adopted = Adopted.secureEdge(org);
            Catalogue.edit(org, adopted.product().getString("id"), Catalogue.SECURE_EDGE);
            get(adopted.planPath()).body("needsSync", is(false));
        }
    }

    @Nested
    class ManyTasksAtOnce {
        @Test
        void change_together_and_are_answered_in_the_order_they_were_named() {
            var adopted = Adopted.secureEdge(org);
            var named = new ArrayList<>(adopted.tasks());
            Collections.reverse(named);
            var quoted = named.stream().map(id -> "\"" + id + "\"").toList();
            org.as("css", "{\"taskIds\": " + quoted + ", \"status\": \"DONE\", \"notes\": \"Workshop\"}")
                    .post(adopted.planPath() + "/tasks/status")
                    .then()
                    .statusCode(200)
                    .body("tasks.id", is(named))
                    .body("tasks.status.unique()", contains("DONE"))
                    .body("tasks.statusNotes.unique()", contains("Workshop"))
                    .body("plan.id", is(adopted.plan()))
                    .body("plan.progress.progressPercentage", equalTo(100f));
            get(adopted.taskPath(3) + "/history")
                    .body("items.to", contains("DONE"))
                    .body("items.notes", contains("Workshop"));
        }

        @Test
        void change_all_or_none_and_every_stranger_is_named() {
            var adopted = Adopted.secureEdge(org);
            var other = Adopted.by(org, adopted.customer(), Catalogue.product(org, Catalogue.ofTasks("Other", 1, "1")));
            var ids = List.of(
                    adopted.tasks().get(0),
                    NOWHERE,
                    adopted.tasks().get(1),
                    "odd",
                    "odder",
                    other.tasks().get(0));
            refused(adopted.setMany(ids, "DONE"), 422, "TASK_NOT_OF_PLAN")
                    .body("errors.pointer", contains("/taskIds/1", "/taskIds/3", "/taskIds/4", "/taskIds/5"))
                    .body("errors.code", contains("REFERENCE", "REFERENCE", "REFERENCE", "REFERENCE"));
            assertThat(adopted.readPlan().getList("tasks.status", String.class)).containsOnly("NOT_STARTED");
            assertThat(adopted.readPlan().getInt("progress.completedTasks")).isZero();
            get(adopted.taskPath(0) + "/history").body("items", hasSize(0));
        }

        @Test
        void are_one_to_a_thousand_each_once() {
            var adopted = Adopted.ofTasks(org, 1, "1");
            var path = adopted.planPath() + "/tasks/status";
            var id = adopted.tasks().get(0);
            refused(org.as("css", "{\"taskIds\": [], \"status\": \"DONE\"}").post(path), 400, "VALIDATION_ERROR")
                    .body("errors.pointer", contains("/taskIds"));
            refused(adopted.setMany(Collections.nCopies(2, id), "DONE"), 400, "VALIDATION_ERROR")
                    .body("errors.pointer", contains("/taskIds/1"))
                    .body("errors.code", contains("DUPLICATE"));
            var many = IntStream.range(0, 1_001).mapToObj(i -> "t" + i).toList();
            refused(adopted.setMany(many, "DONE"), 400, "VALIDATION_ERROR")
                    .body("errors.pointer", contains("/taskIds"))
                    .body("errors.code", contains("LENGTH"));
            refused(org.as("css", "{\"notes\": 7, \"state\": 1}").post(path), 400, "VALIDATION_ERROR")
                    .body("errors.pointer", containsInAnyOrder("/taskIds", "/status", "/notes", "/state"));
        }

        @Test
        void leave_alone_what_says_nothing_new() {
            var adopted = Adopted.ofTasks(org, 2, "1");
            adopted.set(0, "DONE");
            adopted.setMany(adopted.tasks(), "DONE").then().statusCode(200).body("tasks.version", contains(2, 2));
            get(adopted.taskPath(0) + "/history").body("items", hasSize(1));
        }

        @Test
        void stay_as_they_are_while_the_customer_is_suspended() {
            var adopted = Adopted.ofTasks(org, 1, "1");
            org.as("admin", "{\"reasonCode\": \"OTHER\"}").post("/api/v1/customers/" + adopted.customer() + "/suspend");
            refused(adopted.setMany(adopted.tasks(), "DONE"), 423, "CUSTOMER_SUSPENDED");
            refused(adopted.setMany(List.of(NOWHERE), "DONE"), 423, "CUSTOMER_SUSPENDED");
        }
    }

    @Nested
    class OfACustomer {
        @Test
        void plans_are_listed_oldest_first_without_tasks() {
            var first = Adopted.ofTasks(org, 2, "5");
            var second = Adopted.by(org, first.customer(), Catalogue.product(org, Catalogue.ofTasks("Second", 3, "5")));
            var path = "/api/v1/customers/" + first.customer() + "/adoption-plans";
            get(path)
                    .body("items.id", contains(first.plan(), second.plan()))
                    .body("items.progress.totalTasks", contains(2, 3))
                    .body("items[0].assignmentId", is(first.assignment()))
                    .body("items[0].tasks", nullValue())
                    .body("total", is(2));
            String cursor =
                    get(path + "?limit=1").body("items", hasSize(1)).extract().path("nextCursor");
            get(path + "?limit=1&cursor=" + cursor)
                    .body("items.id", contains(second.plan()))
                    .body("nextCursor", nullValue());
        }

        @Test
        void the_overview_says_how_it_is_doing() {
            var first = Adopted.ofTasks(org, 4, "5");
            var second =
                    Adopted.by(org, first.customer(), Catalogue.product(org, Catalogue.ofTasks("Second", 6, "10")));
            first.set(0, "DONE");
            first.set(1, "NOT_APPLICABLE");
            first.set(2, "IN_PROGRESS");
            second.set(0, "COMPLETED");
            second.set(0, "IN_PROGRESS");
            get("/api/v1/customers/" + first.customer() + "/overview")
                    .body("customer.id", is(first.customer()))
                    .body("customer.code", is("C-000001"))
                    .body("customer.name", is("Acme Retail"))
                    .body("customer.accountStatus", is("ACTIVE"))
                    .body("customer.lifecycleStage", is("ACTIVE"))
                    .body("plans.id", contains(first.plan(), second.plan()))
                    .body("plans[0].progress.completedTasks", is(1))
                    .body("tasksByStatus.DONE", is(1))
                    .body("tasksByStatus.IN_PROGRESS", is(2))
                    .body("tasksByStatus.NOT_APPLICABLE", is(1))
                    .body("tasksByStatus.NOT_STARTED", is(6))
                    .body("progress.totalWeight", equalTo(75f))
                    .body("completedLast30Days", is(1))
                    .body(
                            "nextTasks.id",
                            contains(
                                    first.tasks().get(2),
                                    first.tasks().get(3),
                                    second.tasks().get(0),
                                    second.tasks().get(1),
                                    second.tasks().get(2)));
        }

        @Test
        void the_overview_of_one_without_plans_is_empty() {
            var customer = org.customer("{\"name\": \"New\"}");
            get("/api/v1/customers/" + customer + "/overview")
                    .body("plans", hasSize(0))
                    .body("nextTasks", hasSize(0))
                    .body("completedLast30Days", is(0))
                    .body("progress.progressPercentage", equalTo(0f))
                    .body("tasksByStatus.size()", is(6));
        }
    }

    @Nested
    class WhoseRowsAreSeen {
        private Adopted of(String name, String stage, String who) {
            var assigned = who.isEmpty() ? "" : ", \"assignedTo\": \"" + org.person(who) + "\"";
            var customer =
                    org.customer("{\"name\": \"" + name + "\", \"lifecycleStage\": \"" + stage + "\"" + assigned + "}");
            return Adopted.by(org, customer, Catalogue.product(org, Catalogue.ofTasks(name, 1, "1")));
        }

        private void sees(Adopted adopted, String who, Map<String, String> claims) {
            for (var path : all(adopted)) {
                org.as(who, claims).get(path).then().statusCode(200);
            }
        }

        private void doesNotSee(Adopted adopted, String who, Map<String, String> claims) {
            for (var path : all(adopted)) {
                org.as(who, claims).get(path).then().statusCode(404);
            }
        }

        private List<String> all(Adopted adopted) {
            var customer = "/api/v1/customers/" + adopted.customer();
            return List.of(
                    customer + "/products",
                    adopted.path(),
                    customer + "/adoption-plans",
                    customer + "/overview",
                    adopted.planPath(),
                    adopted.planPath() + "/tasks",
                    adopted.taskPath(0),
                    adopted.taskPath(0) + "/history",
                    adopted.taskPath(0) + "/telemetry");
        }

        @Test
        void a_user_sees_and_works_what_is_assigned_to_it_and_nothing_else() {
            var mine = of("Mine", "ACTIVE", "user");
            var lead = of("Lead", "LEAD", "");
            sees(mine, "user", Map.of());
            doesNotSee(lead, "user", Map.of());
            mine.set(0, "{\"status\": \"DONE\"}", "user")
                    .then()
                    .statusCode(200)
                    .body("task.completedBy", is(org.person("user")));
            refused(lead.set(0, "{\"status\": \"DONE\"}", "user"), 404, "TASK_NOT_FOUND");
        }

        @Test
        void sales_sees_its_own_and_the_pipeline_and_works_nothing() {
            var mine = of("Mine", "ACTIVE", "sales");
            var lead = of("Lead", "LEAD", "");
            var won = of("Won", "ACTIVE", "");
            sees(mine, "sales", Map.of());
            sees(lead, "sales", Map.of());
            doesNotSee(won, "sales", Map.of());
            refused(mine.set(0, "{\"status\": \"DONE\"}", "sales"), 403, "FORBIDDEN");
        }

        @Test
        void the_portal_sees_its_own_and_an_expert_or_a_partner_what_was_granted() {
            var one = of("One", "ACTIVE", "");
            var two = of("Two", "ACTIVE", "");
            sees(one, "portal", Map.of("customer_id", one.customer()));
            doesNotSee(two, "portal", Map.of("customer_id", one.customer()));
            sees(one, "sme", Map.of("customer_ids", one.customer()));
            doesNotSee(two, "sme", Map.of("customer_ids", one.customer()));
            sees(two, "partner", Map.of());
            doesNotSee(two, "partner", Map.of("customer_ids", one.customer()));
            for (var who : List.of("portal", "sme", "partner", "support", "viewer")) {
                refused(one.set(0, "{\"status\": \"DONE\"}", who), 403, "FORBIDDEN");
            }
        }
    }
}
