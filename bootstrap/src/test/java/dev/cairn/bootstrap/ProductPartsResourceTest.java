package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outcomes, releases and tags of a product. */
@QuarkusTest
class ProductPartsResourceTest {
    private static final String NOWHERE = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01";

    private final Organisation org = Organisation.fresh();
    private String product;

    @BeforeEach
    void a_product() {
        product = org.as("sme", "{\"name\": \"Secure Edge\"}")
                .post("/api/v1/products")
                .then()
                .extract()
                .header("Location");
    }

    /** A body for whichever kind of part: a release needs a level. */
    private static String part(String road, String fields) {
        return "{" + fields + (road.equals("releases") ? ", \"level\": 1}" : "}");
    }

    private ValidatableResponse added(String road, String fields) {
        return org.as("sme", part(road, fields)).post(product + "/" + road).then();
    }

    @ParameterizedTest
    @CsvSource({"outcomes,OUTCOME", "releases,RELEASE", "tags,TAG"})
    void a_part_comes_is_found_changes_and_goes(String road, String code) {
        var location = added(road, "\"name\": \"First one\"")
                .statusCode(201)
                .body("key", is("first-one"))
                .body("id", notNullValue())
                .extract()
                .header("Location");
        org.as("viewer").get(location).then().statusCode(200).body("name", is("First one"));
        org.as("sme", part(road, "\"name\": \"Renamed\""))
                .put(location)
                .then()
                .statusCode(200)
                .body("name", is("Renamed"))
                .body("key", is("first-one"));
        org.as("sme", part(road, "\"name\": \"Renamed\", \"key\": \"first-one\""))
                .put(location)
                .then()
                .statusCode(200);
        org.as("viewer").get(product).then().body("version", is(3)).body(road + ".name", contains("Renamed"));
        org.as("sme").delete(location).then().statusCode(204);
        org.as("sme").delete(location).then().statusCode(404).body("code", is(code + "_NOT_FOUND"));
        org.as("viewer").get(product).then().body("version", is(4)).body(road, hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"outcomes,OUTCOME", "releases,RELEASE", "tags,TAG"})
    void a_name_is_taken_in_the_product_whatever_its_case(String road, String code) {
        added(road, "\"name\": \"Ärger\"").statusCode(201);
        added(road, "\"name\": \"äRGER\"")
                .statusCode(409)
                .body("code", is(code + "_NAME_EXISTS"))
                .body("errors[0].pointer", is("/name"));
        var other = added(road, "\"name\": \"Other\"").extract().header("Location");
        org.as("sme", part(road, "\"name\": \"ÄRGER\""))
                .put(other)
                .then()
                .statusCode(409)
                .body("code", is(code + "_NAME_EXISTS"));
        org.as("viewer").get(product).then().body("version", is(3));
    }

