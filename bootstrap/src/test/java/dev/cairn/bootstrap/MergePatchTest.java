package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON merge patches: null removes, what is left out stays, and what comes of it is judged as a whole. */
@QuarkusTest
class MergePatchTest {
    private final Organisation org = Organisation.fresh();

    private ValidatableResponse patched(String path, String patch) {
        return org.as("admin", patch).patch(path).then().statusCode(200);
    }

    private void unchanged(String path, Runnable work) {
        var before = org.as("admin").get(path).asString();
        work.run();
        assertThat(org.as("admin").get(path).asString()).isEqualTo(before);
    }

    private void faulty(String path, String patch, String pointer, String code) {
        unchanged(
                path,
                () -> refused(org.as("admin", patch).patch(path), 400, "VALIDATION_ERROR")
                        .body("errors.pointer", hasItem(pointer))
                        .body("errors.code", hasItem(code)));
    }

    @Nested
    class OfACustomer {
        private String path;

        @BeforeEach
        void a_customer() {
            path = "/api/v1/customers/" + org.customer("""
                            {"name": "Acme", "code": "A1", "email": "ops@acme.example", "phone": "1", "tags": ["a", "b"],
                             "address": {"street": "1 Harbour Street", "city": "Hull"}, "nextFollowUpAt": "2026-12-01T09:00:00.123456Z"}""");
        }

        @Test
        void null_removes_and_what_is_left_out_stays() {
            patched(path, "{\"email\": null, \"industry\": \"Retail\"}")
                    .body("email", nullValue())
                    .body("industry", is("Retail"))
                    .body("phone", is("1"))
                    .body("code", is("A1"))
                    .body("tags", contains("a", "b"))
                    .body("address.city", is("Hull"))
                    .body("nextFollowUpAt", is("2026-12-01T09:00:00.123456Z"))
                    .body("version", is(2));
        }

        @Test
        void an_object_is_merged_and_a_list_replaced() {
            patched(path, "{\"address\": {\"city\": null, \"country\": \"GB\"}, \"tags\": [\"c\"]}")
                    .body("address.street", is("1 Harbour Street"))
                    .body("address.city", nullValue())
                    .body("address.country", is("GB"))
                    .body("tags", contains("c"));
            patched(path, "{\"address\": null}").body("address", nullValue());
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"phone\": \"1\"}", ""})
        void a_patch_that_says_nothing_new_changes_nothing(String patch) {
            unchanged(path, () -> patched(path, patch));
        }

        @Test
        void what_the_patch_gets_wrong_is_told_with_its_pointer() {
            faulty(path, "{\"phone\": 1}", "/phone", "TYPE");
            faulty(path, "{\"nope\": 1}", "/nope", "UNKNOWN");
            faulty(path, "{\"version\": 7}", "/version", "UNKNOWN");
            faulty(path, "{\"address\": {\"planet\": \"x\"}}", "/address/planet", "UNKNOWN");
            faulty(path, "{\"code\": null}", "/code", "REQUIRED");
            faulty(path, "[]", "", "TYPE");
        }

        @Test
        void what_comes_of_the_patch_is_judged_as_a_whole() {
            faulty(path, "{\"name\": null}", "/name", "REQUIRED");
            faulty(path, "{\"type\": \"INDIVIDUAL\"}", "/name", "UNKNOWN");
            patched(
                            path,
                            "{\"type\": \"INDIVIDUAL\", \"name\": null, \"firstName\": \"Ada\", \"lastName\": \"Moreau\"}")
                    .body("name", is("Ada Moreau"))
                    .body("email", is("ops@acme.example"));
            patched(path, "{\"lastName\": \"Byron\"}").body("name", is("Ada Byron"));
        }

        @Test
        void the_patch_is_read_before_the_customer_is_looked_for() {
            refused(
                    org.as("admin", "{\"phone\": 1}").patch("/api/v1/customers/" + World.NOWHERE),
                    400,
                    "VALIDATION_ERROR");
            refused(
                    org.as("admin", "{\"phone\": \"1\"}").patch("/api/v1/customers/" + World.NOWHERE),
                    404,
                    "CUSTOMER_NOT_FOUND");
        }

        @Test
        void both_media_types_are_taken() {
            org.as("admin")
                    .contentType("application/merge-patch+json")
                    .body("{\"phone\": \"2\"}")
                    .patch(path)
                    .then()
                    .statusCode(200)
                    .body("phone", is("2"));
            refused(
                    org.as("admin")
                            .contentType("application/json-patch+json")
                            .body("[]")
                            .patch(path),
                    415,
                    "UNSUPPORTED_MEDIA_TYPE");
        }

        @Test
        void two_patches_of_different_fields_both_stay() {
            patched(path, "{\"industry\": \"Retail\"}");
            patched(path, "{\"source\": \"Fair\"}")
                    .body("industry", is("Retail"))
                    .body("source", is("Fair"));
        }
    }

    @Nested
    class OfAProduct {
        private String path;

        @BeforeEach
        void a_product() {
            path = "/api/v1/products/" + World.aProduct(org).get("product");
        }

        @Test
        void its_parts_stay() {
            patched(path, "{\"description\": \"new\", \"externalId\": \"sku-1\"}")
                    .body("description", is("new"))
                    .body("tasks.size()", is(2))
                    .body("version", is(2));
            patched(path, "{\"externalId\": null}")
                    .body("externalId", nullValue())
                    .body("description", is("new"));
            faulty(path, "{\"name\": null}", "/name", "REQUIRED");
            faulty(path, "{\"tasks\": []}", "/tasks", "UNKNOWN");
        }
    }

    @Nested
    class OfATaskOfAProduct {
        private String path;

        @BeforeEach
        void a_task_of_a_product() {
            var product = World.aProduct(org);
            path = "/api/v1/products/" + product.get("product") + "/tasks/" + product.get("productTask");
        }

        @Test
        void what_is_left_out_stays_telemetry_with_its_ids_too() {
            var before = new JsonObject(org.as("admin").get(path).asString());
            var after = new JsonObject(patched(path, "{\"weight\": 12.5, \"notes\": \"new\"}")
                    .extract()
                    .asString());
            assertThat(after.getDouble("weight")).isEqualTo(12.5);
            assertThat(after.getString("notes")).isEqualTo("new");
            before.remove("weight");
            after.remove("weight");
            after.remove("notes");
            assertThat(after).isEqualTo(before);
        }

        @Test
        void a_patch_that_says_nothing_new_raises_no_version() {
            var before = org.as("admin").get(path).header("ETag");
            var same = patched(path, "{\"weight\": 10.00, \"outcomes\": [\"zero-trust\"]}");
            assertThat(same.extract().header("ETag")).isEqualTo(before);
        }

        @Test
        void a_list_is_replaced_whole_and_null_empties_it() {
            patched(path, "{\"outcomes\": null, \"tags\": []}")
                    .body("outcomes.size()", is(0))
                    .body("tags.size()", is(0));
            patched(path, "{\"telemetry\": null}").body("telemetry.size()", is(0));
        }

        @Test
        void it_moves_to_the_place_it_asks_for() {
            patched(path, "{\"sequenceNumber\": 2}").body("sequenceNumber", is(2));
        }

        @Test
        void rules_of_the_product_are_kept() {
            unchanged(
                    path, () -> refused(org.as("admin", "{\"weight\": 99}").patch(path), 422, "TOTAL_WEIGHT_EXCEEDED"));
            faulty(path, "{\"key\": \"other\"}", "/key", "ENUM");
            faulty(path, "{\"name\": null}", "/name", "REQUIRED");
        }
    }
}
