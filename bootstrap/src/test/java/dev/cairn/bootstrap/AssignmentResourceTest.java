package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AssignmentResourceTest {
    private static final String NOWHERE = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01";

    private final Organisation org = Organisation.fresh();
    private String customer = "";
    private JsonPath product = new JsonPath("{}");

    @BeforeEach
    void a_customer_and_a_product() {
        customer = org.customer("{\"name\": \"Acme Retail\", \"lifecycleStage\": \"ACTIVE\"}");
        product = Catalogue.product(org, Catalogue.SECURE_EDGE);
    }

    private Response assign(String more) {
        return Adopted.assign(org, customer, "{\"productId\": \"" + product.getString("id") + "\"" + more + "}");
    }

    private String products() {
        return "/api/v1/customers/" + customer + "/products";
    }

    private List<String> ids(String parts, String keys) {
        return keys == null
                ? List.of()
                : List.of(keys.split(" ")).stream()
                        .map(key -> "\"" + Catalogue.id(product, parts, key) + "\"")
                        .toList();
    }

    @Test
    void a_plan_is_born_with_it_and_both_are_found_at_the_location() {
        var trust = Catalogue.id(product, "outcomes", "trust");
        var location = assign(
                        ", \"licenseLevel\": \"ADVANTAGE\", \"selectedOutcomeIds\": [\"" + trust
                                + "\"], \"selectedReleaseIds\": [], \"name\": \"Berlin\", \"purchasedAt\": \"2026-01-02T03:04:05+01:00\"")
                .then()
                .statusCode(201)
                .body("customerId", is(customer))
                .body("productId", is(product.getString("id")))
                .body("productName", is("Secure Edge"))
                .body("name", is("Berlin"))
                .body("licenseLevel", is("ADVANTAGE"))
                .body("selectedOutcomeIds", contains(trust))
                .body("selectedReleaseIds", hasSize(0))
                .body("purchasedAt", is("2026-01-02T02:04:05Z"))
                .body("version", is(1))
                .body("adoptionPlan.needsSync", is(false))
                .body("adoptionPlan.syncedProductVersion", is(1))
                .body("adoptionPlan.lastSyncedAt", notNullValue())
                .body("adoptionPlan.progress.totalTasks", is(4))
                .body("adoptionPlan.progress.completedTasks", is(0))
                .body("adoptionPlan.progress.totalWeight", equalTo(50f))
                .body("adoptionPlan.progress.completedWeight", equalTo(0f))
                .body("adoptionPlan.progress.progressPercentage", equalTo(0f))
                .body("adoptionPlan.progress.byStatus.NOT_STARTED", is(4))
                .body("adoptionPlan.progress.byStatus.size()", is(6))
                .extract();
        var read = org.as("viewer")
                .get(location.header("Location"))
                .then()
                .statusCode(200)
                .extract();
        assertThat(read.asString()).isEqualTo(location.asString());
        org.as("viewer")
                .get(products())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0]", is((Object) read.path("")))
                .body("total", is(1));
    }

    @Test
    void the_least_and_everything_is_what_nobody_says() {
        assign("")
                .then()
                .statusCode(201)
                .body("licenseLevel", is("ESSENTIAL"))
                .body("name", is("Default"))
                .body("selectedOutcomeIds", hasSize(0))
                .body("selectedReleaseIds", hasSize(0))
                .body("purchasedAt", notNullValue())
                .body("adoptionPlan.progress.totalTasks", is(3));
    }

    @ParameterizedTest(name = "{0} with outcomes {1} and releases {2} holds {3}")
    @CsvSource({
        "ESSENTIAL, ,            ,      Connect Trust See",
        "ADVANTAGE, ,            ,      Connect Trust See Both Logs",
        "SIGNATURE, ,            ,      Connect Trust See Both Logs Prevent",
        "SIGNATURE, trust,       ,      Connect Trust Both Logs Prevent",
        "SIGNATURE, sight,       ,      Connect See Both Logs Prevent",
        "SIGNATURE, ,            r1,    Connect Trust See Logs",
        "SIGNATURE, ,            r2,    Connect See Both Logs Prevent",
        "SIGNATURE, trust,       r2,    Connect Both Logs Prevent",
        "SIGNATURE, trust sight, r1 r2, Connect Trust See Both Logs Prevent",
        "ESSENTIAL, sight,       r2,    Connect See"
    })
    void the_plan_holds_what_level_outcomes_and_releases_include(
            String level, String outcomes, String releases, String names) {
        String plan = assign(", \"licenseLevel\": \"" + level + "\", \"selectedOutcomeIds\": "
                        + ids("outcomes", outcomes) + ", \"selectedReleaseIds\": " + ids("releases", releases))
                .then()
                .statusCode(201)
                .extract()
                .path("adoptionPlan.id");
        org.as("viewer")
                .get("/api/v1/adoption-plans/" + plan)
                .then()
                .body("tasks.name", contains((Object[]) names.split(" ")))
                .body("licenseLevel", is(level));
    }

    @Test
    void a_product_is_had_once_under_a_name() {
        assign("").then().statusCode(201);
        refused(assign(", \"licenseLevel\": \"SIGNATURE\""), 409, "CUSTOMER_PRODUCT_EXISTS")
                .body("errors[0].pointer", is("/name"))
                .body("errors[0].code", is("DUPLICATE"));
        refused(assign(", \"name\": \" Default \""), 409, "CUSTOMER_PRODUCT_EXISTS");
        assign(", \"name\": \"Second\"").then().statusCode(201);
        org.as("css").get(products()).then().body("items.name", contains("Default", "Second"));
    }

    @Test
    void what_is_not_of_the_product_is_named_place_by_place() {
        var trust = Catalogue.id(product, "outcomes", "trust");
        var selection =
                ", \"selectedOutcomeIds\": [\"%s\", \"%s\", \"odd\", \"odder\"], \"selectedReleaseIds\": [\"%s\"]";
        refused(assign(selection.formatted(trust, NOWHERE, NOWHERE)), 422, "OUTCOME_NOT_OF_PRODUCT")
                .body(
                        "errors.pointer",
                        contains(
                                "/selectedOutcomeIds/1",
                                "/selectedOutcomeIds/2",
                                "/selectedOutcomeIds/3",
                                "/selectedReleaseIds/0"));
        refused(assign(", \"selectedReleaseIds\": [\"" + trust + "\"]"), 422, "RELEASE_NOT_OF_PRODUCT")
                .body("errors.pointer", contains("/selectedReleaseIds/0"));
        org.as("css").get(products()).then().body("total", is(0));
    }

    @Test
    void a_product_that_is_missing_odd_or_another_organisations_is_not_found() {
        var theirs =
                Catalogue.product(Organisation.fresh(), Catalogue.SECURE_EDGE).getString("id");
        for (var id : List.of(NOWHERE, "odd", "", theirs)) {
            refused(Adopted.assign(org, customer, "{\"productId\": \"" + id + "\"}"), 404, "PRODUCT_NOT_FOUND");
        }
    }

    @Test
    void all_faults_of_a_body_are_told_at_once() {
        refused(Adopted.assign(org, customer, """
                                {"licenseLevel": "GOLD", "name": " ", "purchasedAt": "soon", "version": 1,
                                 "selectedOutcomeIds": ["a", 7, "a"], "selectedReleaseIds": "all"}"""), 400, "VALIDATION_ERROR")
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/productId",
                                "/licenseLevel",
                                "/name",
                                "/purchasedAt",
                                "/version",
                                "/selectedOutcomeIds/1",
                                "/selectedOutcomeIds/2",
                                "/selectedReleaseIds"));
    }

    @Test
    void the_plan_follows_a_change_at_once_on_demand() {
        var adopted = Adopted.by(org, customer, product);
        refused(org.as("css", "{}").patch(adopted.path() + "?sync=perhaps"), 400, "VALIDATION_ERROR")
                .body("errors.pointer", contains("/sync"));
        org.as("css", "{\"licenseLevel\": \"ESSENTIAL\"}")
                .patch(adopted.path() + "?sync=true")
                .then()
                .statusCode(200)
                .body("licenseLevel", is("ESSENTIAL"))
                .body("version", is(2))
                .body("adoptionPlan.needsSync", is(false))
                .body("adoptionPlan.progress.totalTasks", is(3));
        assertThat(adopted.readPlan().getString("licenseLevel")).isEqualTo("ESSENTIAL");
        refused(
                org.as("css", "{\"selectedOutcomeIds\": [\"" + NOWHERE + "\"]}").patch(adopted.path() + "?sync=true"),
                422,
                "OUTCOME_NOT_OF_PRODUCT");
        assertThat(adopted.readPlan().getInt("version")).isEqualTo(3);
    }

    @Test
    void only_who_may_write_what_customers_have_assigns() {
        var body = "{\"shoeSize\": 7}";
        for (var who : List.of("sales", "support", "sme", "user", "viewer", "portal", "partner")) {
            refused(org.as(who, body).post(products()), 403, "FORBIDDEN");
        }
        refused(org.as("css", body).post("/api/v1/customers/odd/products"), 400, "VALIDATION_ERROR");
        var fine = "{\"productId\": \"" + product.getString("id") + "\"}";
        refused(org.as("css", fine).post("/api/v1/customers/odd/products"), 404, "CUSTOMER_NOT_FOUND");
        refused(org.as("css").get("/api/v1/customers/odd/products"), 404, "CUSTOMER_NOT_FOUND");
        refused(org.as("user").get(products()), 404, "CUSTOMER_NOT_FOUND");
        refused(Organisation.fresh().as("css", fine).post(products()), 404, "CUSTOMER_NOT_FOUND");
    }

    @Test
    void a_suspended_customer_is_read_and_not_changed() {
        var adopted = Adopted.by(org, customer, product);
        org.as("admin", "{\"reasonCode\": \"OTHER\"}").post("/api/v1/customers/" + customer + "/suspend");
        refused(assign(", \"name\": \"Second\""), 423, "CUSTOMER_SUSPENDED");
        refused(org.as("css", "{}").patch(adopted.path()), 423, "CUSTOMER_SUSPENDED");
        refused(org.as("css").delete(adopted.path()), 423, "CUSTOMER_SUSPENDED");
        org.as("css").get(adopted.path()).then().statusCode(200);
        org.as("css").get(products()).then().body("total", is(1));
        org.as("admin", "").post("/api/v1/customers/" + customer + "/activate");
        org.as("css").delete(adopted.path()).then().statusCode(204);
    }

    @Test
    void a_list_is_walked_by_cursor_oldest_first() {
        var names = List.of("c", "a", "e", "b", "d");
        names.forEach(name -> assign(", \"name\": \"" + name + "\"").then().statusCode(201));
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = org.as("css")
                    .get(products() + "?limit=2" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.name"));
            String next = page.path("nextCursor");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(seen).isEqualTo(names);
        refused(org.as("css").get(products() + "?limit=0&sort=name&cursor=x&offset=1"), 400, "VALIDATION_ERROR")
                .body("errors.pointer", containsInAnyOrder("/limit", "/sort", "/offset"));
        refused(org.as("css").get(products() + "?cursor=x"), 400, "VALIDATION_ERROR")
                .body("errors.pointer", contains("/cursor"));
    }

    @Nested
    class Changed {
        private String path = "";
        private String trust = "";

        @BeforeEach
        void an_assignment_of_a_selection() {
            trust = Catalogue.id(product, "outcomes", "trust");
            var release = Catalogue.id(product, "releases", "r1");
            path = assign(", \"licenseLevel\": \"ADVANTAGE\", \"selectedOutcomeIds\": [\"" + trust
                            + "\"], \"selectedReleaseIds\": [\"" + release + "\"]")
                    .then()
                    .statusCode(201)
                    .extract()
                    .header("Location");
        }

        private Response patch(String body) {
            return org.as("css", body).patch(path);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/merge-patch+json",
                    "application/merge-patch+json; charset=utf-8",
                    "application/json"
                })
        void by_a_merge_patch_under_either_name(String type) {
            org.as("css")
                    .contentType(type)
                    .body("{\"licenseLevel\": \"SIGNATURE\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .patch(path)
                    .then()
                    .statusCode(200)
                    .body("licenseLevel", is("SIGNATURE"))
                    .body("selectedOutcomeIds", contains(trust))
                    .body("selectedReleaseIds", hasSize(1))
                    .body("version", is(2))
                    .body("adoptionPlan.needsSync", is(true))
                    .body("adoptionPlan.progress.totalTasks", is(3));
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "[]"})
        void a_selection_that_is_null_or_empty_is_taken_away(String nothing) {
            patch("{\"selectedOutcomeIds\": " + nothing + ", \"selectedReleaseIds\": " + nothing + "}")
                    .then()
                    .statusCode(200)
                    .body("licenseLevel", is("ADVANTAGE"))
                    .body("selectedOutcomeIds", hasSize(0))
                    .body("selectedReleaseIds", hasSize(0))
                    .body("adoptionPlan.needsSync", is(true));
        }

        @Test
        void a_level_cannot_be_taken_away() {
            refused(patch("{\"licenseLevel\": null}"), 400, "VALIDATION_ERROR")
                    .body("errors.pointer", contains("/licenseLevel"))
                    .body("errors.code", contains("REQUIRED"));
        }

        @Test
        void what_changes_nothing_raises_nothing_and_asks_for_no_sync() {
            for (var body : List.of(
                    "{}", "", "{\"licenseLevel\": \"ADVANTAGE\", \"selectedOutcomeIds\": [\"" + trust + "\"]}")) {
                patch(body).then().statusCode(200).body("version", is(1)).body("adoptionPlan.needsSync", is(false));
            }
        }

        @Test
        void going_back_to_what_the_plan_was_made_of_leaves_nothing_to_synchronise() {
            patch("{\"licenseLevel\": \"ESSENTIAL\"}").then().body("adoptionPlan.needsSync", is(true));
            patch("{\"licenseLevel\": \"ADVANTAGE\"}")
                    .then()
                    .body("version", is(3))
                    .body("adoptionPlan.needsSync", is(false));
        }

        @Test
        void the_plan_stays_as_it_is_and_says_what_it_was_made_of() {
            String plan = patch("{\"licenseLevel\": \"SIGNATURE\", \"selectedOutcomeIds\": []}")
                    .path("adoptionPlan.id");
            org.as("css")
                    .get("/api/v1/adoption-plans/" + plan)
                    .then()
                    .body("needsSync", is(true))
                    .body("licenseLevel", is("ADVANTAGE"))
                    .body("selectedOutcomeIds", contains(trust))
                    .body("tasks.name", contains("Connect", "Trust", "Logs"));
        }

        @Test
        void what_cannot_be_changed_or_is_not_known_is_a_fault() {
            refused(
                            patch(
                                    "{\"name\": \"New\", \"productId\": \"x\", \"licenseLevel\": 7, \"selectedOutcomeIds\": \"x\"}"),
                            400,
                            "VALIDATION_ERROR")
                    .body(
                            "errors.pointer",
                            containsInAnyOrder("/name", "/productId", "/licenseLevel", "/selectedOutcomeIds"));
            refused(patch("[]"), 400, "VALIDATION_ERROR");
            refused(org.as("css").contentType("text/plain").body("x").patch(path), 415, "UNSUPPORTED_MEDIA_TYPE");
        }

        @Test
        void what_is_not_of_the_product_is_named() {
            refused(
                            patch("{\"selectedOutcomeIds\": [\"" + trust + "\", \"" + NOWHERE + "\"]}"),
                            422,
                            "OUTCOME_NOT_OF_PRODUCT")
                    .body("errors.pointer", contains("/selectedOutcomeIds/1"));
            refused(patch("{\"selectedReleaseIds\": [\"" + trust + "\"]}"), 422, "RELEASE_NOT_OF_PRODUCT");
            org.as("css").get(path).then().body("version", is(1));
        }

        @Test
        void only_what_the_customer_has() {
            var other = org.customer("{\"name\": \"Other\"}");
            var id = path.substring(path.lastIndexOf('/') + 1);
            for (var place : List.of(other + "/products/" + id, customer + "/products/odd")) {
                var there = "/api/v1/customers/" + place;
                refused(org.as("css").get(there), 404, "ASSIGNMENT_NOT_FOUND");
                refused(org.as("css", "{}").patch(there), 404, "ASSIGNMENT_NOT_FOUND");
                refused(org.as("css").delete(there), 404, "ASSIGNMENT_NOT_FOUND");
            }
            for (var who : List.of("sales", "support", "sme", "user", "viewer", "portal", "partner")) {
                refused(org.as(who, "{}").patch(path), 403, "FORBIDDEN");
                refused(org.as(who).delete(path), 403, "FORBIDDEN");
            }
            var stranger = Organisation.fresh();
            refused(stranger.as("admin").get(path), 404, "CUSTOMER_NOT_FOUND");
            refused(stranger.as("admin", "{}").patch(path), 404, "CUSTOMER_NOT_FOUND");
            refused(stranger.as("admin").delete(path), 404, "CUSTOMER_NOT_FOUND");
        }
    }

    @Nested
    class Removed {
        private Adopted adopted = new Adopted(org, "", product, "", "", List.of());

        @BeforeEach
        void an_assignment_that_was_worked_on_and_removed() {
            adopted = Adopted.by(org, customer, product);
            adopted.set(0, "DONE").then().statusCode(200);
            org.as("css").delete(adopted.path()).then().statusCode(204);
        }

        @Test
        void is_gone_as_an_assignment_for_everybody() {
            for (var who : List.of("admin", "css")) {
                refused(org.as(who).get(adopted.path()), 404, "ASSIGNMENT_NOT_FOUND");
                refused(org.as(who, "{}").patch(adopted.path()), 404, "ASSIGNMENT_NOT_FOUND");
                refused(org.as(who).delete(adopted.path()), 404, "ASSIGNMENT_NOT_FOUND");
                org.as(who).get(products()).then().body("total", is(0));
                org.as(who)
                        .get("/api/v1/customers/" + customer + "/adoption-plans")
                        .then()
                        .body("total", is(0));
                org.as(who)
                        .get("/api/v1/customers/" + customer + "/overview")
                        .then()
                        .body("plans", hasSize(0))
                        .body("completedLast30Days", is(0))
                        .body("nextTasks", hasSize(0));
                org.as(who).get("/api/v1/customers/" + customer).then().body("progressPercentage", equalTo(0f));
            }
        }

        @Test
        void leaves_plan_tasks_and_history_to_the_administrator_alone() {
            for (var who : List.of("css", "support", "viewer", "partner")) {
                refused(org.as(who).get(adopted.planPath()), 404, "ADOPTION_PLAN_NOT_FOUND");
                refused(org.as(who).get(adopted.planPath() + "/tasks"), 404, "ADOPTION_PLAN_NOT_FOUND");
                for (var part : List.of("", "/history", "/telemetry")) {
                    refused(org.as(who).get(adopted.taskPath(0) + part), 404, "TASK_NOT_FOUND");
                }
            }
            org.as("admin")
                    .get(adopted.planPath())
                    .then()
                    .statusCode(200)
                    .body("archivedAt", notNullValue())
                    .body("progress.completedTasks", is(1))
                    .body("tasks", hasSize(6))
                    .body("tasks.archivedAt", not(contains(nullValue())))
                    .body("tasks[0].archivedAt", notNullValue());
            org.as("admin")
                    .get(adopted.taskPath(0))
                    .then()
                    .statusCode(200)
                    .body("status", is("DONE"))
                    .body("archivedAt", notNullValue())
                    .body("archiveReason", nullValue());
            org.as("admin").get(adopted.taskPath(0) + "/history").then().body("items.to", contains("DONE"));
            org.as("admin").get(adopted.taskPath(0) + "/telemetry").then().body("attributes", hasSize(2));
            org.as("admin").get(adopted.planPath() + "/tasks").then().body("total", is(6));
        }

        @Test
        void refuses_every_write_on_its_tasks() {
            refused(adopted.set(0, "{\"status\": \"DONE\"}", "admin"), 422, "TASK_ARCHIVED");
            refused(adopted.set(0, "DONE"), 404, "TASK_NOT_FOUND");
            var body = "{\"taskIds\": [\"" + adopted.tasks().get(0) + "\"], \"status\": \"DONE\"}";
            refused(org.as("admin", body).post(adopted.planPath() + "/tasks/status"), 422, "TASK_ARCHIVED");
            refused(org.as("css", body).post(adopted.planPath() + "/tasks/status"), 404, "ADOPTION_PLAN_NOT_FOUND");
        }

        @Test
        void is_there_for_the_administrator_wherever_it_is_read_and_refuses_every_write() {
            var reads = List.of(
                    adopted.planPath(),
                    adopted.planPath() + "/tasks",
                    adopted.planPath() + "/filter-preference",
                    adopted.planPath() + "/telemetry/spreadsheet",
                    adopted.taskPath(0),
                    adopted.taskPath(0) + "/history",
                    adopted.taskPath(0) + "/telemetry",
                    adopted.taskPath(0) + "/explanation");
            for (var read : reads) {
                var missing = read.contains("/tasks/") ? "TASK_NOT_FOUND" : "ADOPTION_PLAN_NOT_FOUND";
                org.as("admin").accept("*/*").get(read).then().statusCode(200);
                refused(org.as("css").accept("*/*").get(read), 404, missing);
            }
            String attribute =
                    org.as("admin").get(adopted.taskPath(0) + "/telemetry").path("attributes[0].id");
            var value = "{\"value\": 150}";
            var values = "{\"values\": [{\"attributeId\": \"" + attribute + "\", \"value\": 150}]}";
            var writes = java.util.Map.of(
                    adopted.planPath() + "/sync", "{}",
                    adopted.planPath() + "/sync/preview", "",
                    adopted.planPath() + "/sync/undo", "",
                    adopted.planPath() + "/evaluate", "",
                    adopted.planPath() + "/telemetry/values", values,
                    adopted.taskPath(0) + "/evaluate", "",
                    adopted.taskPath(0) + "/reset-to-telemetry", "",
                    adopted.taskPath(0) + "/telemetry/" + attribute + "/values", value);
            var before = org.as("admin").get(adopted.planPath()).asString();
            writes.forEach((path, body) -> {
                var missing = path.contains("/tasks/") ? "TASK_NOT_FOUND" : "ADOPTION_PLAN_NOT_FOUND";
                refused(org.as("admin", body).post(path), 422, "TASK_ARCHIVED");
                refused(org.as("css", body).post(path), 404, missing);
            });
            refused(org.as("admin", "{}").put(adopted.planPath() + "/filter-preference"), 422, "TASK_ARCHIVED");
            refused(org.as("css", "{}").put(adopted.planPath() + "/filter-preference"), 404, "ADOPTION_PLAN_NOT_FOUND");
            org.as("admin", values)
                    .post("/api/v1/telemetry/values")
                    .then()
                    .statusCode(200)
                    .body("stored", is(0))
                    .body("failed.code", contains("TASK_ARCHIVED"));
            assertThat(org.as("admin").get(adopted.planPath()).asString()).isEqualTo(before);
        }

        @Test
        void can_be_had_again_and_starts_fresh() {
            var again = Adopted.by(org, customer, product);
            assertThat(again.plan()).isNotEqualTo(adopted.plan());
            assertThat(again.readPlan().getList("tasks.status", String.class))
                    .hasSize(6)
                    .containsOnly("NOT_STARTED");
            org.as("css").get(products()).then().body("items.id", contains(again.assignment()));
        }
    }

    @Nested
    class Restored {
        private Adopted adopted = new Adopted(org, "", product, "", "", List.of());

        @BeforeEach
        void an_assignment_that_was_worked_on_and_removed() {
            adopted = Adopted.by(org, customer, product);
            adopted.set(0, "{\"status\": \"DONE\", \"notes\": \"In the workshop\"}", "css")
                    .then()
                    .statusCode(200);
            remove();
        }

        private void remove() {
            org.as("css").delete(adopted.path()).then().statusCode(204);
        }

        private Response restore(String more) {
            return restore("css", more);
        }

        private Response restore(String who, String more) {
            return org.as(who, "{\"productId\": \"" + product.getString("id") + "\"" + more + "}")
                    .post(products() + "?restore=true");
        }

        @Test
        void it_comes_back_as_far_as_it_was() {
            var before = org.as("admin").get(adopted.planPath()).jsonPath();

            var back = restore(", \"licenseLevel\": \"SIGNATURE\"")
                    .then()
                    .statusCode(201)
                    .body("id", is(adopted.assignment()))
                    .body("licenseLevel", is("SIGNATURE"))
                    .body("version", is(3))
                    .body("adoptionPlan.id", is(adopted.plan()))
                    .body("adoptionPlan.needsSync", is(false))
                    .body("adoptionPlan.progress.completedTasks", is(1))
                    .extract();

            assertThat(back.header("Location")).isEqualTo(adopted.path());
            assertThat(org.as("viewer").get(adopted.path()).asString()).isEqualTo(back.asString());
            var plan = org.as("viewer").get(adopted.planPath()).jsonPath();
            assertThat(plan.getString("archivedAt")).isNull();
            assertThat(plan.getList("tasks.id")).isEqualTo(before.getList("tasks.id"));
            assertThat(plan.getList("tasks.status")).isEqualTo(before.getList("tasks.status"));
            assertThat(plan.getList("tasks.archivedAt")).containsOnlyNulls();
            org.as("viewer")
                    .get(adopted.taskPath(0))
                    .then()
                    .body("statusNotes", is("In the workshop"))
                    .body("completedBy", is(org.person("css")));
            org.as("viewer").get(adopted.taskPath(0) + "/history").then().body("items.to", contains("DONE"));
            org.as("css").get(products()).then().body("total", is(1));
            org.as("css")
                    .get("/api/v1/customers/" + customer + "/overview")
                    .then()
                    .body("plans.id", contains(adopted.plan()))
                    .body("completedLast30Days", is(1));
        }

        @Test
        void under_another_entitlement_it_says_that_it_has_to_be_synchronised() {
            restore("")
                    .then()
                    .statusCode(201)
                    .body("licenseLevel", is("ESSENTIAL"))
                    .body("adoptionPlan.needsSync", is(true))
                    .body("adoptionPlan.progress.totalTasks", is(6));
            org.as("css", "{}")
                    .post(adopted.planPath() + "/sync")
                    .then()
                    .statusCode(200)
                    .body("archived", is(3))
                    .body("plan.progress.completedTasks", is(1));
            org.as("css")
                    .post(adopted.planPath() + "/sync/undo")
                    .then()
                    .statusCode(200)
                    .body("plan.needsSync", is(true))
                    .body("plan.progress.totalTasks", is(6));
        }

        @Test
        void after_the_catalogue_moved_on_it_says_so_too() {
            org.as("admin", "{\"notes\": \"Other\"}")
                    .patch("/api/v1/products/" + product.getString("id") + "/tasks/"
                            + Catalogue.id(product, "tasks", "connect"))
                    .then()
                    .statusCode(200);
            restore(", \"licenseLevel\": \"SIGNATURE\"").then().body("adoptionPlan.needsSync", is(true));
        }

        @Test
        void telemetry_goes_on_where_it_was() {
            restore(", \"licenseLevel\": \"SIGNATURE\"").then().statusCode(201);
            adopted.set(0, "NOT_STARTED").then().statusCode(200);
            String attribute = org.as("css")
                    .get(adopted.taskPath(0) + "/telemetry")
                    .path("attributes.find { it.name == 'Provisioned users' }.id");
            var values = adopted.taskPath(0) + "/telemetry/" + attribute + "/values";
            org.as("css", "{\"value\": 150}")
                    .post(values)
                    .then()
                    .statusCode(201)
                    .body("task.status", is("DONE"));
            remove();
            restore(", \"licenseLevel\": \"SIGNATURE\"").then().statusCode(201);
            org.as("css").get(values).then().body("total", is(1));
            org.as("css")
                    .get(adopted.taskPath(0) + "/telemetry")
                    .then()
                    .body("attributes.find { it.name == 'Provisioned users' }.isMet", is(true));
            org.as("css")
                    .post(adopted.planPath() + "/evaluate")
                    .then()
                    .statusCode(200)
                    .body("changes", hasSize(0));
        }

        @Test
        void it_was_bought_when_it_was_unless_somebody_says_otherwise() {
            String bought = restore("").path("purchasedAt");
            remove();
            restore(", \"purchasedAt\": \"2026-01-02T03:04:05Z\"")
                    .then()
                    .body("purchasedAt", is("2026-01-02T03:04:05Z"));
            remove();
            assertThat(restore("").<String>path("purchasedAt"))
                    .isEqualTo("2026-01-02T03:04:05Z")
                    .isNotEqualTo(bought);
        }

        @Test
        void of_several_the_last_one() {
            var second = Adopted.by(org, customer, product);
            refused(restore(""), 409, "CUSTOMER_PRODUCT_EXISTS").body("errors.pointer", contains("/name"));
            org.as("css").delete(second.path()).then().statusCode(204);
            restore("").then().statusCode(201).body("id", is(second.assignment()));
        }

        @Test
        void what_never_was_is_not_there_and_nothing_starts_fresh_instead() {
            refused(restore(", \"name\": \"Berlin\""), 404, "ASSIGNMENT_NOT_FOUND");
            var other =
                    Catalogue.product(org, Catalogue.ofTasks("Other", 1, "1")).getString("id");
            refused(
                    org.as("css", "{\"productId\": \"" + other + "\"}").post(products() + "?restore=true"),
                    404,
                    "ASSIGNMENT_NOT_FOUND");
            org.as("css").get(products()).then().body("total", is(0));
            restore("").then().statusCode(201);
            refused(restore(""), 409, "CUSTOMER_PRODUCT_EXISTS");
        }

        @Test
        void without_the_wish_the_product_starts_fresh() {
            org.as("css", "{\"productId\": \"" + product.getString("id") + "\"}")
                    .post(products() + "?restore=false")
                    .then()
                    .statusCode(201)
                    .body("id", not(is(adopted.assignment())))
                    .body("adoptionPlan.progress.completedTasks", is(0));
        }

        @Test
        void only_who_may_assign_and_where_one_could_be_assigned() {
            for (var who : List.of("sales", "support", "sme", "user", "viewer", "portal", "partner")) {
                refused(org.as(who, "{}").post(products() + "?restore=perhaps"), 403, "FORBIDDEN");
            }
            refused(org.as("css", "{}").post(products() + "?restore=perhaps"), 400, "VALIDATION_ERROR")
                    .body("errors.pointer", contains("/restore"));
            refused(restore(", \"shoeSize\": 7"), 400, "VALIDATION_ERROR")
                    .body("errors.pointer", contains("/shoeSize"));
            refused(restore(", \"selectedOutcomeIds\": [\"" + NOWHERE + "\"]"), 422, "OUTCOME_NOT_OF_PRODUCT");
            var body = "{\"productId\": \"" + product.getString("id") + "\"}";
            refused(Organisation.fresh().as("css", body).post(products() + "?restore=true"), 404, "CUSTOMER_NOT_FOUND");
            org.as("admin", "{\"reasonCode\": \"OTHER\"}").post("/api/v1/customers/" + customer + "/suspend");
            refused(restore(""), 423, "CUSTOMER_SUSPENDED");
        }

        @Test
        void of_many_who_ask_at_once_one_gets_it() {
            var answers = Parallel.times(8, i -> restore(""));
            assertThat(answers)
                    .extracting(Response::statusCode)
                    .containsOnly(201, 409)
                    .containsOnlyOnce(201);
            org.as("css").get(products()).then().body("items.id", contains(adopted.assignment()));
        }

        @Test
        void with_those_who_start_fresh_at_the_same_moment_one_gets_it() {
            var answers = Parallel.times(8, i -> i % 2 == 0 ? restore("") : assign(""));
            assertThat(answers)
                    .extracting(Response::statusCode)
                    .containsOnly(201, 409)
                    .containsOnlyOnce(201);
            org.as("css").get(products()).then().body("total", is(1));
        }

        @Test
        void a_repeated_request_restores_once() {
            var body = "{\"productId\": \"" + product.getString("id") + "\"}";
            var first = org.as("css", body).header("Idempotency-Key", "again").post(products() + "?restore=true");
            var second = org.as("css", body).header("Idempotency-Key", "again").post(products() + "?restore=true");
            assertThat(first.statusCode()).isEqualTo(201);
            assertThat(second.asString()).isEqualTo(first.asString());
            refused(
                    org.as("css", body).header("Idempotency-Key", "again").post(products()),
                    409,
                    "IDEMPOTENCY_KEY_REUSED");
        }
    }

    @Test
    void an_assignment_that_is_not_there_is_missing_even_of_a_suspended_customer() {
        var elsewhere = Organisation.fresh();
        var adopted = Adopted.ofTasks(elsewhere, 2, "2.5");
        var customer = adopted.path().replaceAll("/products/.*", "");
        elsewhere
                .as("admin", "{\"reasonCode\": \"OTHER\"}")
                .post(customer + "/suspend")
                .then()
                .statusCode(200);
        var nowhere = customer + "/products/01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01";
        elsewhere
                .as("css", "{\"licenseLevel\": \"SIGNATURE\"}")
                .patch(nowhere)
                .then()
                .statusCode(404)
                .body("code", is("ASSIGNMENT_NOT_FOUND"));
        elsewhere.as("css").delete(nowhere).then().statusCode(404);
        elsewhere.as("css").delete(adopted.path()).then().statusCode(423);
    }
}
