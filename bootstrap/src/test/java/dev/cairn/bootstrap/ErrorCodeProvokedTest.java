package dev.cairn.bootstrap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Outage;
import dev.cairn.bootstrap.support.Problems;
import dev.cairn.bootstrap.support.World;
import dev.cairn.domain.shared.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every no that the service can say is heard here once, through the API. A new code without a provocation fails. */
@QuarkusTest
class ErrorCodeProvokedTest {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String PRODUCTS = "/api/v1/products";
    private static final String SOLUTIONS = "/api/v1/solutions";

    private interface Provocation {
        Response provoke() throws SQLException;
    }

    private final Organisation org = Organisation.fresh();
    private final Map<ErrorCode, Provocation> provocations = new EnumMap<>(ErrorCode.class);

    ErrorCodeProvokedTest() {
        ofTheRoad();
        ofCustomers();
        ofProducts();
        ofAdoption();
        ofSolutions();
    }

    private void ofTheRoad() {
        on(ErrorCode.MALFORMED_REQUEST, () -> org.as("css", "{").post(CUSTOMERS));
        on(ErrorCode.VALIDATION_ERROR, () -> org.as("css", "{}").post(CUSTOMERS));
        on(ErrorCode.UNAUTHENTICATED, () -> given().get(CUSTOMERS));
        on(ErrorCode.FORBIDDEN, () -> org.as("viewer", "{}").post(CUSTOMERS));
        on(ErrorCode.NOT_FOUND, () -> org.as("css").get("/api/v1/nothing"));
        on(ErrorCode.METHOD_NOT_ALLOWED, () -> org.as("css").patch(CUSTOMERS));
        on(ErrorCode.NOT_ACCEPTABLE, () -> org.as("css").accept("text/html").get(CUSTOMERS));
        on(
                ErrorCode.PAYLOAD_TOO_LARGE,
                () -> org.as("css", "[" + " ".repeat(1 << 20)).post(CUSTOMERS));
        on(
                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                () -> org.as("css").contentType("text/plain").body("x").post(CUSTOMERS));
        on(
                ErrorCode.VERSION_CONFLICT,
                () -> org.as("css", "{\"name\": \"x\"}")
                        .header("If-Match", "\"2\"")
                        .put(CUSTOMERS + "/" + org.customer("{\"name\": \"Moved on\"}")));
        on(ErrorCode.IF_MATCH_REQUIRED, () -> {
            var strict = Organisation.named("strict");
            var customer = strict.customer("{\"name\": \"Strict " + System.nanoTime() + "\"}");
            return strict.as("admin").delete(CUSTOMERS + "/" + customer);
        });
        on(ErrorCode.IDEMPOTENCY_KEY_REUSED, () -> {
            keyed("{\"name\": \"First\"}").then().statusCode(201);
            return keyed("{\"name\": \"Second\"}");
        });
        on(ErrorCode.IDEMPOTENCY_KEY_IN_USE, this::whileTheSameRequestIsAtWork);
        on(ErrorCode.RATE_LIMITED, () -> {
            var hurried = Organisation.named("hurried");
            hurried.as("css").get(CUSTOMERS);
            return hurried.as("css").get(CUSTOMERS);
        });
        on(ErrorCode.INTERNAL_ERROR, this::whileTheDatabaseSaysWhatNobodyForesaw);
        on(ErrorCode.UNAVAILABLE, () -> Outage.ofConnections(() -> org.as("css").get(CUSTOMERS)));
    }

    private void ofCustomers() {
        var full = "{\"name\": \"Acme\", \"email\": \"a@b.example\", \"code\": \"A1\", \"externalId\": \"e\"}";
        on(ErrorCode.CUSTOMER_NOT_FOUND, () -> org.as("css").get(CUSTOMERS + "/" + World.NOWHERE));
        on(ErrorCode.CUSTOMER_NAME_EXISTS, () -> second(full, "{\"name\": \"ACME\"}"));
        on(ErrorCode.CUSTOMER_EMAIL_EXISTS, () -> second(full, "{\"name\": \"x\", \"email\": \"A@b.example\"}"));
        on(ErrorCode.CUSTOMER_CODE_EXISTS, () -> second(full, "{\"name\": \"x\", \"code\": \"a1\"}"));
        on(ErrorCode.EXTERNAL_ID_EXISTS, () -> second(full, "{\"name\": \"x\", \"externalId\": \"e\"}"));
        on(
                ErrorCode.INVALID_STATUS_TRANSITION,
                () -> org.as("css", "{\"reason\": \"CHURNED\"}")
                        .post(CUSTOMERS + "/" + org.customer(full) + "/lifecycle"));
        on(ErrorCode.CUSTOMER_SUSPENDED, () -> closed("suspend"));
        on(ErrorCode.CUSTOMER_INACTIVE, () -> closed("deactivate"));
    }

