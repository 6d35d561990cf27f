package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Statements;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProductResourceTest {
    private static final String NOWHERE = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01";
    private static final String SECURE_EDGE = """
            {"name": "Secure Edge", "description": "Cloud-delivered access security", "externalId": "sku-4711"}""";

    private final Organisation org = Organisation.fresh();

    private String product(String body) {
        return "/api/v1/products/" + Organisation.id(org.as("admin", body).post("/api/v1/products"));
    }

    @Test
    void a_name_alone_makes_a_product_that_is_found_at_its_location() {
        var location = org.as("sme", "{\"name\": \"Secure Edge\"}")
                .post("/api/v1/products")
                .then()
                .statusCode(201)
                .body("version", is(1))
                .body("taskCount", is(0))
                .body("totalWeight", equalTo(0f))
                .body("licenses", contains("ESSENTIAL", "ADVANTAGE", "SIGNATURE"))
                .body("outcomes", hasSize(0))
                .body("releases", hasSize(0))
                .body("tags", hasSize(0))
                .body("tasks", hasSize(0))
                .body("description", nullValue())
                .body("weightsNormalizedFrom", nullValue())
                .body("archivedAt", nullValue())
                .body("createdAt", notNullValue())
                .body("updatedAt", notNullValue())
                .extract()
                .header("Location");
        org.as("viewer").get(location).then().statusCode(200).body("name", is("Secure Edge"));
    }

    @Test
    void a_name_is_taken_whatever_its_case_and_free_again_after_deletion() {
        var first = product("{\"name\": \"Ärger Cloud\"}");
        var again = "{\"name\": \"  äRGER cloud \"}";
        org.as("admin", again)
                .post("/api/v1/products")
                .then()
                .statusCode(409)
                .body("code", is("PRODUCT_NAME_EXISTS"))
                .body("errors[0].pointer", is("/name"));
        org.as("admin").delete(first).then().statusCode(204);
        org.as("admin").delete(first).then().statusCode(404).body("code", is("PRODUCT_NOT_FOUND"));
        product(again);
    }

    @Test
    void a_key_of_your_own_is_taken_exactly_as_it_is() {
        product("{\"name\": \"One\", \"externalId\": \"sku-1\"}");
        org.as("admin", "{\"name\": \"Two\", \"externalId\": \"sku-1\"}")
                .post("/api/v1/products")
                .then()
                .statusCode(409)
                .body("code", is("EXTERNAL_ID_EXISTS"))
                .body("errors[0].pointer", is("/externalId"));
        product("{\"name\": \"Two\", \"externalId\": \"SKU-1\"}");
    }

    @Nested
    class Replaced {
        @Test
        void a_product_loses_what_the_body_lacks_and_keeps_its_parts() {
            var path = product("""
                    {"name": "Secure Edge", "description": "d", "externalId": "x", "tasks": [{"name": "Connect"}]}""");
            org.as("sme", "{\"name\": \"Edge\"}")
                    .put(path)
                    .then()
                    .statusCode(200)
                    .body("name", is("Edge"))
                    .body("description", nullValue())
                    .body("externalId", nullValue())
                    .body("tasks.name", contains("Connect"))
                    .body("version", is(2));
        }

        @Test
        void by_the_same_it_stays_as_it_was() {
            var path = product(SECURE_EDGE);
            var updatedAt = org.as("viewer").get(path).path("updatedAt");
            org.as("sme", SECURE_EDGE)
                    .put(path)
                    .then()
                    .statusCode(200)
                    .body("version", is(1))
                    .body("updatedAt", is(updatedAt));
        }

        @Test
        void it_may_not_take_the_name_of_another() {
            product("{\"name\": \"One\", \"externalId\": \"one\"}");
            var two = product("{\"name\": \"Two\"}");
            org.as("sme", "{\"name\": \"ONE\"}")
                    .put(two)
                    .then()
                    .statusCode(409)
                    .body("code", is("PRODUCT_NAME_EXISTS"));
            org.as("sme", "{\"name\": \"Two\", \"externalId\": \"one\"}")
                    .put(two)
                    .then()
                    .statusCode(409)
                    .body("code", is("EXTERNAL_ID_EXISTS"));
        }

        @Test
        void parts_and_figures_are_not_of_its_body() {
            org.as("sme", "{\"name\": 7, \"tasks\": [], \"version\": 3, \"id\": \"x\"}")
                    .put(product(SECURE_EDGE))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", containsInAnyOrder("/name", "/tasks", "/version", "/id"))
                    .body("errors.code", containsInAnyOrder("TYPE", "UNKNOWN", "UNKNOWN", "UNKNOWN"));
        }
    }

    @Nested
    class Archived {
        @Test
        void it_leaves_the_list_and_can_be_read() {
            var path = product(SECURE_EDGE);
            product("{\"name\": \"Other\"}");
            org.as("admin").delete(path + "?archive=true").then().statusCode(204);
            org.as("admin").delete(path + "?archive=true").then().statusCode(204);
            org.as("viewer")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("archivedAt", notNullValue())
                    .body("version", is(2));
            org.as("viewer").get("/api/v1/products").then().body("items.name", contains("Other"));
            org.as("viewer")
                    .get("/api/v1/products?archived=true")
                    .then()
                    .body("items.name", contains("Secure Edge"))
                    .body("items[0].archivedAt", notNullValue());
        }

        @Test
        void it_is_the_way_out_for_a_product_that_somebody_has() throws SQLException {
            var path = product(SECURE_EDGE);
            var customer = org.customer("{\"name\": \"Acme\"}");
            try (var database = Database.asServiceIn(org.name())) {
                database.run(
                        "insert into product_assignment (org_id, id, customer_id, product_id, name, license_level,"
                                + " selected_outcome_ids, selected_release_ids, purchased_at, version)"
                                + " values (?, ?, ?, ?, 'Default', 'ESSENTIAL', '{}', '{}', now(), 1)",
                        org.name(),
                        UUID.randomUUID(),
                        UUID.fromString(customer),
                        UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
                org.as("admin").delete(path).then().statusCode(409).body("code", is("PRODUCT_HAS_CUSTOMERS"));
                org.as("admin").get(path).then().statusCode(200).body("version", is(1));
                org.as("admin").delete(path + "?archive=true").then().statusCode(204);
                database.run("update product_assignment set removed_at = now()");
                org.as("admin").delete(path).then().statusCode(204);
            }
        }
    }

    @Nested
    class AList {
        @Test
        void says_of_each_what_it_amounts_to() {
            product("""
                    {"name": "Secure Edge", "description": "d", "externalId": "sku",
                     "tasks": [{"name": "One", "weight": 12.5}, {"name": "Two", "weight": 7}]}""");
            org.as("css")
                    .get("/api/v1/products")
                    .then()
                    .statusCode(200)
                    .body("total", is(1))
                    .body("items[0].name", is("Secure Edge"))
                    .body("items[0].description", is("d"))
                    .body("items[0].externalId", is("sku"))
                    .body("items[0].version", is(1))
                    .body("items[0].taskCount", is(2))
                    .body("items[0].totalWeight", equalTo(19.5f))
                    .body("items[0].tasks", nullValue())
                    .body("items[0].createdAt", notNullValue())
                    .body("items[0].updatedAt", notNullValue());
        }

        @Test
        void is_narrowed_searched_sorted_and_counted() {
            product("{\"name\": \"Beta Edge\", \"externalId\": \"b\"}");
            product("{\"name\": \"alpha edge\"}");
            product("{\"name\": \"Core_1\"}");
            org.as("css")
                    .get("/api/v1/products?q=EDGE&sort=name&limit=1")
                    .then()
                    .body("items.name", contains("alpha edge"))
                    .body("total", is(2))
                    .body("nextCursor", notNullValue());
            org.as("css").get("/api/v1/products?q=e_1").then().body("items.name", contains("Core_1"));
            org.as("css").get("/api/v1/products?externalId=b").then().body("items.name", contains("Beta Edge"));
            org.as("css").get("/api/v1/products?externalId=B").then().body("items", hasSize(0));
        }

        @Test
        void is_walked_by_cursor_to_its_end_each_item_once() {
            for (int i = 0; i < 7; i++) {
                product("{\"name\": \"N" + (i % 3) + i + "\"}");
            }
            var seen = new ArrayList<String>();
            var cursor = "";
            do {
                var page = org.as("css")
                        .get("/api/v1/products?sort=-name&limit=3" + cursor)
                        .then()
                        .statusCode(200)
                        .extract();
                seen.addAll(page.path("items.name"));
                String next = page.path("nextCursor");
                cursor = next == null ? "" : "&cursor=" + next;
            } while (!cursor.isEmpty());
            assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
        }

        @Test
        void refuses_what_it_does_not_know() {
            org.as("css")
                    .urlEncodingEnabled(false)
                    .get("/api/v1/products?limit=201&sort=weight&colour=red&archived=maybe&q=%00&cursor=x&offset=2")
                    .then()
                    .statusCode(400)
                    .body("code", is("VALIDATION_ERROR"))
                    .body(
                            "errors.pointer",
                            containsInAnyOrder("/limit", "/sort", "/colour", "/archived", "/q", "/offset"));
            org.as("css").get("/api/v1/products?cursor=x").then().statusCode(400);
        }
    }

    @Test
    void odd_parameters_of_changes_are_refused() {
        var path = product(SECURE_EDGE);
        org.as("admin", SECURE_EDGE)
                .post("/api/v1/products?weights=scale&dryRun=true")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/weights", "/dryRun"));
        org.as("admin", SECURE_EDGE)
                .put(path + "/import?weights=&prune=yes&x=1")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/weights", "/prune", "/x"));
        org.as("admin")
                .delete(path + "?archive=1&force=true")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/archive", "/force"));
        org.as("admin").get(path).then().statusCode(200).body("version", is(1));
    }

    @ParameterizedTest
    @CsvSource({
        "admin,200,201",
        "css,200,403",
        "sales,200,403",
        "support,200,403",
        "sme,200,201",
        "user,200,403",
        "viewer,200,403",
        "portal,403,403",
        "partner,200,403"
    })
    void who_reads_the_catalogue_and_who_writes_it(String role, int read, int write) {
        var path = product(SECURE_EDGE);
        var outcome = Organisation.id(org.as("admin", "{\"name\": \"o\"}").post(path + "/outcomes"));
        var task = Organisation.id(org.as("admin", "{\"name\": \"t\"}").post(path + "/tasks"));
        for (var road : new String[] {
            "/api/v1/products",
            path,
            path + "/export",
            path + "/tasks",
            path + "/tasks/" + task,
            path + "/outcomes",
            path + "/outcomes/" + outcome,
            path + "/releases",
            path + "/tags"
        }) {
            org.as(role).get(road).then().statusCode(read);
        }
        org.as(role, "{\"name\": \"" + role + "\"}")
                .post("/api/v1/products")
                .then()
                .statusCode(write);
        for (var road : new String[] {"/tasks", "/outcomes", "/tags"}) {
            org.as(role, "{\"name\": \"" + role + "\"}")
                    .post(path + road)
                    .then()
                    .statusCode(write);
        }
        org.as(role, "{\"name\": \"r\", \"level\": 1}")
                .post(path + "/releases")
                .then()
                .statusCode(write);
        if (write == 403) {
            // The right comes before the form: what a body or a query says does not matter.
            org.as(role, "{\"nonsense\": 1}").put(path).then().statusCode(403).body("code", is("FORBIDDEN"));
            org.as(role, "{}").put(path + "/import?x=1").then().statusCode(403);
            org.as(role, "{}").put(path + "/tasks/order").then().statusCode(403);
            org.as(role, "{}").put(path + "/tasks/" + task).then().statusCode(403);
            org.as(role, "{}").put(path + "/outcomes/" + outcome).then().statusCode(403);
            org.as(role).delete(path + "/tasks/" + task).then().statusCode(403);
            org.as(role).delete(path + "/outcomes/" + outcome).then().statusCode(403);
            org.as(role).delete(path).then().statusCode(403);
        }
    }

    @Test
    void an_odd_id_is_nobodys() {
        for (var id : new String[] {"7", "%00", NOWHERE}) {
            var path = "/api/v1/products/" + id;
            org.as("sme")
                    .urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .statusCode(404)
                    .body("code", is("PRODUCT_NOT_FOUND"));
            org.as("sme", SECURE_EDGE)
                    .urlEncodingEnabled(false)
                    .put(path)
                    .then()
                    .statusCode(404)
                    .body("code", is("PRODUCT_NOT_FOUND"));
            org.as("sme")
                    .urlEncodingEnabled(false)
                    .delete(path)
                    .then()
                    .statusCode(404)
                    .body("code", is("PRODUCT_NOT_FOUND"));
        }
    }

    @Test
    void another_organisations_product_is_as_missing_as_none() {
        var theirs =
                Organisation.id(Organisation.fresh().as("admin", SECURE_EDGE).post("/api/v1/products"));
        for (var road : new String[] {"", "/export", "/tasks", "/outcomes", "/releases", "/tags"}) {
            var refusal = org.as("css")
                    .get("/api/v1/products/" + theirs + road)
                    .then()
                    .statusCode(404)
                    .body("code", is("PRODUCT_NOT_FOUND"))
                    .extract()
                    .asString();
            var missing = org.as("css")
                    .get("/api/v1/products/" + NOWHERE + road)
                    .asString()
                    .replace(NOWHERE, theirs);
            assertThat(withoutTrace(refusal)).isEqualTo(withoutTrace(missing));
        }
        org.as("admin", SECURE_EDGE)
                .put("/api/v1/products/" + theirs + "/import")
                .then()
                .statusCode(404);
        org.as("admin").delete("/api/v1/products/" + theirs).then().statusCode(404);
        org.as("css").get("/api/v1/products").then().body("items", hasSize(0)).body("total", is(0));
        product(SECURE_EDGE);
    }

    private static String withoutTrace(String problem) {
        return problem.replaceAll("\"traceId\":\"\\w+\"", "");
    }

    @Test
    void every_change_is_in_the_audit_and_none_is_told_to_the_world() throws SQLException {
        var path = product(SECURE_EDGE);
        var task = Organisation.id(
                org.as("sme", "{\"name\": \"Connect\", \"weight\": 1}").post(path + "/tasks"));
        org.as("sme", "{\"name\": \"Connect\", \"weight\": 2}")
                .put(path + "/tasks/" + task)
                .then()
                .statusCode(200);
        org.as("sme", "{\"name\": \"Connect\", \"weight\": 2}")
                .put(path + "/tasks/" + task)
                .then()
                .statusCode(200);
        org.as("admin").delete(path).then().statusCode(204);
        try (var database = Database.asServiceIn(org.name())) {
            assertThat(database.<String>column("select action from audit_entry order by id"))
                    .containsExactly(
                            "product.created", "product.task_added", "product.task_changed", "product.deleted");
            assertThat(database.<String>column("select distinct actor from audit_entry order by 1"))
                    .containsExactly(org.person("admin"), org.person("sme"));
            assertThat(database.<String>column(
                                    "select after::text from audit_entry where action = 'product.task_changed'")
                            .get(0))
                    .contains("weight", "2");
            assertThat(database.number("select count(*) from outbox")).isZero();
        }
    }

    @Test
    void a_product_takes_as_many_statements_with_sixty_tasks_as_with_one() {
        var small = product(ProductDocumentTest.document("Small", 1));
        var large = product(ProductDocumentTest.document("Large", 60));
        var statements = new Statements();
        var change = "{\"name\": \"One more\", \"outcomes\": [], \"telemetry\": []}";
        org.as("sme", change).post(small + "/tasks");

        var ofSmall = statements.during(() -> org.as("sme", change).post(small + "/tasks"));
        var ofLarge = statements.during(() -> org.as("sme", change).post(large + "/tasks"));
        assertThat(ofLarge).hasSameSizeAs(ofSmall).hasSizeLessThanOrEqualTo(13);

        var readSmall = statements.during(() -> org.as("sme").get(small));
        var readLarge = statements.during(() -> org.as("sme").get(large));
        assertThat(readLarge).hasSameSizeAs(readSmall).hasSize(4);
        assertThat(statements.during(() -> org.as("sme").get("/api/v1/products")))
                .hasSize(2);
    }
}
