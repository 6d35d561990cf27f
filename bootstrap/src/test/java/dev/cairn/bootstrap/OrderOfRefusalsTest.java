package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import dev.cairn.bootstrap.support.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each test has two things wrong at once and asks which of them is told. */
@QuarkusTest
class OrderOfRefusalsTest {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String FINE = "{\"name\": \"Fine\"}";
    private static final String FAULTY = "{\"shoeSize\": 7}";
    private static final String MALFORMED = "{\"name\": ";
    private static final String NOWHERE = CUSTOMERS + "/01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01";

    private final Organisation org = Organisation.fresh();

    private RequestSpecification raw(String who, String type, String body) {
        return org.as(who).contentType(type).body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String large() {
        return "{\"name\": \"" + "x".repeat(1 << 20) + "\"}";
    }

    @Test
    void no_token_before_an_unknown_path_a_wrong_method_and_a_wrong_type() {
        refused(given().get("/api/v1/nothing"), 401, "UNAUTHENTICATED");
        refused(given().patch(CUSTOMERS), 401, "UNAUTHENTICATED");
        refused(given().contentType(ContentType.TEXT).body("x").post(CUSTOMERS), 401, "UNAUTHENTICATED");
        refused(given().contentType(ContentType.JSON).body(MALFORMED).post(CUSTOMERS), 401, "UNAUTHENTICATED");
    }

    @Test
    void no_organisation_before_an_unknown_path() {
        refused(org.as("admin", Map.of("org_id", "")).get("/api/v1/nothing"), 403, "FORBIDDEN");
    }

    @Test
    void a_wrong_method_names_the_right_ones() {
        refused(org.as("viewer").patch(CUSTOMERS), 405, "METHOD_NOT_ALLOWED")
                .header("Allow", is("GET, HEAD, OPTIONS, POST"));
        refused(org.as("viewer").post(NOWHERE), 405, "METHOD_NOT_ALLOWED")
                .header("Allow", is("DELETE, GET, HEAD, OPTIONS, PATCH, PUT"));
        refused(org.as("viewer").get(NOWHERE + "/suspend"), 405, "METHOD_NOT_ALLOWED")
                .header("Allow", is("OPTIONS, POST"));
    }

    @Test
    void a_wrong_method_before_what_cannot_be_accepted_and_a_wrong_type() {
        refused(org.as("admin").accept("text/html").patch(CUSTOMERS), 405, "METHOD_NOT_ALLOWED");
        refused(raw("admin", "text/plain", "x").patch(CUSTOMERS), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void what_cannot_be_accepted_before_a_missing_right_and_a_missing_row() {
        refused(org.as("viewer").accept("text/html").get(NOWHERE), 406, "NOT_ACCEPTABLE");
        refused(org.as("viewer").accept("application/xml").delete(NOWHERE), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void a_wrong_type_before_a_size_a_form_and_a_right() {
        refused(raw("viewer", "text/plain", large()).post(CUSTOMERS), 415, "UNSUPPORTED_MEDIA_TYPE");
        refused(raw("viewer", "application/xml", MALFORMED).post(CUSTOMERS), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void a_size_before_a_form_and_a_right() {
        refused(raw("viewer", "application/json", large()).post(CUSTOMERS), 413, "PAYLOAD_TOO_LARGE");
        refused(raw("admin", "application/json", "[".repeat((1 << 20) + 1)).post(CUSTOMERS), 413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void what_cannot_be_read_before_a_missing_right() {
        refused(raw("viewer", "application/json", MALFORMED).post(CUSTOMERS), 400, "MALFORMED_REQUEST");
        refused(raw("viewer", "application/json", MALFORMED).put(NOWHERE), 400, "MALFORMED_REQUEST");
    }

    @Test
    void a_missing_right_before_a_fault_and_a_missing_row() {
        refused(org.as("viewer", FAULTY).post(CUSTOMERS), 403, "FORBIDDEN");
        refused(org.as("viewer", FINE).put(NOWHERE), 403, "FORBIDDEN");
        refused(org.as("css").delete(NOWHERE), 403, "FORBIDDEN");
        refused(org.as("css", "{}").post(NOWHERE + "/suspend"), 403, "FORBIDDEN");
    }

    @Test
    void a_fault_before_a_missing_row() {
        refused(org.as("css", FAULTY).put(NOWHERE), 400, "VALIDATION_ERROR");
        refused(org.as("css", FAULTY).put(CUSTOMERS + "/odd"), 400, "VALIDATION_ERROR");
        refused(org.as("css", FINE).put(NOWHERE), 404, "CUSTOMER_NOT_FOUND");
        refused(org.as("css", FINE).put(CUSTOMERS + "/odd"), 404, "CUSTOMER_NOT_FOUND");
    }

    @Test
    void all_faults_at_once_and_not_one_after_the_other() {
        refused(org.as("css", FAULTY).post(CUSTOMERS), 400, "VALIDATION_ERROR")
                .body("errors.pointer", containsInAnyOrder("/name", "/shoeSize"));
    }

    @Test
    void a_row_that_is_not_seen_before_a_closed_account() {
        var id = org.customer("{\"name\": \"Theirs\", \"lifecycleStage\": \"ACTIVE\"}");
        suspend(id);
        refused(org.as("user", FINE).put(CUSTOMERS + "/" + id), 404, "CUSTOMER_NOT_FOUND");
    }

    @Test
    void a_row_that_cannot_be_written_before_a_closed_account() {
        var id = org.customer("{\"name\": \"Lead\", \"lifecycleStage\": \"LEAD\"}");
        suspend(id);
        refused(org.as("sales", FINE).put(CUSTOMERS + "/" + id), 403, "FORBIDDEN");
    }

    @Test
    void a_closed_account_before_a_conflict_and_a_rule() {
        org.customer("{\"name\": \"Taken\"}");
        var id = org.customer("{\"name\": \"Mine\"}");
        suspend(id);
        refused(org.as("css", "{\"name\": \"TAKEN\"}").put(CUSTOMERS + "/" + id), 423, "CUSTOMER_SUSPENDED");
        refused(
                org.as("css", "{\"reason\": \"CHURNED\"}").post(CUSTOMERS + "/" + id + "/lifecycle"),
                423,
                "CUSTOMER_SUSPENDED");
    }

    @Test
    void a_list_says_a_missing_right_before_a_fault_of_the_query() {
        refused(org.as("admin", Map.of("roles", "GUEST")).get(CUSTOMERS + "?limit=0"), 403, "FORBIDDEN");
        refused(org.as("admin").get(CUSTOMERS + "?limit=0"), 400, "VALIDATION_ERROR");
    }

    private void suspend(String id) {
        org.as("admin", "{\"reasonCode\": \"OTHER\"}")
                .post(CUSTOMERS + "/" + id + "/suspend")
                .then()
                .statusCode(200);
    }
}