    private void ofProducts() {
        on(ErrorCode.PRODUCT_NOT_FOUND, () -> org.as("css").get(PRODUCTS + "/" + World.NOWHERE));
        on(ErrorCode.PRODUCT_NAME_EXISTS, () -> {
            org.as("sme", "{\"name\": \"Edge\"}").post(PRODUCTS).then().statusCode(201);
            return org.as("sme", "{\"name\": \"EDGE\"}").post(PRODUCTS);
        });
        on(ErrorCode.TOTAL_WEIGHT_EXCEEDED, () -> org.as("sme", """
                {"name": "Edge", "tasks": [{"name": "a", "weight": 60}, {"name": "b", "weight": 60}]}""").post(PRODUCTS));
        on(ErrorCode.INVALID_CRITERIA, () -> org.as("sme", """
                {"name": "Edge", "tasks": [{"name": "a", "weight": 1, "telemetry": [{"name": "t", "dataType": "NUMBER"}]}]}""").post(PRODUCTS));
        missing(ErrorCode.OUTCOME_NOT_FOUND, "outcomes");
        missing(ErrorCode.RELEASE_NOT_FOUND, "releases");
        missing(ErrorCode.TAG_NOT_FOUND, "tags");
        taken(ErrorCode.OUTCOME_NAME_EXISTS, "outcomes", "{\"name\": \"OUTCOME\"}");
        taken(ErrorCode.RELEASE_NAME_EXISTS, "releases", "{\"name\": \"RELEASE\", \"level\": 2}");
        taken(ErrorCode.TAG_NAME_EXISTS, "tags", "{\"name\": \"TAG\"}");
        on(ErrorCode.TELEMETRY_NAME_EXISTS, () -> {
            var product = aProduct();
            var task =
                    "{\"name\": \"Again\", \"tasks\": [{\"key\": \"connect-idp\", \"name\": \"Connect\", \"telemetry\": ["
                            + "{\"key\": \"other\", \"name\": \"%s\", \"dataType\": \"JSON\", \"isActive\": false}]}]}";
            org.as("sme", task.formatted("Other"))
                    .put(product + "/import")
                    .then()
                    .statusCode(200);
            return org.as("sme", task.formatted("USERS")).put(product + "/import");
        });
        on(ErrorCode.PRODUCT_HAS_CUSTOMERS, () -> {
            var plan = aPlan();
            return org.as("admin").delete(PRODUCTS + "/" + plan.get("product"));
        });
    }

    private String aProduct() {
        return PRODUCTS + "/" + World.aProduct(org).get("product");
    }

    private void missing(ErrorCode code, String parts) {
        on(code, () -> org.as("viewer").get(aProduct() + "/" + parts + "/" + World.NOWHERE));
    }

    private void taken(ErrorCode code, String parts, String second) {
        on(code, () -> org.as("sme", second).post(aProduct() + "/" + parts));
    }

    private void ofAdoption() {
        on(
                ErrorCode.ASSIGNMENT_NOT_FOUND,
                () -> org.as("css")
                        .get(CUSTOMERS + "/" + org.customer("{\"name\": \"x\"}") + "/products/" + World.NOWHERE));
        on(ErrorCode.ADOPTION_PLAN_NOT_FOUND, () -> org.as("css").get("/api/v1/adoption-plans/" + World.NOWHERE));
        on(ErrorCode.TASK_NOT_FOUND, () -> org.as("css").get("/api/v1/tasks/" + World.NOWHERE));
        on(ErrorCode.CUSTOMER_PRODUCT_EXISTS, () -> {
            var plan = aPlan();
            return assigned(plan, "");
        });
        on(
                ErrorCode.OUTCOME_NOT_OF_PRODUCT,
                () -> assigned(aPlan(), ", \"name\": \"Second\", \"selectedOutcomeIds\": [\"" + World.NOWHERE + "\"]"));
        on(
                ErrorCode.RELEASE_NOT_OF_PRODUCT,
                () -> assigned(aPlan(), ", \"name\": \"Second\", \"selectedReleaseIds\": [\"" + World.NOWHERE + "\"]"));
        on(
                ErrorCode.TASK_NOT_OF_PLAN,
                () -> org.as("css", "{\"taskIds\": [\"" + World.NOWHERE + "\"], \"status\": \"DONE\"}")
                        .post("/api/v1/adoption-plans/" + aPlan().get("plan") + "/tasks/status"));
        on(
                ErrorCode.PREVIEW_OUTDATED,
                () -> org.as("css", "{\"previewToken\": \"of nothing\"}")
                        .post("/api/v1/adoption-plans/" + aPlan().get("plan") + "/sync"));
        on(
                ErrorCode.SYNC_NOT_UNDOABLE,
                () -> org.as("css").post("/api/v1/adoption-plans/" + aPlan().get("plan") + "/sync/undo"));
        on(ErrorCode.JOB_NOT_FOUND, () -> org.as("css").get("/api/v1/jobs/" + World.NOWHERE));
        on(ErrorCode.JOB_ENDED, () -> {
            var cancel = "/api/v1/jobs/" + World.aJob(org, org.person("css")) + "/cancel";
            org.as("css").post(cancel).then().statusCode(200);
            return org.as("css").post(cancel);
        });
        on(ErrorCode.TELEMETRY_ATTRIBUTE_NOT_FOUND, () -> reported(World.NOWHERE, "1"));
        on(ErrorCode.INVALID_TELEMETRY_VALUE, () -> {
            var plan = aPlan();
            return org.as("css", "{\"value\": \"many\"}")
                    .post("/api/v1/tasks/" + plan.get("task") + "/telemetry/" + plan.get("attribute") + "/values");
        });
        on(ErrorCode.TASK_ARCHIVED, () -> {
            var plan = aPlan();
            org.as("css")
                    .delete(CUSTOMERS + "/" + plan.get("customer") + "/products/" + plan.get("assignment"))
                    .then()
                    .statusCode(204);
            return org.as("admin", "{\"status\": \"DONE\"}").put("/api/v1/tasks/" + plan.get("task") + "/status");
        });
    }