    @ParameterizedTest
    @CsvSource({"outcomes,OUTCOME", "releases,RELEASE", "tags,TAG"})
    void two_at_once_of_one_name_are_one(String road, String code) {
        var statuses = Parallel.times(
                6,
                i -> org.as("sme", part(road, "\"name\": \"Same\""))
                        .post(product + "/" + road)
                        .statusCode());
        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"outcomes,OUTCOME", "releases,RELEASE", "tags,TAG"})
    void a_key_is_its_own_and_never_changes(String road, String code) {
        var location =
                added(road, "\"name\": \"One\", \"key\": \"k\"").extract().header("Location");
        added(road, "\"name\": \"Two\", \"key\": \"k\"")
                .statusCode(400)
                .body("errors[0].pointer", is("/key"))
                .body("errors[0].code", is("DUPLICATE"));
        org.as("sme", part(road, "\"name\": \"One\", \"key\": \"other\""))
                .put(location)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/key"));
        added(road, "\"name\": \"K\"").statusCode(201).body("key", is("k-2"));
    }

    @ParameterizedTest
    @CsvSource({"outcomes,OUTCOME", "releases,RELEASE", "tags,TAG"})
    void what_is_not_there_is_missing_on_every_road(String road, String code) {
        for (var id : List.of("7", NOWHERE)) {
            var part = product + "/" + road + "/" + id;
            org.as("sme").get(part).then().statusCode(404).body("code", is(code + "_NOT_FOUND"));
            org.as("sme", part(road, "\"name\": \"x\""))
                    .put(part)
                    .then()
                    .statusCode(404)
                    .body("code", is(code + "_NOT_FOUND"));
            org.as("sme").delete(part).then().statusCode(404).body("code", is(code + "_NOT_FOUND"));
            var nowhere = "/api/v1/products/" + id + "/" + road;
            org.as("sme").get(nowhere).then().statusCode(404).body("code", is("PRODUCT_NOT_FOUND"));
            org.as("sme").get(nowhere + "/" + NOWHERE).then().statusCode(404).body("code", is("PRODUCT_NOT_FOUND"));
            org.as("sme", part(road, "\"name\": \"x\""))
                    .post(nowhere)
                    .then()
                    .statusCode(404)
                    .body("code", is("PRODUCT_NOT_FOUND"));
        }
    }

    @ParameterizedTest
    @CsvSource({"outcomes,OUTCOME", "releases,RELEASE", "tags,TAG"})
    void a_list_is_walked_to_its_end(String road, String code) {
        for (int i = 0; i < 5; i++) {
            added(road, "\"name\": \"N" + i + "\"").statusCode(201);
        }
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = org.as("viewer")
                    .get(product + "/" + road + "?limit=2" + cursor)
                    .then()
                    .statusCode(200)
                    .body("total", cursor.isEmpty() ? is(5) : nullValue())
                    .extract();
            seen.addAll(page.path("items.name"));
            String next = page.path("nextCursor");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactly("N0", "N1", "N2", "N3", "N4");
        org.as("viewer")
                .get(product + "/" + road + "?offset=4")
                .then()
                .body("items.name", contains("N4"))
                .body("nextCursor", nullValue());
        org.as("viewer").get(product + "/" + road + "?offset=9").then().body("items", hasSize(0));
        org.as("viewer")
                .get(product + "/" + road + "?limit=0&sort=name")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/limit", "/sort"));
        for (var odd : List.of("x", "-1", "99999999999")) {
            org.as("viewer")
                    .get(product + "/" + road + "?cursor=" + odd)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", is("/cursor"));
        }
    }

    @Test
    void a_part_that_goes_leaves_the_tasks_that_refer_to_it() {
        for (var road : List.of("outcomes", "releases", "tags")) {
            added(road, "\"name\": \"One\", \"key\": \"one\"");
            added(road, "\"name\": \"Two\", \"key\": \"two\"");
        }
        org.as(
                        "sme",
                        "{\"name\": \"T\", \"outcomes\": [\"one\", \"two\"], \"releases\": [\"one\"], \"tags\": [\"two\"]}")
                .post(product + "/tasks")
                .then()
                .statusCode(201);
        var before = org.as("viewer").get(product).then().extract();
        org.as("sme")
                .delete(product + "/outcomes/" + before.path("outcomes[0].id"))
                .then()
                .statusCode(204);
        org.as("sme")
                .delete(product + "/releases/" + before.path("releases[0].id"))
                .then()
                .statusCode(204);
        org.as("sme")
                .delete(product + "/tags/" + before.path("tags[1].id"))
                .then()
                .statusCode(204);
        org.as("viewer")
                .get(product)
                .then()
                .body("version", is(11))
                .body("tasks[0].outcomes.key", contains("two"))
                .body("tasks[0].releases", hasSize(0))
                .body("tasks[0].tags", hasSize(0));
    }

    @Test
    void releases_stand_by_level_and_tags_by_order() {
        for (var level : List.of("2.5", "10", "0.0001")) {
            org.as("sme", "{\"name\": \"" + level + "\", \"level\": " + level + "}")
                    .post(product + "/releases")
                    .then()
                    .statusCode(201);
        }
        org.as("viewer").get(product + "/releases").then().body("items.name", contains("0.0001", "2.5", "10"));
        for (var tag : List.of("\"b\", \"order\": 1", "\"c\"", "\"a\", \"order\": 1, \"color\": \"#AABBCC\"")) {
            org.as("sme", "{\"name\": " + tag + "}")
                    .post(product + "/tags")
                    .then()
                    .statusCode(201);
        }
        org.as("viewer")
                .get(product + "/tags")
                .then()
                .body("items.name", contains("c", "a", "b"))
                .body("items[1].color", is("#AABBCC"));
    }

    @Test
    void a_replaced_tag_loses_what_the_body_lacks() {
        var tag = org.as("sme", "{\"name\": \"Net\", \"color\": \"#1f6feb\", \"order\": 3}")
                .post(product + "/tags")
                .then()
                .extract()
                .header("Location");
        org.as("sme", "{\"name\": \"Net\"}")
                .put(tag)
                .then()
                .statusCode(200)
                .body("color", nullValue())
                .body("order", is(0));
    }

    @Test
    void faults_are_told_at_once() {
        org.as("sme", "{\"key\": \"\", \"level\": \"x\", \"id\": 1}")
                .post(product + "/releases")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/key", "/name", "/level", "/id"));
        org.as("sme", "{\"name\": \"" + "n".repeat(256) + "\", \"color\": \"#12345\", \"order\": 1000001}")
                .post(product + "/tags")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/name", "/color", "/order"));
        org.as("sme", "").post(product + "/outcomes").then().statusCode(400).body("errors.pointer", contains("/name"));
    }
}
