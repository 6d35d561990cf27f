package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProductTaskResourceTest {
    private static final String NOWHERE = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01";

    private final Organisation org = Organisation.fresh();
    private String product;

    @BeforeEach
    void a_product() {
        product = org.as("sme", """
                        {"name": "Secure Edge", "outcomes": [{"key": "zt", "name": "Zero trust"}, {"key": "vis", "name": "Visibility"}],
                         "releases": [{"key": "r1", "name": "2026.1", "level": 1}], "tags": [{"key": "net", "name": "Network"}],
                         "tasks": [{"name": "A", "weight": 10}, {"name": "B", "weight": 20}, {"name": "C", "weight": 30}]}""")
                .post("/api/v1/products")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private ValidatableResponse added(String task) {
        return org.as("sme", task).post(product + "/tasks").then();
    }

    private ValidatableResponse replaced(String id, String task) {
        return org.as("sme", task).put(product + "/tasks/" + id).then();
    }

    private List<String> names() {
        return org.as("viewer").get(product + "/tasks").path("items.name");
    }

    private List<String> ids() {
        return org.as("viewer").get(product + "/tasks").path("items.id");
    }

    private int version() {
        return org.as("viewer").get(product).path("version");
    }

    @Nested
    class Added {
        @Test
        void a_task_comes_last_and_is_found_at_its_location() {
            var location = added("""
                            {"name": "Connect", "description": "d", "estMinutes": 90, "weight": 12.5, "priority": "LOW",
                             "licenseLevel": "SIGNATURE", "outcomes": ["zt"], "releases": ["r1"], "tags": ["net"],
                             "howToDoc": ["https://docs.example.org/a"], "howToVideo": ["http://video.example.org/a"], "notes": "n",
                             "telemetry": [{"name": "Users", "dataType": "NUMBER", "successCriteria": {"type": "exists"}}]}""")
                    .statusCode(201)
                    .body("sequenceNumber", is(4))
                    .body("key", is("connect"))
                    .body("outcomes.name", contains("Zero trust"))
                    .body("telemetry[0].key", is("users"))
                    .body("telemetry[0].isActive", is(true))
                    .body("telemetry[0].isRequired", is(false))
                    .extract()
                    .header("Location");
            org.as("viewer")
                    .get(location)
                    .then()
                    .statusCode(200)
                    .body("description", is("d"))
                    .body("weight", equalTo(12.5f))
                    .body("licenseLevel", is("SIGNATURE"))
                    .body("howToVideo", contains("http://video.example.org/a"));
            assertThat(version()).isEqualTo(2);
        }

        @Test
        void at_a_place_it_shifts_the_others() {
            added("{\"name\": \"X\", \"sequenceNumber\": 2}").statusCode(201).body("sequenceNumber", is(2));
            assertThat(names()).containsExactly("A", "X", "B", "C");
            added("{\"name\": \"Y\", \"sequenceNumber\": 5}").statusCode(201).body("sequenceNumber", is(5));
            added("{\"name\": \"Z\", \"sequenceNumber\": 7}")
                    .statusCode(400)
                    .body("errors[0].pointer", is("/sequenceNumber"))
                    .body("errors[0].code", is("RANGE"));
        }

        @Test
        void it_refers_by_key_or_by_id() {
            String id = org.as("viewer").get(product).path("outcomes[1].id");
            added("{\"name\": \"X\", \"outcomes\": [\"" + id + "\", \"zt\"]}")
                    .statusCode(201)
                    .body("outcomes.key", contains("zt", "vis"));
            added("{\"name\": \"X\", \"outcomes\": [\"zt\", \"zt\"], \"tags\": [\"none\"]}")
                    .statusCode(400)
                    .body("errors.pointer", contains("/outcomes/1"));
            added("{\"name\": \"X\", \"outcomes\": [\"zt\"], \"tags\": [\"none\"], \"releases\": [\"" + NOWHERE
                            + "\"]}")
                    .statusCode(400)
                    .body("errors.pointer", containsInAnyOrder("/tags/0", "/releases/0"))
                    .body("errors.code", contains("REFERENCE", "REFERENCE"));
        }

        @Test
        void its_key_is_its_own() {
            added("{\"key\": \"a\", \"name\": \"X\"}")
                    .statusCode(400)
                    .body("errors[0].pointer", is("/key"))
                    .body("errors[0].code", is("DUPLICATE"));
            added("{\"name\": \"a\"}").statusCode(201).body("key", is("a-2"));
            added("{\"name\": \"Ärger & Co.\"}").statusCode(201).body("key", is("arger-co"));
            added("{\"name\": \"X\", \"key\": \"" + "k".repeat(101) + "\"}").statusCode(400);
            added("{\"name\": \"X\", \"key\": \"" + "ǆ".repeat(100) + "\"}").statusCode(201);
        }

        @Test
        void it_may_not_weigh_more_than_is_left() {
            added("{\"name\": \"X\", \"weight\": 40.01}").statusCode(422).body("code", is("TOTAL_WEIGHT_EXCEEDED"));
            assertThat(version()).isEqualTo(1);
            added("{\"name\": \"X\", \"weight\": 40}").statusCode(201);
            added("{\"name\": \"Y\", \"weight\": 0}").statusCode(201);
        }

        @Test
        void its_faults_are_told_at_once() {
            added("""
                    {"weight": -1, "estMinutes": 1000001, "howToDoc": ["x"], "id": "x", "status": "DONE", "priority": 1,
                     "telemetry": [{"dataType": "NUMBER"}, 7]}""")
                    .statusCode(400)
                    .body(
                            "errors.pointer",
                            containsInAnyOrder(
                                    "/name",
                                    "/weight",
                                    "/estMinutes",
                                    "/howToDoc/0",
                                    "/id",
                                    "/status",
                                    "/priority",
                                    "/telemetry/0/name",
                                    "/telemetry/1",
                                    "/telemetry/1/name",
                                    "/telemetry/1/dataType"));
            added("{\"name\": \"X\", \"telemetry\": [{\"name\": \"u\", \"dataType\": \"NUMBER\"}]}")
                    .statusCode(422)
                    .body("code", is("INVALID_CRITERIA"))
                    .body("errors[0].pointer", is("/telemetry/0/successCriteria"));
        }

        @Test
        void twenty_at_once_fill_the_product_and_not_more() {
            String empty = org.as("sme", "{\"name\": \"Empty\"}")
                    .post("/api/v1/products")
                    .then()
                    .extract()
                    .header("Location");
            var statuses = Parallel.times(
                    20,
                    i -> org.as("sme", "{\"name\": \"T" + i + "\", \"weight\": 10}")
                            .post(empty + "/tasks")
                            .statusCode());
            assertThat(statuses).containsOnly(201, 422);
            assertThat(statuses).filteredOn(status -> status == 201).hasSize(10);
            org.as("viewer")
                    .get(empty)
                    .then()
                    .body("totalWeight", equalTo(100f))
                    .body("taskCount", is(10))
                    .body("version", is(11))
                    .body("tasks.sequenceNumber", contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        }
    }

    @Nested
    class Replaced {
        @Test
        void a_task_keeps_key_and_place_and_nothing_else() {
            var id = ids().get(1);
            replaced(id, "{\"name\": \"B2\", \"outcomes\": [\"zt\"], \"notes\": \"n\"}")
                    .statusCode(200)
                    .body("id", is(id))
                    .body("key", is("b"))
                    .body("sequenceNumber", is(2))
                    .body("weight", equalTo(0f));
            replaced(id, "{\"name\": \"B2\", \"key\": \"b\"}")
                    .statusCode(200)
                    .body("outcomes", hasSize(0))
                    .body("notes", nullValue());
            replaced(id, "{\"name\": \"B2\"}").statusCode(200);
            assertThat(version()).isEqualTo(3);
            replaced(id, "{\"name\": \"B2\", \"key\": \"other\"}")
                    .statusCode(400)
                    .body("errors[0].pointer", is("/key"));
        }

        @Test
        void it_moves_where_it_wants_and_the_others_shift() {
            var id = ids().get(0);
            replaced(id, "{\"name\": \"A\", \"weight\": 10, \"sequenceNumber\": 3}")
                    .body("sequenceNumber", is(3));
            assertThat(names()).containsExactly("B", "C", "A");
            replaced(id, "{\"name\": \"A\", \"weight\": 10, \"sequenceNumber\": 1}")
                    .body("sequenceNumber", is(1));
            assertThat(names()).containsExactly("A", "B", "C");
            replaced(id, "{\"name\": \"A\", \"sequenceNumber\": 4}").statusCode(400);
        }

        @Test
        void it_may_weigh_what_it_weighed_and_what_is_left() {
            replaced(ids().get(0), "{\"name\": \"A\", \"weight\": 50}").statusCode(200);
            replaced(ids().get(0), "{\"name\": \"A\", \"weight\": 50.01}")
                    .statusCode(422)
                    .body("code", is("TOTAL_WEIGHT_EXCEEDED"));
        }

        @Test
        void its_definitions_keep_their_ids_by_key_or_name() {
            var id = ids().get(0);
            var definition =
                    "{\"name\": \"Users\", \"dataType\": \"NUMBER\", \"successCriteria\": {\"type\": \"exists\"}}";
            var first = replaced(id, "{\"name\": \"A\", \"telemetry\": [" + definition + "]}")
                    .statusCode(200)
                    .extract()
                    .path("telemetry[0].id");
            replaced(id, "{\"name\": \"A\", \"telemetry\": [" + definition.replace("NUMBER", "JSON") + "]}")
                    .statusCode(200)
                    .body("telemetry[0].id", is(first))
                    .body("telemetry[0].dataType", is("JSON"));
        }
    }

    @Nested
    class Removed {
        @Test
        void a_task_is_gone_and_the_others_close_up() {
            var id = ids().get(0);
            org.as("sme").delete(product + "/tasks/" + id).then().statusCode(204);
            org.as("sme")
                    .delete(product + "/tasks/" + id)
                    .then()
                    .statusCode(404)
                    .body("code", is("TASK_NOT_FOUND"));
            org.as("viewer")
                    .get(product)
                    .then()
                    .body("tasks.sequenceNumber", contains(1, 2))
                    .body("taskCount", is(2))
                    .body("totalWeight", equalTo(50f))
                    .body("version", is(2));
        }
    }

    @Nested
    class Ordered {
        private ValidatableResponse ordered(String... ids) {
            return org.as("sme", "{\"taskIds\": [\"" + String.join("\", \"", ids) + "\"]}")
                    .put(product + "/tasks/order")
                    .then();
        }

        @Test
        void the_tasks_stand_as_they_were_named() {
            var ids = ids();
            ordered(ids.get(2), ids.get(0), ids.get(1))
                    .statusCode(200)
                    .body("tasks.name", contains("C", "A", "B"))
                    .body("tasks.sequenceNumber", contains(1, 2, 3))
                    .body("version", is(2));
            ordered(ids.get(2), ids.get(0), ids.get(1)).statusCode(200).body("version", is(2));
        }

        @Test
        void each_must_be_named_once() {
            var ids = ids();
            ordered(ids.get(0), ids.get(1), ids.get(0))
                    .statusCode(400)
                    .body("errors[0].pointer", is("/taskIds/2"))
                    .body("errors[0].code", is("DUPLICATE"));
            ordered(ids.get(0), ids.get(1)).statusCode(400).body("errors[0].pointer", is("/taskIds"));
            ordered(ids.get(0), ids.get(1), ids.get(2), "7").statusCode(404).body("code", is("TASK_NOT_FOUND"));
            org.as("sme", "{\"ids\": [7]}")
                    .put(product + "/tasks/order")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", containsInAnyOrder("/taskIds", "/ids"));
        }
    }

    @Nested
    class AList {
        @Test
        void is_sorted_as_asked_and_walked_to_its_end() {
            org.as("viewer").get(product + "/tasks?sort=-weight").then().body("items.name", contains("C", "B", "A"));
            var seen = new ArrayList<String>();
            var cursor = "";
            do {
                var page = org.as("viewer")
                        .get(product + "/tasks?limit=2" + cursor)
                        .then()
                        .statusCode(200)
                        .extract();
                seen.addAll(page.path("items.name"));
                String next = page.path("nextCursor");
                cursor = next == null ? "" : "&cursor=" + next;
            } while (!cursor.isEmpty());
            assertThat(seen).containsExactly("A", "B", "C");
            org.as("viewer")
                    .get(product + "/tasks?limit=1&offset=1&sort=name")
                    .then()
                    .body("items.name", contains("B"))
                    .body("total", is(3));
        }

        @Test
        void refuses_what_it_does_not_know() {
            org.as("viewer")
                    .get(product + "/tasks?sort=createdAt&limit=0&status=DONE")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", containsInAnyOrder("/sort", "/limit", "/status"));
        }
    }

    @Test
    void what_is_not_there_is_missing_on_every_road() {
        for (var id : List.of("7", NOWHERE)) {
            var task = product + "/tasks/" + id;
            org.as("sme").get(task).then().statusCode(404).body("code", is("TASK_NOT_FOUND"));
            org.as("sme", "{\"name\": \"x\"}").put(task).then().statusCode(404).body("code", is("TASK_NOT_FOUND"));
            org.as("sme").delete(task).then().statusCode(404).body("code", is("TASK_NOT_FOUND"));
            var nowhere = "/api/v1/products/" + id + "/tasks";
            org.as("sme").get(nowhere).then().statusCode(404).body("code", is("PRODUCT_NOT_FOUND"));
            org.as("sme", "{\"name\": \"x\"}")
                    .post(nowhere)
                    .then()
                    .statusCode(404)
                    .body("code", is("PRODUCT_NOT_FOUND"));
            org.as("sme", "{\"taskIds\": []}")
                    .put(nowhere + "/order")
                    .then()
                    .statusCode(404)
                    .body("code", is("PRODUCT_NOT_FOUND"));
            org.as("sme")
                    .get(nowhere + "/" + ids().get(0))
                    .then()
                    .statusCode(404)
                    .body("code", is("PRODUCT_NOT_FOUND"));
        }
    }

    @Test
    void a_task_of_another_product_is_not_of_this_one() {
        var other = org.as("sme", "{\"name\": \"Other\"}")
                .post("/api/v1/products")
                .then()
                .extract()
                .header("Location");
        org.as("sme")
                .get(other + "/tasks/" + ids().get(0))
                .then()
                .statusCode(404)
                .body("code", is("TASK_NOT_FOUND"));
        org.as("sme").delete(other + "/tasks/" + ids().get(0)).then().statusCode(404);
        assertThat(names()).hasSize(3);
    }
}