    private void ofSolutions() {
        on(ErrorCode.SOLUTION_NOT_FOUND, () -> org.as("css").get(SOLUTIONS + "/" + World.NOWHERE));
        on(ErrorCode.SOLUTION_NAME_EXISTS, () -> {
            org.as("sme", "{\"name\": \"Suite\"}").post(SOLUTIONS).then().statusCode(201);
            return org.as("sme", "{\"name\": \"SUITE\"}").post(SOLUTIONS);
        });
        on(
                ErrorCode.SOLUTION_HAS_CUSTOMERS,
                () -> org.as("admin").delete(SOLUTIONS + "/" + aSolutionPlan().get("solution")));
        on(ErrorCode.CUSTOMER_SOLUTION_EXISTS, () -> {
            var plan = aSolutionPlan();
            return org.as("css", "{\"solutionId\": \"" + plan.get("solution") + "\"}")
                    .post(CUSTOMERS + "/" + plan.get("customer") + "/solutions");
        });
        on(
                ErrorCode.SOLUTION_ADOPTION_PLAN_NOT_FOUND,
                () -> org.as("css").get("/api/v1/solution-adoption-plans/" + aPlan().get("plan")));
        on(ErrorCode.PRODUCT_MANAGED_BY_SOLUTION, () -> {
            var plan = aSolutionPlan();
            return org.as("css").delete(CUSTOMERS + "/" + plan.get("customer") + "/products/" + plan.get("managed"));
        });
    }

    private Map<String, String> aSolutionPlan() {
        var solution = World.aSolution(org, World.aProduct(org).get("product"));
        var plan = new HashMap<>(
                World.aSolutionPlan(org, org.customer("{\"name\": \"With a solution\"}"), solution.get("solution")));
        plan.put("solution", solution.get("solution"));
        return plan;
    }

    private Response reported(String attribute, String value) {
        return org.as("css", "{\"value\": " + value + "}")
                .post("/api/v1/tasks/" + aPlan().get("task") + "/telemetry/" + attribute + "/values");
    }

    private Map<String, String> aPlan() {
        return World.aPlan(
                org,
                org.customer("{\"name\": \"With a plan\"}"),
                World.aProduct(org).get("product"));
    }

    private Response assigned(Map<String, String> plan, String more) {
        return org.as("css", "{\"productId\": \"" + plan.get("product") + "\"" + more + "}")
                .post(CUSTOMERS + "/" + plan.get("customer") + "/products");
    }

    private void on(ErrorCode code, Provocation provocation) {
        provocations.put(code, provocation);
    }

    private Response second(String first, String second) {
        org.customer(first);
        return org.as("css", second).post(CUSTOMERS);
    }

    private Response closed(String verb) {
        var id = org.customer("{\"name\": \"Closed\"}");
        org.as("admin", "{\"reasonCode\": \"OTHER\"}")
                .post(CUSTOMERS + "/" + id + "/" + verb)
                .then()
                .statusCode(200);
        return org.as("css", "{\"name\": \"x\"}").put(CUSTOMERS + "/" + id);
    }

    private Response keyed(String body) {
        return org.as("css", body).header("Idempotency-Key", "k").post(CUSTOMERS);
    }

