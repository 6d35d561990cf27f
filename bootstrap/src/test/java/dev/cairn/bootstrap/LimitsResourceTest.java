package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.cairn.bootstrap.support.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is published holds: each figure is tried, from both sides where that is possible. */
@QuarkusTest
class LimitsResourceTest {
    private static final String LIMITS = "/api/v1/limits";
    private static final String CUSTOMERS = "/api/v1/customers";

    private final Organisation org = Organisation.fresh();

    private JsonPath limits() {
        return org.as("viewer").get(LIMITS).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void whoever_belongs_to_an_organisation_may_read_them_and_nobody_else() {
        org.as("viewer", Map.of("roles", "GUEST")).get(LIMITS).then().statusCode(200);
        refused(given().get(LIMITS), 401, "UNAUTHENTICATED");
        refused(org.as("viewer", Map.of("org_id", "")).get(LIMITS), 403, "FORBIDDEN");
        refused(org.as("viewer").get(LIMITS + "?all=true"), 400, "VALIDATION_ERROR");
    }

    @Test
    void a_page_holds_as_many_as_published_and_the_refusal_names_it() {
        var max = limits().getInt("page.max");
        org.as("css").get(CUSTOMERS + "?limit=" + max).then().statusCode(200);
        refused(org.as("css").get(CUSTOMERS + "?limit=" + (max + 1)), 400, "VALIDATION_ERROR")
                .body("errors[0].message", containsString(String.valueOf(max)));
    }

    @Test
    void a_body_holds_as_many_bytes_and_levels_as_published_and_the_refusal_names_it() {
        var bytes = limits().getInt("body.bytes");
        refused(org.as("css", " ".repeat(bytes)).post(CUSTOMERS), 400, "VALIDATION_ERROR");
        refused(org.as("css", " ".repeat(bytes + 1)).post(CUSTOMERS), 413, "PAYLOAD_TOO_LARGE")
                .body("detail", containsString(String.valueOf(bytes)));
        var document = limits().getInt("body.documentBytes");
        refused(org.as("sme", " ".repeat(document + 1)).put("/api/v1/products/7/import"), 413, "PAYLOAD_TOO_LARGE")
                .body("detail", containsString(String.valueOf(document)));
        refused(
                        org.as("css")
                                .contentType("text/csv")
                                .body(new byte[document + 1])
                                .post("/api/v1/adoption-plans/7/telemetry/spreadsheet"),
                        413,
                        "PAYLOAD_TOO_LARGE")
                .body("detail", containsString(String.valueOf(document)));
        var levels = limits().getInt("body.levels");
        refused(org.as("css", nested(levels)).post(CUSTOMERS), 400, "VALIDATION_ERROR");
        refused(org.as("css", nested(levels + 1)).post(CUSTOMERS), 400, "MALFORMED_REQUEST")
                .body("detail", containsString(levels + " levels"));
    }

    private static String nested(int levels) {
        return "{\"name\": " + "[".repeat(levels - 1) + "]".repeat(levels - 1) + "}";
    }

    @Test
    void lists_hold_as_many_members_as_published_and_the_refusal_names_it() {
        var tags = limits().getInt("lists.customerTags");
        org.as("css", tagged(tags)).post(CUSTOMERS).then().statusCode(201);
        refused(org.as("css", tagged(tags + 1)).post(CUSTOMERS), 400, "VALIDATION_ERROR")
                .body("errors[0].message", containsString(String.valueOf(tags)));
    }

    @Test
    void a_batch_of_telemetry_holds_as_many_values_as_published_and_the_refusal_names_it() {
        var max = limits().getInt("batch.telemetryValues");
        var row = "{\"attributeId\": \"7\", \"value\": 1}";
        org.as("css", batch(row, max))
                .post("/api/v1/telemetry/values")
                .then()
                .statusCode(200)
                .body("failed.size()", is(max));
        refused(org.as("css", batch(row, max + 1)).post("/api/v1/telemetry/values"), 400, "VALIDATION_ERROR")
                .body("errors[0].message", containsString(String.valueOf(max)));
    }

    @Test
    void a_roll_out_names_as_many_customers_as_published_and_the_refusal_names_it() {
        var max = limits().getInt("batch.rollOutCustomers");
        var path = "/api/v1/products/7/roll-out";
        refused(org.as("css", customers(max)).post(path), 404, "PRODUCT_NOT_FOUND");
        refused(org.as("css", customers(max + 1)).post(path), 400, "VALIDATION_ERROR")
                .body("errors[0].message", containsString(String.valueOf(max)));
    }

    private static String customers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"c" + i + "\"")
                .collect(Collectors.joining(", ", "{\"customerIds\": [", "]}"));
    }

    private static String batch(String row, int rows) {
        return "{\"values\": [" + String.join(", ", java.util.Collections.nCopies(rows, row)) + "]}";
    }

    private static String tagged(int tags) {
        return "{\"name\": \"Tagged " + tags + "\", \"tags\": "
                + IntStream.range(0, tags).mapToObj(i -> "\"t" + i + "\"").collect(Collectors.joining(", ", "[", "]"))
                + "}";
    }

    @Test
    void the_rate_is_the_one_that_holds_for_the_organisation_of_the_token() {
        org.as("viewer")
                .get(LIMITS)
                .then()
                .body("rate.enabled", is(false))
                .body("rate.client.requests", is(6_000))
                .body("rate.client.seconds", is(60))
                .body("rate.organisation.requests", is(18_000));
        Organisation.named("agreed")
                .as("sme")
                .get(LIMITS)
                .then()
                .body("rate.enabled", is(true))
                .body("rate.organisation.requests", is(30))
                .body("rate.organisation.seconds", is(3_600))
                .body("rate.client.requests", is(6_000));
    }
}
