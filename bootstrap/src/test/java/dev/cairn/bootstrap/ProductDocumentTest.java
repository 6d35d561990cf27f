package dev.cairn.bootstrap;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.bootstrap.support.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Products as whole documents: made, given back, brought in again. */
@QuarkusTest
class ProductDocumentTest {
    private static final String SECURE_EDGE = """
            {"name": "Secure Edge", "description": "Cloud-delivered access security", "externalId": "sku-4711",
             "outcomes": [{"key": "zero-trust", "name": "Zero-trust access"}, {"key": "visibility", "name": "See all traffic"}],
             "releases": [{"key": "r1", "name": "2026.1", "level": 1.0}, {"key": "r2", "name": "2026.2", "level": 2.0}],
             "tags": [{"key": "net", "name": "Network", "color": "#1f6feb"}],
             "tasks": [
               {"key": "connect-idp", "name": "Connect the identity provider", "description": "…", "estMinutes": 90,
                "weight": 12.5, "sequenceNumber": 1, "priority": "HIGH", "licenseLevel": "ADVANTAGE",
                "outcomes": ["zero-trust"], "releases": ["r1"], "tags": ["net"],
                "howToDoc": ["https://docs.example.org/idp"], "howToVideo": [], "notes": "…",
                "telemetry": [
                  {"key": "idp-users", "name": "Provisioned users", "dataType": "NUMBER", "isRequired": true, "order": 1,
                   "successCriteria": {"type": "number_threshold", "operator": "greater_than_or_equal", "threshold": 100}},
                  {"name": "Odd", "dataType": "JSON", "isActive": false,
                   "successCriteria": {"type": "in", "path": "/a~1b", "values": [true, 1.50, "x"], "description": "Ünusual"}}]},
               {"name": "Inspect traffic", "weight": 30, "outcomes": ["visibility"]},
               {"name": "Inspect traffic", "weight": 7.25}]}""";

    private final Organisation org = Organisation.fresh();

    private ValidatableResponse created(String document) {
        return org.as("sme", document).post("/api/v1/products").then();
    }

    private String product(String document) {
        return created(document).statusCode(201).extract().header("Location");
    }

    private ValidatableResponse imported(String path, String document) {
        return org.as("sme", document).put(path).then();
    }