    private Response whileTheSameRequestIsAtWork() throws SQLException {
        try (var database = Database.asSuperuser()) {
            var key = String.join("' || chr(10) || '", org.name(), org.person("css"), "k");
            database.rows("select pg_advisory_lock(hashtextextended('" + key + "', 0))");
            return keyed("{\"name\": \"Busy\"}");
        }
    }

    /** A constraint that no code knows of: what the database says then is nothing that a client could provoke. */
    private Response whileTheDatabaseSaysWhatNobodyForesaw() throws SQLException {
        try (var database = Database.asSuperuser()) {
            database.run("alter table customer add constraint ck_test_unforeseen check (name <> 'Unforeseen')");
            try {
                return org.as("css", "{\"name\": \"Unforeseen\"}").post(CUSTOMERS);
            } finally {
                database.run("alter table customer drop constraint ck_test_unforeseen");
            }
        }
    }

    /** AMBIGUOUS_NAME is told of rows alone, inside an answer: {@link TelemetryBatchTest} hears it. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AMBIGUOUS_NAME")
    void every_code_is_told_as_a_problem_of_its_kind(ErrorCode code) throws SQLException {
        var answer = provocations.get(code).provoke();
        assertThat(answer.jsonPath().getString("code")).as(answer.asString()).isEqualTo(code.name());
        Problems.isProblem(answer);
        assertThat(answer.jsonPath().getString("title")).isEqualTo(code.title());
        assertThat(answer.jsonPath().getString("type")).endsWith("/" + code.slug());
        assertThat(answer.statusCode()).isEqualTo(status(code.kind()));
        assertThat(answer.header("Retry-After") != null)
                .isEqualTo(Set.of(ErrorCode.UNAVAILABLE, ErrorCode.RATE_LIMITED, ErrorCode.IDEMPOTENCY_KEY_IN_USE)
                        .contains(code));
        assertThat(answer.header("WWW-Authenticate") != null).isEqualTo(code == ErrorCode.UNAUTHENTICATED);
    }

    private static int status(ErrorCode.Kind kind) {
        return Map.ofEntries(
                        Map.entry(ErrorCode.Kind.INVALID, 400),
                        Map.entry(ErrorCode.Kind.NO_IDENTITY, 401),
                        Map.entry(ErrorCode.Kind.NO_RIGHT, 403),
                        Map.entry(ErrorCode.Kind.MISSING, 404),
                        Map.entry(ErrorCode.Kind.METHOD, 405),
                        Map.entry(ErrorCode.Kind.REPRESENTATION, 406),
                        Map.entry(ErrorCode.Kind.CONFLICT, 409),
                        Map.entry(ErrorCode.Kind.BUSY, 409),
                        Map.entry(ErrorCode.Kind.STATE, 412),
                        Map.entry(ErrorCode.Kind.STATE_UNSAID, 428),
                        Map.entry(ErrorCode.Kind.SIZE, 413),
                        Map.entry(ErrorCode.Kind.MEDIA_TYPE, 415),
                        Map.entry(ErrorCode.Kind.RULE, 422),
                        Map.entry(ErrorCode.Kind.LOCKED, 423),
                        Map.entry(ErrorCode.Kind.PACE, 429),
                        Map.entry(ErrorCode.Kind.BROKEN, 500),
                        Map.entry(ErrorCode.Kind.AWAY, 503))
                .get(kind);
    }

    @Test
    void no_code_is_without_a_provocation() {
        assertThat(provocations.keySet()).isEqualTo(EnumSet.complementOf(EnumSet.of(ErrorCode.AMBIGUOUS_NAME)));
    }

    @Test
    void a_failure_of_the_service_is_told_by_its_trace_and_nothing_else() throws SQLException {
        var answer = whileTheDatabaseSaysWhatNobodyForesaw();
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.asString()).doesNotContainIgnoringCase("ck_test").doesNotContain("Unforeseen");
        assertThat(answer.jsonPath().getString("traceId")).matches("[0-9a-f]{32}");
    }

    @Test
    void a_write_while_the_database_is_away_is_503_and_the_next_one_after_it_is_served() throws SQLException {
        var answer =
                Outage.ofConnections(() -> org.as("css", "{\"name\": \"Away\"}").post(CUSTOMERS));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        org.as("css", "{\"name\": \"Away\"}").post(CUSTOMERS).then().statusCode(201);
        org.as("css").get(CUSTOMERS).then().statusCode(200);
    }

    @Test
    void readiness_goes_with_the_database_and_comes_back_with_it() throws SQLException {
        Outage.ofConnections(() -> given().get("/q/health/ready")).then().statusCode(503);
        given().get("/q/health/ready").then().statusCode(200);
        Outage.ofConnections(() -> given().get("/q/health/live")).then().statusCode(200);
    }
}
