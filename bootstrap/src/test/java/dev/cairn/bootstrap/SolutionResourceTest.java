package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SolutionResourceTest {
    private static final String SOLUTIONS = "/api/v1/solutions";
    private static final String PRODUCTS = "/api/v1/products";

    private final Organisation org = Organisation.fresh();
    private String edge = "";
    private String cloud = "";

    @BeforeEach
    void two_products() {
        edge = product("Secure Edge");
        cloud = product("Secure Cloud");
    }

    private String product(String name) {
        return Catalogue.product(org, Catalogue.ofTasks(name, 2, "10")).getString("id");
    }

    private Response create(String body) {
        return org.as("sme", body).post(SOLUTIONS);
    }

    private String suite() {
        return create("""
                {"name": "Suite", "productIds": ["%s", "%s"], "tasks": [{"key": "kick-off", "name": "Kick off", "weight": 20}]}""".formatted(edge, cloud))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response read(String solution) {
        return org.as("viewer").get(SOLUTIONS + "/" + solution);
    }

    private static void refused(Response answer, int status, String code) {
        assertThat(answer.statusCode() + " " + answer.jsonPath().getString("code"))
                .isEqualTo(status + " " + code);
    }

    @Test
    void a_solution_holds_products_in_order_and_tasks_of_its_own() {
        var created = create("""
                {"name": "Suite", "externalId": "suite-1", "productIds": ["%s", "%s"],
                 "outcomes": [{"key": "one", "name": "One team"}],
                 "tasks": [{"name": "Kick off", "weight": 20, "outcomes": ["one"]}, {"name": "Train", "weight": 5}]}""".formatted(cloud, edge));
        created.then()
                .statusCode(201)
                .header("ETag", is("\"1\""))
                .body("productIds", contains(cloud, edge))
                .body("taskCount", is(2))
                .body("tasks[0].outcomes.key", contains("one"));
        assertThat(created.header("Location")).isEqualTo(SOLUTIONS + "/" + created.<String>path("id"));
        assertThat(read(created.path("id")).asString()).isEqualTo(created.asString());
    }

    @Test
    void a_product_and_a_solution_may_share_name_and_key_and_stand_in_their_own_lists() {
        create("{\"name\": \"Secure Edge\", \"externalId\": \"e\"}").then().statusCode(201);
        org.as("sme", "{\"name\": \"Other\", \"externalId\": \"e\"}")
                .post(PRODUCTS)
                .then()
                .statusCode(201);
        refused(create("{\"name\": \"secure EDGE\"}"), 409, "SOLUTION_NAME_EXISTS");
        refused(create("{\"name\": \"x\", \"externalId\": \"e\"}"), 409, "EXTERNAL_ID_EXISTS");
        org.as("viewer")
                .get(SOLUTIONS)
                .then()
                .body("items.name", contains("Secure Edge"))
                .body("total", is(1));
        org.as("viewer")
                .get(PRODUCTS + "?sort=name")
                .then()
                .body("items.name", contains("Other", "Secure Cloud", "Secure Edge"))
                .body("total", is(3));
    }

    @Test
    void a_solution_is_no_product_and_a_product_is_no_solution() {
        var suite = suite();
        for (var part : List.of("", "/export", "/tasks", "/outcomes", "/releases", "/tags")) {
            refused(org.as("css").get(PRODUCTS + "/" + suite + part), 404, "PRODUCT_NOT_FOUND");
            refused(org.as("css").get(SOLUTIONS + "/" + edge + part), 404, "SOLUTION_NOT_FOUND");
        }
        refused(org.as("sme", "{\"name\": \"x\"}").put(PRODUCTS + "/" + suite), 404, "PRODUCT_NOT_FOUND");
        refused(org.as("sme", "{\"name\": \"x\"}").put(SOLUTIONS + "/" + edge), 404, "SOLUTION_NOT_FOUND");
        refused(org.as("sme", "{\"name\": \"x\"}").post(PRODUCTS + "/" + suite + "/tasks"), 404, "PRODUCT_NOT_FOUND");
        refused(
                org.as("sme", "{\"name\": \"x\"}").post(SOLUTIONS + "/" + edge + "/outcomes"),
                404,
                "SOLUTION_NOT_FOUND");
        refused(org.as("css", "{}").post(PRODUCTS + "/" + suite + "/roll-out"), 404, "PRODUCT_NOT_FOUND");
        refused(create("{\"name\": \"Of suites\", \"productIds\": [\"" + suite + "\"]}"), 404, "PRODUCT_NOT_FOUND");
        var customer = org.customer("{\"name\": \"Acme\"}");
        refused(
                org.as("css", "{\"productId\": \"" + suite + "\"}").post("/api/v1/customers/" + customer + "/products"),
                404,
                "PRODUCT_NOT_FOUND");
        refused(
                org.as("css", "{\"solutionId\": \"" + edge + "\"}")
                        .post("/api/v1/customers/" + customer + "/solutions"),
                404,
                "SOLUTION_NOT_FOUND");
    }

    @Nested
    class WhatItHolds {
        @Test
        void an_unknown_an_archived_and_another_organisations_product_are_missing_alike() {
            org.as("sme")
                    .delete(PRODUCTS + "/" + cloud + "?archive=true")
                    .then()
                    .statusCode(204);
            var theirs = World.aProduct(Organisation.fresh()).get("product");
            for (var missing : List.of(World.NOWHERE, "no-id", cloud, theirs)) {
                refused(
                        create("{\"name\": \"Suite\", \"productIds\": [\"" + missing + "\"]}"),
                        404,
                        "PRODUCT_NOT_FOUND");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "PATCH", "IMPORT"})
        void the_same_product_twice_is_a_fault_where_it_stands_again(String how) {
            var body = "{\"name\": \"Twice\", \"productIds\": [\"" + edge + "\", \"" + cloud + "\", \"" + edge + "\"]}";
            var path = how.equals("POST") ? SOLUTIONS : SOLUTIONS + "/" + suite();
            var answer = how.equals("IMPORT")
                    ? org.as("sme", body).put(path + "/import")
                    : org.as("sme", body).request(how, path);
            refused(answer, 400, "VALIDATION_ERROR");
            answer.then().body("errors.pointer", contains("/productIds/2")).body("errors.code", contains("DUPLICATE"));
        }

        @Test
        void more_than_fifty_products_are_too_many() {
            var many = java.util.stream.IntStream.range(0, 51)
                    .mapToObj(i -> "\"" + java.util.UUID.randomUUID() + "\"")
                    .toList();
            refused(create("{\"name\": \"Suite\", \"productIds\": " + many + "}"), 400, "VALIDATION_ERROR");
        }

        @Test
        void they_are_put_into_another_order_by_naming_each_once() {
            var suite = suite();
            var path = SOLUTIONS + "/" + suite + "/products/order";
            org.as("sme", "{\"productIds\": [\"" + cloud + "\", \"" + edge + "\"]}")
                    .put(path)
                    .then()
                    .statusCode(200)
                    .body("productIds", contains(cloud, edge))
                    .body("version", is(2));
            refused(org.as("sme", "{\"productIds\": [\"" + cloud + "\"]}").put(path), 400, "VALIDATION_ERROR");
            refused(
                    org.as("sme", "{\"productIds\": [\"" + cloud + "\", \"" + cloud + "\"]}")
                            .put(path),
                    400,
                    "VALIDATION_ERROR");
            refused(
                    org.as("sme", "{\"productIds\": [\"" + World.NOWHERE + "\"]}")
                            .put(path),
                    404,
                    "PRODUCT_NOT_FOUND");
            read(suite).then().body("productIds", contains(cloud, edge)).body("version", is(2));
        }

        @Test
        void a_patch_keeps_what_it_does_not_name_and_a_replacement_does_not() {
            var path = SOLUTIONS + "/" + suite();
            org.as("sme", "{\"description\": \"d\"}")
                    .patch(path)
                    .then()
                    .statusCode(200)
                    .body("productIds", contains(edge, cloud));
            org.as("sme", "{\"productIds\": [\"" + cloud + "\"]}")
                    .patch(path)
                    .then()
                    .statusCode(200)
                    .body("productIds", contains(cloud))
                    .body("description", is("d"));
            org.as("sme", "{\"name\": \"Suite\"}")
                    .put(path)
                    .then()
                    .statusCode(200)
                    .body("productIds", hasSize(0));
        }

        @Test
        void an_imported_document_puts_its_products_first_and_pruned_it_says_all_there_are() {
            var path = SOLUTIONS + "/" + suite() + "/import";
            var body = "{\"name\": \"Suite\", \"productIds\": [\"" + cloud + "\"]}";
            org.as("sme", "{\"name\": \"Suite\"}").put(path).then().body("productIds", contains(edge, cloud));
            org.as("sme", body).put(path).then().statusCode(200).body("productIds", contains(cloud, edge));
            org.as("sme", body).put(path + "?prune=true").then().statusCode(200).body("productIds", contains(cloud));
        }

        @Test
        void an_export_brought_in_again_changes_nothing() {
            var suite = suite();
            var before = read(suite).asString();
            var document = org.as("viewer").get(SOLUTIONS + "/" + suite + "/export");
            document.then().statusCode(200).body("productIds", contains(edge, cloud));
            org.as("sme", document.asString())
                    .put(SOLUTIONS + "/" + suite + "/import?prune=true")
                    .then()
                    .statusCode(200);
            assertThat(read(suite).asString()).isEqualTo(before);
        }

        @Test
        void a_product_that_is_deleted_leaves_it_and_the_version_tells() {
            var suite = suite();
            org.as("sme").delete(PRODUCTS + "/" + edge).then().statusCode(204);
            read(suite).then().body("productIds", contains(cloud)).body("version", is(2));
            org.as("admin")
                    .get("/api/v1/audit?entityId=" + suite)
                    .then()
                    .body("items.action", contains("solution.product_left", "solution.created"));
        }

        @Test
        void a_product_that_is_archived_stays_in_it_and_can_be_kept_by_a_change() {
            var suite = suite();
            org.as("sme").delete(PRODUCTS + "/" + edge + "?archive=true").then().statusCode(204);
            org.as("sme", "{\"productIds\": [\"" + cloud + "\", \"" + edge + "\"]}")
                    .patch(SOLUTIONS + "/" + suite)
                    .then()
                    .statusCode(200)
                    .body("productIds", contains(cloud, edge));
        }
    }

    @Test
    void its_own_weights_sum_to_a_hundred_at_most_whatever_its_products_weigh() {
        refused(
                create(
                        "{\"name\": \"x\", \"tasks\": [{\"name\": \"a\", \"weight\": 60}, {\"name\": \"b\", \"weight\": 41}]}"),
                422,
                "TOTAL_WEIGHT_EXCEEDED");
        create("{\"name\": \"x\", \"productIds\": [\"" + edge + "\"], \"tasks\": [{\"name\": \"a\", \"weight\": 100}]}")
                .then()
                .statusCode(201);
    }

    @Test
    void its_parts_and_tasks_are_edited_like_a_products() {
        var path = SOLUTIONS + "/" + suite();
        var outcome = org.as("sme", "{\"name\": \"One team\"}").post(path + "/outcomes");
        outcome.then().statusCode(201).header("Location", is(path + "/outcomes/" + outcome.<String>path("id")));
        org.as("sme", "{\"name\": \"2026\", \"level\": 1}")
                .post(path + "/releases")
                .then()
                .statusCode(201);
        org.as("sme", "{\"name\": \"Org\"}").post(path + "/tags").then().statusCode(201);
        var task = org.as(
                        "sme",
                        "{\"name\": \"Train\", \"weight\": 5, \"outcomes\": [\"one-team\"], \"tags\": [\"org\"]}")
                .post(path + "/tasks");
        task.then().statusCode(201).header("Location", is(path + "/tasks/" + task.<String>path("id")));
        org.as("viewer").get(path + "/tasks").then().body("items.name", contains("Kick off", "Train"));
        List<String> tasks = org.as("viewer").get(path + "/tasks").path("items.id");
        org.as("sme", "{\"taskIds\": [\"" + tasks.get(1) + "\", \"" + tasks.get(0) + "\"]}")
                .put(path + "/tasks/order")
                .then()
                .statusCode(200)
                .body("tasks.name", contains("Train", "Kick off"))
                .body("productIds", contains(edge, cloud));
        org.as("sme")
                .delete(path + "/outcomes/" + outcome.<String>path("id"))
                .then()
                .statusCode(204);
        org.as("viewer")
                .get(path)
                .then()
                .body("outcomes", hasSize(0))
                .body("tasks[0].outcomes", hasSize(0))
                .body("version", is(7));
    }

    @Test
    void one_that_customers_are_assigned_to_is_archived_not_deleted() {
        var suite = suite();
        var customer = org.customer("{\"name\": \"Acme\"}");
        var body = "{\"solutionId\": \"" + suite + "\"}";
        org.as("css", body)
                .post("/api/v1/customers/" + customer + "/solutions")
                .then()
                .statusCode(201);
        refused(org.as("sme").delete(SOLUTIONS + "/" + suite), 409, "SOLUTION_HAS_CUSTOMERS");
        refused(org.as("sme").delete(PRODUCTS + "/" + edge), 409, "PRODUCT_HAS_CUSTOMERS");
        org.as("sme").delete(SOLUTIONS + "/" + suite + "?archive=true").then().statusCode(204);
        org.as("viewer").get(SOLUTIONS).then().body("items", hasSize(0));
        org.as("viewer").get(SOLUTIONS + "?archived=true").then().body("items.id", contains(suite));
        refused(
                org.as("css", "{\"solutionId\": \"" + suite + "\", \"name\": \"Second\"}")
                        .post("/api/v1/customers/" + customer + "/solutions"),
                404,
                "SOLUTION_NOT_FOUND");
    }

    @Test
    void one_that_nobody_has_is_deleted_and_its_products_stay() {
        var suite = suite();
        org.as("sme").delete(SOLUTIONS + "/" + suite).then().statusCode(204);
        refused(read(suite), 404, "SOLUTION_NOT_FOUND");
        org.as("viewer").get(PRODUCTS + "/" + edge).then().statusCode(200);
    }
}