    private String export(String path) {
        return org.as("viewer")
                .get(path + "/export")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** A document of so many tasks, each with two definitions. */
    static String document(String name, int tasks) {
        var list = new JsonArray();
        for (int i = 0; i < tasks; i++) {
            list.add(new JsonObject()
                    .put("name", "Task " + i)
                    .put("weight", 1.25)
                    .put("outcomes", new JsonArray().add("o" + i % 5))
                    .put("telemetry", new JsonArray().add(definition("one")).add(definition("two"))));
        }
        var outcomes = new JsonArray();
        for (int i = 0; i < 5; i++) {
            outcomes.add(new JsonObject().put("key", "o" + i).put("name", "Outcome " + i));
        }
        return new JsonObject()
                .put("name", name)
                .put("outcomes", outcomes)
                .put("tasks", list)
                .encode();
    }

    private static JsonObject definition(String name) {
        return new JsonObject()
                .put("name", name)
                .put("dataType", "BOOLEAN")
                .put(
                        "successCriteria",
                        new JsonObject().put("type", "boolean_flag").put("expectedValue", true));
    }

    private static String weights(double... weights) {
        var tasks = new JsonArray();
        for (var weight : weights) {
            tasks.add(new JsonObject().put("name", "t" + tasks.size()).put("weight", weight));
        }
        return new JsonObject().put("name", "Weighty").put("tasks", tasks).encode();
    }

    @Test
    void the_answer_is_the_product_with_ids() {
        created(SECURE_EDGE)
                .statusCode(201)
                .body("version", is(1))
                .body("taskCount", is(3))
                .body("totalWeight", equalTo(49.75f))
                .body("outcomes.key", contains("zero-trust", "visibility"))
                .body("outcomes.id", hasSize(2))
                .body("releases.level", contains(1, 2))
                .body("tags[0].color", is("#1f6feb"))
                .body("tags[0].order", is(0))
                .body("tasks.key", contains("connect-idp", "inspect-traffic", "inspect-traffic-2"))
                .body("tasks.sequenceNumber", contains(1, 2, 3))
                .body("tasks[0].id", notNullValue())
                .body("tasks[0].weight", equalTo(12.5f))
                .body("tasks[0].priority", is("HIGH"))
                .body("tasks[0].licenseLevel", is("ADVANTAGE"))
                .body("tasks[0].outcomes.key", contains("zero-trust"))
                .body("tasks[0].outcomes[0].id", notNullValue())
                .body("tasks[0].releases.name", contains("2026.1"))
                .body("tasks[0].tags.name", contains("Network"))
                .body("tasks[0].howToVideo", hasSize(0))
                .body("tasks[0].telemetry.key", contains("odd", "idp-users"))
                .body("tasks[0].telemetry[1].isRequired", is(true))
                .body("tasks[0].telemetry[1].successCriteria.threshold", is(100))
                .body("tasks[0].telemetry[0].isActive", is(false))
                .body("tasks[0].telemetry[0].successCriteria.description", is("Ünusual"))
                .body("tasks[1].licenseLevel", is("ESSENTIAL"))
                .body("tasks[1].priority", nullValue())
                .body("tasks[1].estMinutes", is(0));
    }

    @Nested
    class AnExport {
        @Test
        void has_criteria_in_their_own_notation_whatever_they_were_written_in() {
            var path = product("""
                    {"name": "X", "tasks": [{"name": "t", "telemetry": [{"name": "a", "dataType": "NUMBER", "successCriteria":
                      {"operator": "AND", "conditions": [{"operator": ">=", "value": 100.0}, {"operator": "NE", "targetValue": "off", "path": ""}]}}]}]}""");
            var document = export(path);
            assertThatJson(document)
                    .inPath("$.tasks[0].telemetry[0].successCriteria")
                    .isEqualTo("""
                    {"type": "composite_and", "criteria": [
                      {"type": "number_threshold", "operator": "greater_than_or_equal", "threshold": 100},
                      {"type": "not", "criterion":
                        {"type": "string_match", "mode": "exact", "pattern": "off", "caseSensitive": true}}]}""");
            imported(path + "/import", document).statusCode(200).body("version", is(1));
        }

        @Test
        void has_the_imports_shape_keys_no_ids_no_figures() {
            assertThatJson(export(product(SECURE_EDGE))).isEqualTo("""
                    {"name": "Secure Edge", "description": "Cloud-delivered access security", "externalId": "sku-4711",
                     "outcomes": [{"key": "zero-trust", "name": "Zero-trust access"}, {"key": "visibility", "name": "See all traffic"}],
                     "releases": [{"key": "r1", "name": "2026.1", "level": 1}, {"key": "r2", "name": "2026.2", "level": 2}],
                     "tags": [{"key": "net", "name": "Network", "color": "#1f6feb", "order": 0}],
                     "tasks": [
                       {"key": "connect-idp", "name": "Connect the identity provider", "description": "…", "estMinutes": 90,
                        "weight": 12.50, "sequenceNumber": 1, "priority": "HIGH", "licenseLevel": "ADVANTAGE",
                        "outcomes": ["zero-trust"], "releases": ["r1"], "tags": ["net"],
                        "howToDoc": ["https://docs.example.org/idp"], "howToVideo": [], "notes": "…",
                        "telemetry": [
                          {"key": "odd", "name": "Odd", "dataType": "JSON", "isRequired": false, "order": 0, "isActive": false,
                           "successCriteria": {"type": "in", "path": "/a~1b", "values": [true, 1.5, "x"], "description": "Ünusual"}},
                          {"key": "idp-users", "name": "Provisioned users", "dataType": "NUMBER", "isRequired": true, "order": 1,
                           "isActive": true, "successCriteria":
                             {"type": "number_threshold", "operator": "greater_than_or_equal", "threshold": 100}}]},
                       {"key": "inspect-traffic", "name": "Inspect traffic", "estMinutes": 0, "weight": 30.00,
                        "sequenceNumber": 2, "licenseLevel": "ESSENTIAL", "outcomes": ["visibility"], "releases": [], "tags": [],
                        "howToDoc": [], "howToVideo": [], "telemetry": []},
                       {"key": "inspect-traffic-2", "name": "Inspect traffic", "estMinutes": 0, "weight": 7.25,
                        "sequenceNumber": 3, "licenseLevel": "ESSENTIAL", "outcomes": [], "releases": [], "tags": [],
                        "howToDoc": [], "howToVideo": [], "telemetry": []}]}""");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/import", "/import?prune=true"})
        void brought_in_again_changes_nothing(String road) {
            var path = product(SECURE_EDGE);
            var before = org.as("viewer").get(path).asString();
            var document = export(path);
            imported(path + road, document).statusCode(200).body("version", is(1));
            assertThatJson(org.as("viewer").get(path).asString()).isEqualTo(before);
            assertThatJson(export(path)).isEqualTo(document);
        }

        @Test
        void makes_the_same_product_in_another_organisation() {
            var document = export(product(SECURE_EDGE));
            var other = Organisation.fresh();
            var copy = other.as("sme", document)
                    .post("/api/v1/products")
                    .then()
                    .statusCode(201)
                    .extract()
                    .header("Location");
            assertThatJson(other.as("viewer").get(copy + "/export").asString()).isEqualTo(document);
        }
    }

    @Nested
    class AnImport {
        @Test
        void finds_parts_by_key_then_by_name_and_keeps_their_ids() {
            var path = product(SECURE_EDGE);
            var before = org.as("viewer").get(path).then().extract();
            imported(path + "/import", """
                    {"name": "Secure Edge",
                     "outcomes": [{"key": "zero-trust", "name": "Trust nobody"}, {"name": "SEE ALL TRAFFIC"}],
                     "tasks": [{"key": "connect-idp", "name": "Connect"}, {"key": "new-key", "name": "inspect TRAFFIC", "weight": 31}]}""")
                    .statusCode(200)
                    .body("version", is(2))
                    .body("outcomes.name", contains("Trust nobody", "SEE ALL TRAFFIC"))
                    .body("outcomes.id", is(before.<List<String>>path("outcomes.id")))
                    .body("outcomes.key", contains("zero-trust", "visibility"))
                    .body("tasks.id", is(before.<List<String>>path("tasks.id")))
                    .body("tasks.key", contains("connect-idp", "inspect-traffic", "inspect-traffic-2"))
                    .body("tasks.name", contains("Connect", "inspect TRAFFIC", "Inspect traffic"))
                    .body("tasks[0].estMinutes", is(90))
                    .body("tasks[0].telemetry", hasSize(2))
                    .body("tasks[1].weight", equalTo(31f));
        }

        @Test
        void leaves_alone_what_it_lacks() {
            var path = product(SECURE_EDGE);
            imported(path + "/import", "{\"name\": \"Edge\", \"tasks\": [{\"name\": \"New\", \"sequenceNumber\": 1}]}")
                    .statusCode(200)
                    .body("name", is("Edge"))
                    .body("description", is("Cloud-delivered access security"))
                    .body("tasks.key", contains("new", "connect-idp", "inspect-traffic", "inspect-traffic-2"))
                    .body("outcomes", hasSize(2));
        }

        @Test
        void pruned_leaves_nothing_else() {
            var path = product(SECURE_EDGE);
            var id = org.as("viewer").get(path).path("tasks[0].id");
            imported(path + "/import?prune=true", """
                    {"name": "Edge", "tasks": [{"key": "connect-idp", "name": "Connect"}]}""")
                    .statusCode(200)
                    .body("version", is(2))
                    .body("description", nullValue())
                    .body("externalId", nullValue())
                    .body("outcomes", hasSize(0))
                    .body("releases", hasSize(0))
                    .body("tags", hasSize(0))
                    .body("tasks.id", contains(id))
                    .body("tasks[0].weight", equalTo(0f))
                    .body("tasks[0].telemetry", hasSize(0));
        }

        @Test
        void says_less_of_an_empty_list_than_of_none() {
            var path = product(SECURE_EDGE);
            imported(path + "/import", """
                    {"name": "Secure Edge", "tasks": [{"key": "connect-idp", "name": "C", "outcomes": [], "tags": null}]}""")
                    .statusCode(200)
                    .body("tasks[0].outcomes", hasSize(0))
                    .body("tasks[0].releases", hasSize(1))
                    .body("tasks[0].tags", hasSize(1));
        }

        @Test
        void refuses_a_name_that_something_else_keeps() {
            var path = product(SECURE_EDGE);
            for (var kind :
                    List.of("outcomes:OUTCOME:Zero-trust access", "tags:TAG:Network", "releases:RELEASE:2026.1")) {
                var words = kind.split(":");
                var level = words[0].equals("releases") ? ", \"level\": 3" : "";
                // The first entry takes the present one by its key, and the second then has to be a newcomer.
                imported(path + "/import", """
                        {"name": "Secure Edge", "%s": [{"key": "fresh-1", "name": "Fresh"%s}, {"key": "fresh-2", "name": "Fresh"%s}]}""".formatted(words[0], level, level))
                        .statusCode(400)
                        .body("errors[0].pointer", is("/" + words[0] + "/1/name"))
                        .body("errors[0].code", is("DUPLICATE"));
            }
            imported(path + "/import", """
                    {"name": "Secure Edge", "outcomes": [{"key": "visibility", "name": "zero-TRUST access"}]}""")
                    .statusCode(409)
                    .body("code", is("OUTCOME_NAME_EXISTS"))
                    .body("errors[0].pointer", is("/outcomes/0/name"));
            imported(path + "/import", """
                    {"name": "Secure Edge", "releases": [{"key": "r2", "name": "2026.1", "level": 2}]}""")
                    .statusCode(409)
                    .body("code", is("RELEASE_NAME_EXISTS"))
                    .body("errors[0].pointer", is("/releases/0/name"));
            imported(path + "/import", """
                    {"name": "Secure Edge", "tasks": [{"key": "connect-idp", "name": "C", "telemetry":
                      [{"key": "odd", "name": "Provisioned users", "dataType": "JSON"}]}]}""")
                    .statusCode(409)
                    .body("code", is("TELEMETRY_NAME_EXISTS"))
                    .body("errors[0].pointer", is("/tasks/0/telemetry/0/name"));
            org.as("sme", "{\"name\": \"Storage\"}").post(path + "/tags").then().statusCode(201);
            imported(
                            path + "/import",
                            "{\"name\": \"Secure Edge\", \"tags\": [{\"key\": \"net\", \"name\": \"STORAGE\"}]}")
                    .statusCode(409)
                    .body("code", is("TAG_NAME_EXISTS"));
            org.as("viewer").get(path).then().body("version", is(2));
        }

        @Test
        void may_swap_names_and_places() {
            var path = product(SECURE_EDGE);
            imported(path + "/import", """
                    {"name": "Secure Edge",
                     "outcomes": [{"key": "zero-trust", "name": "See all traffic"}, {"key": "visibility", "name": "Zero-trust access"}],
                     "tasks": [{"key": "inspect-traffic-2", "name": "a", "sequenceNumber": 1},
                               {"key": "connect-idp", "name": "b", "sequenceNumber": 3}]}""")
                    .statusCode(200)
                    .body("outcomes.name", contains("See all traffic", "Zero-trust access"))
                    .body("tasks.key", contains("inspect-traffic-2", "inspect-traffic", "connect-idp"))
                    .body("version", is(2));
        }

        @Test
        void may_not_take_the_name_of_another_product() {
            product("{\"name\": \"Other\"}");
            imported(product(SECURE_EDGE) + "/import", "{\"name\": \"OTHER\"}")
                    .statusCode(409)
                    .body("code", is("PRODUCT_NAME_EXISTS"));
        }

        @Test
        void of_sixty_tasks_is_one_change() {
            var path = product("{\"name\": \"Large\"}");
            imported(path + "/import", document("Large", 60))
                    .statusCode(200)
                    .body("version", is(2))
                    .body("taskCount", is(60))
                    .body("totalWeight", equalTo(75f))
                    .body("tasks[59].telemetry", hasSize(2));
        }

        @Test
        void into_no_product_finds_none() {
            imported("/api/v1/products/7/import", SECURE_EDGE).statusCode(404).body("code", is("PRODUCT_NOT_FOUND"));
        }
    }

    @Nested
    class Weights {
        @Test
        void above_a_hundred_are_refused() {
            created(weights(60, 40.01))
                    .statusCode(422)
                    .body("code", is("TOTAL_WEIGHT_EXCEEDED"))
                    .body("detail", containsString("100.01"));
            var path = product(weights(60, 40));
            imported(path + "/import", weights(60, 40.01)).statusCode(422).body("code", is("TOTAL_WEIGHT_EXCEEDED"));
            org.as("viewer").get(path).then().body("version", is(1)).body("totalWeight", equalTo(100f));
        }

        @Test
        void are_scaled_to_a_hundred_when_asked() {
            org.as("sme", weights(40, 30, 11.5))
                    .post("/api/v1/products?weights=normalize")
                    .then()
                    .statusCode(201)
                    .body("weightsNormalizedFrom", equalTo(81.5f))
                    .body("totalWeight", equalTo(100f))
                    .body("tasks.weight", contains(49.08f, 36.81f, 14.11f));
        }

        @Test
        void scaled_by_an_import_say_so_too_and_only_there() {
            var path = product("{\"name\": \"Weighty\"}");
            imported(path + "/import?weights=normalize", weights(100, 100, 100))
                    .statusCode(200)
                    .body("weightsNormalizedFrom", equalTo(300f))
                    .body("tasks.weight", contains(33.34f, 33.33f, 33.33f));
            org.as("viewer").get(path).then().body("weightsNormalizedFrom", nullValue());
            imported(path + "/import?weights=normalize", export(path))
                    .statusCode(200)
                    .body("weightsNormalizedFrom", equalTo(100f))
                    .body("version", is(2));
        }

        @Test
        void of_nothing_are_left_alone() {
            org.as("sme", weights(0, 0))
                    .post("/api/v1/products?weights=normalize")
                    .then()
                    .statusCode(201)
                    .body("weightsNormalizedFrom", nullValue())
                    .body("totalWeight", equalTo(0f));
        }
    }

    @Nested
    class AFault {
        @Test
        void is_told_with_all_others_at_once() {
            created("""
                    {"name": " ", "description": 7, "version": 3, "externalId": "",
                     "outcomes": [{"key": "a", "name": "One"}, {"key": "a", "name": "ONE"}, "two", {"name": "Three", "id": "x"}],
                     "releases": [{"name": "2026"}, {"name": "2027", "level": -1}, {"name": "2028", "level": "high"}],
                     "tags": [{"name": "Net", "color": "blue", "order": -1}],
                     "tasks": [
                       {"key": "x", "name": "ok", "sequenceNumber": 1},
                       {"key": "x", "sequenceNumber": 1, "estMinutes": -1, "weight": 100.001, "priority": "URGENT"},
                       {"name": "t", "estMinutes": 1.5, "licenseLevel": 1, "outcomes": ["a", 7, "a"], "howToDoc": [7, "ftp://x"]},
                       {"name": "u", "weight": "heavy", "notes": [], "telemetry": [
                         {"name": "m", "dataType": "COLOUR", "isRequired": "yes", "successCriteria": "none", "order": 2.5},
                         {"name": "M", "dataType": "JSON", "isMet": true}]}]}""")
                    .statusCode(400)
                    .body("code", is("VALIDATION_ERROR"))
                    .body(
                            "errors.pointer",
                            containsInAnyOrder(
                                    "/name",
                                    "/description",
                                    "/version",
                                    "/externalId",
                                    "/outcomes/1/key",
                                    "/outcomes/1/name",
                                    "/outcomes/2",
                                    "/outcomes/2/name",
                                    "/outcomes/3/id",
                                    "/releases/0/level",
                                    "/releases/1/level",
                                    "/releases/2/level",
                                    "/tags/0/color",
                                    "/tags/0/order",
                                    "/tasks/1/key",
                                    "/tasks/1/name",
                                    "/tasks/1/sequenceNumber",
                                    "/tasks/1/estMinutes",
                                    "/tasks/1/weight",
                                    "/tasks/1/priority",
                                    "/tasks/2/estMinutes",
                                    "/tasks/2/licenseLevel",
                                    "/tasks/2/outcomes/1",
                                    "/tasks/2/outcomes/2",
                                    "/tasks/2/howToDoc/0",
                                    "/tasks/2/howToDoc/1",
                                    "/tasks/3/weight",
                                    "/tasks/3/notes",
                                    "/tasks/3/telemetry/0/dataType",
                                    "/tasks/3/telemetry/0/isRequired",
                                    "/tasks/3/telemetry/0/successCriteria",
                                    "/tasks/3/telemetry/0/order",
                                    "/tasks/3/telemetry/1/name",
                                    "/tasks/3/telemetry/1/isMet"));
        }

        @Test
        void of_a_reference_names_its_place() {
            created("""
                    {"name": "X", "outcomes": [{"key": "a", "name": "A"}],
                     "tasks": [{"name": "t", "outcomes": ["a", "b"], "releases": ["r"], "tags": ["01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01"]}]}""")
                    .statusCode(400)
                    .body("errors.pointer", contains("/tasks/0/outcomes/1", "/tasks/0/releases/0", "/tasks/0/tags/0"))
                    .body("errors.code", contains("REFERENCE", "REFERENCE", "REFERENCE"));
        }

        @Test
        void of_criteria_has_a_code_of_its_own() {
            created("""
                    {"name": "X", "tasks": [{"name": "t", "telemetry":
                      [{"name": "a", "dataType": "NUMBER", "isActive": false}, {"name": "b", "dataType": "NUMBER"}]}]}""")
                    .statusCode(422)
                    .body("code", is("INVALID_CRITERIA"))
                    .body("errors.pointer", contains("/tasks/0/telemetry/1/successCriteria"));
        }

        @Test
        void inside_criteria_is_told_with_its_place_active_or_not() {
            created("""
                    {"name": "X", "tasks": [{"name": "s"}, {"name": "t", "telemetry": [
                      {"name": "a", "dataType": "NUMBER", "isActive": false, "successCriteria":
                        {"type": "composite_and", "criteria": [{"type": "exists"}, {"type": "number_threshold", "operator": ">", "threshold": "x"}]}},
                      {"name": "b", "dataType": "STRING", "successCriteria": {"type": "string_match", "mode": "regex", "pattern": "((a{1000}){1000}){1000}"}}]}]}""")
                    .statusCode(422)
                    .body("code", is("INVALID_CRITERIA"))
                    .body(
                            "errors.pointer",
                            contains(
                                    "/tasks/1/telemetry/0/successCriteria/criteria/1/operator",
                                    "/tasks/1/telemetry/0/successCriteria/criteria/1/threshold",
                                    "/tasks/1/telemetry/1/successCriteria/pattern"))
                    .body("errors.code", contains("ENUM", "TYPE", "FORMAT"));
        }

        @Test
        void of_form_goes_before_those_of_criteria() {
            created("""
                    {"name": "", "tasks": [{"name": "t", "telemetry":
                      [{"name": "a", "dataType": "NUMBER", "successCriteria": {"type": "odd"}}]}]}""").statusCode(400).body("errors.pointer", contains("/name"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "[]", "7", "\"x\"", "null", "{}"})
        void of_the_whole_is_no_accident(String body) {
            created(body).statusCode(400).body("code", is("VALIDATION_ERROR"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"name\": \"a\\u0000b\"}|/name",
                    "{\"name\": \"a\\ud800b\"}|/name",
                    "{\"name\": \"X\", \"tasks\": [{\"name\": \"t\", \"weight\": 1e999999999}]}|/tasks/0/weight",
                    "{\"name\": \"X\", \"tasks\": [{\"name\": \"t\", \"weight\": 1e-999999999}]}|/tasks/0/weight",
                    "{\"name\": \"X\", \"tasks\": [{\"name\": \"t\", \"estMinutes\": 2147483648}]}|/tasks/0/estMinutes",
                    "{\"name\": \"X\", \"tasks\": [{\"name\": \"t\", \"sequenceNumber\": 0}]}|/tasks/0/sequenceNumber",
                    "{\"name\": \"X\", \"releases\": [{\"name\": \"r\", \"level\": 1e400}]}|/releases/0/level",
                    "{\"name\": \"X\", \"releases\": [{\"name\": \"r\", \"level\": 0.00001}]}|/releases/0/level",
                    "{\"name\": \"X\", \"tasks\": [{\"name\": \"t\", \"tags\": [\"\\u0000\"]}]}|/tasks/0/tags/0",
                    "{\"name\": \"X\", \"tasks\": {}}|/tasks",
                    "{\"name\": \"X\", \"tasks\": [null]}|/tasks/0"
                })
        void is_what_no_database_could_keep(String body, String pointer) {
            created(body)
                    .statusCode(400)
                    .body("code", is("VALIDATION_ERROR"))
                    .body("errors.pointer", hasItems(pointer));
        }

        @Test
        void inside_criteria_is_found_too() {
            created("""
                    {"name": "X", "tasks": [{"name": "t", "telemetry": [{"name": "a", "dataType": "NUMBER",
                     "successCriteria": {"threshold": 1e999999999, "text": "\\u0000"}}]}]}""")
                    .statusCode(400)
                    .body(
                            "errors.pointer",
                            containsInAnyOrder(
                                    "/tasks/0/telemetry/0/successCriteria/threshold",
                                    "/tasks/0/telemetry/0/successCriteria/text"));
        }

        @Test
        void is_a_list_beyond_its_limit() {
            created(document("X", 1001)).statusCode(400).body("errors.pointer", contains("/tasks"));
        }

        @Test
        void a_million_times_over_is_told_a_thousand_times() {
            var body = new StringBuilder("{\"name\": \"X\"");
            for (int i = 0; i < 200_000; i++) {
                body.append(",\"p").append(i).append("\":1");
            }
            created(body.append('}').toString()).statusCode(400).body("errors", hasSize(1000));
        }
    }

    @Test
    void a_document_may_have_ten_mebibytes_and_a_byte_more_is_too_many() {
        var path = product("{\"name\": \"Big\"}");
        var empty = "{\"name\": \"Big\", \"description\": \"\"}";
        var most = "x".repeat(10 * 1024 * 1024 - empty.length());
        imported(path + "/import", empty.replace("\"\"", "\"" + most + "\""))
                .statusCode(400)
                .body("errors.pointer", contains("/description"));
        imported(path + "/import", empty.replace("\"\"", "\"" + most + "x\""))
                .statusCode(413)
                .body("code", is("PAYLOAD_TOO_LARGE"));
    }

    @Test
    void a_product_as_large_as_can_be_comes_and_goes() {
        var path = product(document("Large", 60).replace("1.25", "0"));
        var document = new JsonObject(export(path));
        assertThat(document.getJsonArray("tasks")).hasSize(60);
        imported(path + "/import?prune=true", "{\"name\": \"Large\"}")
                .statusCode(200)
                .body("taskCount", is(0));
        imported(path + "/import", document.encode())
                .statusCode(200)
                .body("taskCount", is(60))
                .body("version", is(3));
    }
}
