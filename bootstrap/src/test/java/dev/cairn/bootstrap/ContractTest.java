package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.bootstrap.support.Contract;
import dev.cairn.bootstrap.support.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is checked of every answer in the tests of the API bites: here it gets answers that the service never gives. */
@QuarkusTest
class ContractTest {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json;charset=UTF-8");
    private static final Map<String, String> PROBLEM = Map.of("Content-Type", "application/problem+json");

    private final Organisation org = Organisation.fresh();
    private JsonObject customer;
    private JsonObject refusal;

    @BeforeEach
    void a_true_answer_and_a_true_refusal() {
        var id = org.customer("{\"name\": \"Acme\"}");
        customer = new JsonObject(org.as("css").get(CUSTOMERS + "/" + id).asString());
        refusal = new JsonObject(org.as("css").get(CUSTOMERS + "/" + id + "0").asString());
    }

    private static List<String> faults(String method, int status, Map<String, String> headers, String body) {
        var path = CUSTOMERS + (method.equals("POST") ? "" : "/x");
        return faults(method, path, status, headers, body);
    }

    private static List<String> faults(
            String method, String path, int status, Map<String, String> headers, String body) {
        var tagged = new HashMap<>(headers);
        tagged.putIfAbsent("ETag", "\"1\"");
        return ofAnswer(method, path, status, tagged, body);
    }

    private static List<String> ofAnswer(
            String method, String path, int status, Map<String, String> headers, String body) {
        return Contract.served()
                .faults(new Contract.Answer(
                        method, path, status, name -> Optional.ofNullable(headers.get(name)), body));
    }

    @Test
    void what_the_service_answers_has_no_fault() {
        assertThat(faults("GET", 200, JSON, customer.encode())).isEmpty();
        assertThat(faults("GET", 404, PROBLEM, refusal.encode())).isEmpty();
    }

    @Test
    void a_status_that_is_not_declared() {
        assertThat(faults("GET", 202, JSON, customer.encode())).hasSize(1);
        assertThat(faults("GET", 409, PROBLEM, refusal.put("status", 409).encode()))
                .hasSize(1);
    }

    @Test
    void a_code_that_is_not_declared_for_the_operation() {
        var faults = faults(
                "GET", 404, PROBLEM, refusal.put("code", "TASK_NOT_FOUND").encode());
        assertThat(faults).singleElement().asString().contains("TASK_NOT_FOUND");
    }

    @Test
    void a_body_of_another_shape() {
        assertThat(faults("GET", 200, JSON, customer.copy().putNull("code").encode()))
                .isNotEmpty();
        assertThat(faults("GET", 200, JSON, customer.copy().put("version", "1").encode()))
                .isNotEmpty();
        assertThat(faults("GET", 200, JSON, customer.copy().put("id", "1").encode()))
                .isNotEmpty();
        assertThat(faults(
                        "GET",
                        200,
                        JSON,
                        customer.copy().put("createdAt", "yesterday").encode()))
                .isNotEmpty();
        assertThat(faults("GET", 200, JSON, customer.copy().put("type", "GUILD").encode()))
                .isNotEmpty();
        assertThat(faults("GET", 200, JSON, without("name").encode())).isNotEmpty();
        assertThat(faults("GET", 200, JSON, "")).isNotEmpty();
        assertThat(faults("GET", 200, JSON, "{")).isNotEmpty();
    }

    private JsonObject without(String name) {
        var smaller = customer.copy();
        smaller.remove(name);
        return smaller;
    }

    @Test
    void a_property_that_nobody_described() {
        assertThat(faults("GET", 200, JSON, customer.put("shoeSize", 7).encode()))
                .hasSize(1);
    }

    @Test
    void another_media_type_and_none() {
        assertThat(faults("GET", 200, PROBLEM, customer.encode())).hasSize(1);
        assertThat(faults("GET", 200, Map.of(), customer.encode())).hasSize(1);
    }

    @Test
    void a_header_that_was_promised() {
        assertThat(faults("POST", 201, JSON, customer.encode())).containsExactly("the header Location is missing");
        assertThat(ofAnswer("GET", CUSTOMERS + "/x", 200, JSON, customer.encode()))
                .containsExactly("the header ETag is missing");
    }

    @Test
    void a_body_where_none_is_declared() {
        assertThat(faults("DELETE", 204, Map.of(), "{}")).hasSize(1);
        assertThat(faults("DELETE", 204, Map.of(), "")).isEmpty();
    }

    @Test
    void a_path_that_nobody_described_is_only_refused_and_with_a_problem() {
        assertThat(faults("GET", "/api/v1/nothing", 200, JSON, "{}")).hasSize(1);
        assertThat(faults("GET", "/api/v1/nothing", 404, JSON, "{}")).isNotEmpty();
        assertThat(faults("GET", "/api/v1/nothing", 404, PROBLEM, refusal.encode()))
                .isEmpty();
    }

    @Test
    void no_request_of_a_test_goes_without() {
        assertThatThrownBy(() -> org.as("css")
                        .filter((request, spec, context) -> {
                            var answer = context.next(request, spec);
                            return new io.restassured.builder.ResponseBuilder()
                                    .clone(answer)
                                    .setStatusCode(202)
                                    .build();
                        })
                        .get(CUSTOMERS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("does not declare the status 202");
    }
}
