package dev.cairn.bootstrap;

import static dev.cairn.domain.shared.ErrorCode.*;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Description;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Outage;
import dev.cairn.bootstrap.support.Parallel;
import dev.cairn.bootstrap.support.Problems;
import dev.cairn.bootstrap.support.World;
import dev.cairn.domain.shared.ErrorCode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What an operation says it refuses, it does refuse: every code of every operation is provoked. Most provocations are
 * those of a code and hold for every operation that declares it; the rest stand by operation in a table.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeclaredRefusalsTest {
    private static final String FULL =
            "{\"name\": \"%s\", \"email\": \"taken@acme.example\", \"code\": \"TAKEN\", \"externalId\": \"taken\"}";
    private static final Organisation STRICT = Organisation.named("strict");
    private static final Organisation HURRIED = Organisation.named("hurried");
    private static final String KEY = "Idempotency-Key";

    /** Nothing that can be taken away here makes them fail; 503 for want of the issuer is told by IssuerIT. */
    private static final Set<String> ASK_NO_DATABASE = Set.of("getLimits", "getCriteriaSchema");

    private static final String OF_TOO_MUCH_WEIGHT = "{\"name\": \"Heavy\", \"weight\": 99}";
    private static final String OF_NO_CRITERIA =
            "{\"name\": \"Blind\", \"telemetry\": [{\"name\": \"t\", \"dataType\": \"NUMBER\"}]}";

    /** Two of everything, so that one can take the other's name. */
    private static final String TWICE = """
            {"name": "Twice",
             "outcomes": [{"key": "one", "name": "One"}, {"key": "two", "name": "Two"}],
             "releases": [{"key": "one", "name": "One", "level": 1}, {"key": "two", "name": "Two", "level": 2}],
             "tags": [{"key": "one", "name": "One"}, {"key": "two", "name": "Two"}],
             "tasks": [{"key": "one", "name": "One", "weight": 50, "telemetry": [
                          {"key": "one", "name": "One", "dataType": "JSON", "isActive": false},
                          {"key": "two", "name": "Two", "dataType": "JSON", "isActive": false}]},
                       {"key": "two", "name": "Two", "weight": 1}]}""";

    /** Asks an operation in a way that it refuses. */
    private interface Provocation {
        Response provoke(Description.Operation operation);
    }

    private final Organisation org = Organisation.fresh();
    private final Map<ErrorCode, Provocation> ofCodes = new EnumMap<>(ErrorCode.class);
    private final Map<String, Map<ErrorCode, Provocation>> ofOperations = new HashMap<>();
    private Description description;
    private World world;
    private World strict;
    private World suspended;
    private World inactive;
    private World removed;
    private World twice;
    private World neverSynced;

    @BeforeEach
    void worlds() {
        HURRIED.as("admin").get("/api/v1/limits");
        if (world == null) {
            made();
        }
    }

    /** Made once: whatever is refused leaves everything as it is. */
    private void made() {
        description = Description.served();
        world = World.in(org);
        suspended = closed("suspend");
        inactive = closed("deactivate");
        removed = World.in(org);
        org.as("admin")
                .delete(removed.fill("/api/v1/customers/{id}/products/{assignmentId}"))
                .then()
                .statusCode(204);
        org.as("admin")
                .delete(removed.fill("/api/v1/customers/{id}/solutions/{assignmentId}"))
                .then()
                .statusCode(204);
        neverSynced = world.but(
                "adoption-plans/id",
                World.aPlan(
                                org,
                                org.customer("{\"name\": \"Never synchronised\"}"),
                                World.aProduct(org).get("product"))
                        .get("plan"));
        var product = Catalogue.product(org, TWICE);
        twice = world.but("products/id", product.getString("id"))
                .but("outcomes/outcomeId", Catalogue.id(product, "outcomes", "two"))
                .but("releases/releaseId", Catalogue.id(product, "releases", "two"))
                .but("tags/tagId", Catalogue.id(product, "tags", "two"))
                .but("tasks/taskId", Catalogue.id(product, "tasks", "two"));
        var solution = org.as("admin", TWICE)
                .post("/api/v1/solutions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        twice = twice.but("solutions/id", solution.getString("id"))
                .but("solutions/outcomes/outcomeId", Catalogue.id(solution, "outcomes", "two"))
                .but("solutions/releases/releaseId", Catalogue.id(solution, "releases", "two"))
                .but("solutions/tags/tagId", Catalogue.id(solution, "tags", "two"))
                .but("solutions/tasks/taskId", Catalogue.id(solution, "tasks", "two"));
        org.as("admin", FULL.formatted("Taken"))
                .header(KEY, "used")
                .post("/api/v1/customers")
                .then()
                .statusCode(201);
        strict = World.in(STRICT);
        Catalogue.product(org, "{\"name\": \"Taken\", \"externalId\": \"taken\"}");
        org.as("admin", "{\"name\": \"Taken\", \"externalId\": \"taken\"}")
                .post("/api/v1/solutions")
                .then()
                .statusCode(201);

        ofTheRoad();
        ofWhatIsMissing();
        ofClosedAccounts();
        ofCustomers();
        ofProducts();
        ofParts();
        ofAdoption();
        ofTelemetry();
        ofSolutions();
    }

    private World closed(String verb) {
        var closed = World.in(org);
        org.as("admin", "{\"reasonCode\": \"OTHER\"}")
                .post(closed.fill("/api/v1/customers/{id}/" + verb))
                .then()
                .statusCode(200);
        return closed;
    }

    private void ofTheRoad() {
        ofCodes.put(UNAUTHENTICATED, operation -> send(operation, given().accept(ContentType.JSON), world));
        ofCodes.put(FORBIDDEN, operation -> send(operation, org.as("admin", Map.of("roles", "GUEST")), world));
        ofCodes.put(NOT_ACCEPTABLE, operation -> send(operation, admin().accept("text/html"), world));
        ofCodes.put(
                UNSUPPORTED_MEDIA_TYPE,
                operation -> admin().contentType("text/plain")
                        .body("x")
                        .request(operation.method(), world.fill(operation.path())));
        ofCodes.put(MALFORMED_REQUEST, this::somethingUnreadable);
        ofCodes.put(PAYLOAD_TOO_LARGE, this::tooMuch);
        ofCodes.put(VALIDATION_ERROR, this::somethingUnknown);
        ofCodes.put(VERSION_CONFLICT, operation -> send(operation, admin().header("If-Match", "\"999\""), world));
        ofCodes.put(IF_MATCH_REQUIRED, operation -> send(operation, STRICT.as("admin"), strict));
        ofCodes.put(IDEMPOTENCY_KEY_REUSED, operation -> send(operation, admin().header(KEY, "used"), world));
        ofCodes.put(IDEMPOTENCY_KEY_IN_USE, operation -> send(operation, admin().header(KEY, "busy"), world));
        ofCodes.put(RATE_LIMITED, operation -> send(operation, HURRIED.as("admin"), world));
        ofOperations
                .computeIfAbsent("getLimits", any -> new EnumMap<>(ErrorCode.class))
                .put(FORBIDDEN, operation -> send(operation, org.as("admin", Map.of("org_id", "")), world));
        ofCodes.put(UNAVAILABLE, this::asItShould);
        ofCodes.put(INTERNAL_ERROR, this::asItShould);
    }

    /** What most operations take, and what whole documents may have. */
    private Response tooMuch(Description.Operation operation) {
        var answer = say(operation, "[" + " ".repeat(1 << 20), world);
        return answer.statusCode() == 413 ? answer : say(operation, "[" + " ".repeat(10 << 20), world);
    }

    private Response somethingUnreadable(Description.Operation operation) {
        return operation.takesABody()
                ? say(operation, operation.takesJson() ? "{" : "\"", world)
                : admin().urlEncodingEnabled(false)
                        .request(operation.method(), world.fill(operation.path()) + "?a=%FF");
    }

    /** A property, a parameter, or where neither is looked at a precondition that is none. */
    private Response somethingUnknown(Description.Operation operation) {
        if (operation.takesABody()) {
            return say(operation, operation.takesJson() ? "{\"shoeSize\": 7}" : "shoeSize\r\n7\r\n", world);
        }
        var request = operation.takesHeader("If-Match") ? admin().header("If-Match", "no tag") : admin();
        return request.accept(operation.accepted())
                .request(operation.method(), world.fill(operation.path()) + "?shoeSize=7");
    }

    private Response asItShould(Description.Operation operation) {
        return send(operation, admin(), world);
    }

    private void ofWhatIsMissing() {
        missing(CUSTOMER_NOT_FOUND, "customers/id");
        missing(ASSIGNMENT_NOT_FOUND, "products/assignmentId", "solutions/assignmentId");
        missing(ADOPTION_PLAN_NOT_FOUND, "adoption-plans/id");
        missing(TASK_NOT_FOUND, "tasks/id", "tasks/taskId", "solutions/tasks/taskId");
        missing(TELEMETRY_ATTRIBUTE_NOT_FOUND, "telemetry/attributeId");
        missing(PRODUCT_NOT_FOUND, "products/id");
        missing(OUTCOME_NOT_FOUND, "outcomes/outcomeId", "solutions/outcomes/outcomeId");
        missing(RELEASE_NOT_FOUND, "releases/releaseId", "solutions/releases/releaseId");
        missing(TAG_NOT_FOUND, "tags/tagId", "solutions/tags/tagId");
        missing(SOLUTION_NOT_FOUND, "solutions/id");
        missing(SOLUTION_ADOPTION_PLAN_NOT_FOUND, "solution-adoption-plans/id");
        on("assignSolution", SOLUTION_NOT_FOUND, "{\"solutionId\": \"" + World.NOWHERE + "\"}");
        on("orderSolutionTasks", TASK_NOT_FOUND, "{\"taskIds\": [\"" + World.NOWHERE + "\"]}");
        missing(JOB_NOT_FOUND, "jobs/id");
        on("rollOutProduct", CUSTOMER_NOT_FOUND, "{\"customerIds\": [\"" + World.NOWHERE + "\"]}");
        on("assignProduct", PRODUCT_NOT_FOUND, "{\"productId\": \"" + World.NOWHERE + "\"}");
        ofOperations
                .computeIfAbsent("assignProduct", any -> new EnumMap<>(ErrorCode.class))
                .put(
                        ASSIGNMENT_NOT_FOUND,
                        operation -> org.as(
                                        "admin",
                                        "{\"productId\": \"" + world.id("products/id") + "\", \"name\": \"Never\"}")
                                .post(world.fill(operation.path()) + "?restore=true"));
        on("orderProductTasks", TASK_NOT_FOUND, "{\"taskIds\": [\"" + World.NOWHERE + "\"]}");
    }

    /** The path leads somewhere, save for one id. */
    private void missing(ErrorCode code, String... parameters) {
        ofCodes.put(code, operation -> {
            var here = List.of(parameters).stream()
                    .filter(World.parameters(operation.path())::contains)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(operation + " has none of " + List.of(parameters)
                            + " in its path: it needs a provocation of its own for " + code));
            return send(operation, admin(), world.but(here, World.NOWHERE));
        });
    }

    private void ofClosedAccounts() {
        ofCodes.put(CUSTOMER_SUSPENDED, operation -> send(operation, admin(), suspended));
        ofCodes.put(CUSTOMER_INACTIVE, operation -> send(operation, admin(), inactive));
    }

    private void ofCustomers() {
        for (var operation : List.of("createCustomer", "replaceCustomer", "changeCustomer")) {
            on(operation, CUSTOMER_NAME_EXISTS, "{\"name\": \"TAKEN\"}");
            on(operation, CUSTOMER_EMAIL_EXISTS, "{\"name\": \"x\", \"email\": \"TAKEN@acme.example\"}");
            on(operation, CUSTOMER_CODE_EXISTS, "{\"name\": \"x\", \"code\": \"taken\"}");
            on(operation, EXTERNAL_ID_EXISTS, "{\"name\": \"x\", \"externalId\": \"taken\"}");
        }
        on("moveCustomerLifecycle", INVALID_STATUS_TRANSITION, "{\"reason\": \"CHURNED\"}");
        on("suspendCustomer", INVALID_STATUS_TRANSITION, "{\"reasonCode\": \"OTHER\"}", inactive);
    }

    private void ofProducts() {
        for (var operation : List.of("createProduct", "replaceProduct", "changeProduct", "importProduct")) {
            on(operation, PRODUCT_NAME_EXISTS, "{\"name\": \"TAKEN\"}");
            on(operation, EXTERNAL_ID_EXISTS, "{\"name\": \"x\", \"externalId\": \"taken\"}");
        }
        for (var operation : List.of("createProduct", "importProduct", "createSolution", "importSolution")) {
            on(
                    operation,
                    TOTAL_WEIGHT_EXCEEDED,
                    "{\"name\": \"x\", \"tasks\": [" + OF_TOO_MUCH_WEIGHT + ", {\"name\": \"More\", \"weight\": 2}]}");
            on(operation, INVALID_CRITERIA, "{\"name\": \"x\", \"tasks\": [" + OF_NO_CRITERIA + "]}");
        }
        for (var operation : List.of(
                "addProductTask",
                "replaceProductTask",
                "changeProductTask",
                "addSolutionTask",
                "replaceSolutionTask",
                "changeSolutionTask")) {
            on(operation, TOTAL_WEIGHT_EXCEEDED, OF_TOO_MUCH_WEIGHT);
            on(operation, INVALID_CRITERIA, OF_NO_CRITERIA);
        }
        ofOperations
                .computeIfAbsent("deleteProduct", any -> new EnumMap<>(ErrorCode.class))
                .put(PRODUCT_HAS_CUSTOMERS, this::asItShould);
    }

    private void ofParts() {
        var part = "{\"name\": \"ONE\"}";
        var release = "{\"name\": \"ONE\", \"level\": 3}";
        for (var verb : List.of("add", "replace")) {
            on(verb + "Outcome", OUTCOME_NAME_EXISTS, part, twice);
            on(verb + "Release", RELEASE_NAME_EXISTS, release, twice);
            on(verb + "ProductTag", TAG_NAME_EXISTS, part, twice);
            on(verb + "SolutionOutcome", OUTCOME_NAME_EXISTS, part, twice);
            on(verb + "SolutionRelease", RELEASE_NAME_EXISTS, release, twice);
            on(verb + "SolutionTag", TAG_NAME_EXISTS, part, twice);
        }
        var document = "{\"name\": \"Twice\", \"%s\": [%s]}";
        var second = "{\"key\": \"two\", \"name\": \"ONE\"}";
        for (var operation : List.of("importProduct", "importSolution")) {
            on(operation, OUTCOME_NAME_EXISTS, document.formatted("outcomes", second), twice);
            on(operation, TAG_NAME_EXISTS, document.formatted("tags", second), twice);
            on(
                    operation,
                    RELEASE_NAME_EXISTS,
                    document.formatted("releases", "{\"key\": \"two\", \"name\": \"ONE\", \"level\": 2}"),
                    twice);
            on(operation, TELEMETRY_NAME_EXISTS, document.formatted("tasks", """
                {"key": "one", "name": "One", "telemetry": [
                  {"key": "two", "name": "ONE", "dataType": "JSON", "isActive": false}]}"""), twice);
        }
    }

    private void ofAdoption() {
        var product = "{\"productId\": \"" + world.id("products/id") + "\"%s}";
        on("assignProduct", CUSTOMER_PRODUCT_EXISTS, product.formatted(""));
        var nowhere = "[\"" + World.NOWHERE + "\"]";
        for (var operation : List.of("assignProduct", "changeAssignment")) {
            var body = operation.equals("assignProduct") ? product.formatted(", \"name\": \"Second\", %s") : "{%s}";
            on(operation, OUTCOME_NOT_OF_PRODUCT, body.formatted("\"selectedOutcomeIds\": " + nowhere));
            on(operation, RELEASE_NOT_OF_PRODUCT, body.formatted("\"selectedReleaseIds\": " + nowhere));
        }
        on("changeTaskStatuses", TASK_NOT_OF_PLAN, "{\"status\": \"DONE\", \"taskIds\": " + nowhere + "}");
        on(
                "changeTaskStatuses",
                TASK_ARCHIVED,
                "{\"status\": \"DONE\", \"taskIds\": [\"" + removed.id("tasks/id") + "\"]}",
                removed);
        on("changeTaskStatus", TASK_ARCHIVED, "{\"status\": \"DONE\"}", removed);
        for (var operation : List.of("previewPlanSync", "syncPlan", "undoPlanSync")) {
            on(operation, TASK_ARCHIVED, "", removed);
        }
        on("saveFilterPreference", TASK_ARCHIVED, "{}", removed);
        var ended = world.but("jobs/id", World.aJob(org, org.person("css")));
        org.as("admin").post(ended.fill("/api/v1/jobs/{id}/cancel")).then().statusCode(200);
        on("cancelJob", JOB_ENDED, "", ended);
        on("syncPlan", PREVIEW_OUTDATED, "{\"previewToken\": \"of nothing\"}");
        on("undoPlanSync", SYNC_NOT_UNDOABLE, "", neverSynced);
    }

    private void ofSolutions() {
        for (var operation : List.of("createSolution", "replaceSolution", "changeSolution", "importSolution")) {
            on(operation, SOLUTION_NAME_EXISTS, "{\"name\": \"TAKEN\"}");
            on(operation, EXTERNAL_ID_EXISTS, "{\"name\": \"x\", \"externalId\": \"taken\"}");
            on(operation, PRODUCT_NOT_FOUND, "{\"name\": \"x\", \"productIds\": [\"" + World.NOWHERE + "\"]}");
        }
        on("orderSolutionProducts", PRODUCT_NOT_FOUND, "{\"productIds\": [\"" + World.NOWHERE + "\"]}");
        ofOperations
                .computeIfAbsent("deleteSolution", any -> new EnumMap<>(ErrorCode.class))
                .put(SOLUTION_HAS_CUSTOMERS, this::asItShould);
        var managed = world.but("products/assignmentId", world.id("managed assignment"));
        on("changeAssignment", PRODUCT_MANAGED_BY_SOLUTION, "{\"licenseLevel\": \"SIGNATURE\"}", managed);
        ofOperations
                .computeIfAbsent("removeAssignment", any -> new EnumMap<>(ErrorCode.class))
                .put(PRODUCT_MANAGED_BY_SOLUTION, operation -> send(operation, admin(), managed));
        var solution = "{\"solutionId\": \"" + world.id("solutions/id") + "\"%s}";
        on("assignSolution", CUSTOMER_SOLUTION_EXISTS, solution.formatted(""));
        ofOperations.get("assignSolution").put(CUSTOMER_PRODUCT_EXISTS, this::nameTakenMeanwhile);
        var nowhere = "[\"" + World.NOWHERE + "\"]";
        for (var operation : List.of("assignSolution", "changeSolutionAssignment")) {
            var body = operation.equals("assignSolution") ? solution.formatted(", \"name\": \"Second\", %s") : "{%s}";
            on(operation, OUTCOME_NOT_OF_PRODUCT, body.formatted("\"selectedOutcomeIds\": " + nowhere));
            on(operation, RELEASE_NOT_OF_PRODUCT, body.formatted("\"selectedReleaseIds\": " + nowhere));
            on(
                    operation,
                    PRODUCT_NOT_FOUND,
                    body.formatted("\"products\": [{\"productId\": \"" + World.NOWHERE + "\"}]"));
        }
        for (var operation : List.of("previewSolutionSync", "syncSolution")) {
            on(operation, TASK_ARCHIVED, "", removed);
        }
        on("syncSolution", PREVIEW_OUTDATED, "{\"previewToken\": \"of nothing\"}");
    }

    /** Somebody else takes the name that a product gets with the solution, after the service looked for a free one. */
    private Response nameTakenMeanwhile(Description.Operation operation) {
        var customer = org.customer("{\"name\": \"Contested " + System.nanoTime() + "\"}");
        var product = world.id("held product");
        var assignment = Organisation.id(org.as("admin", "{\"productId\": \"" + product + "\", \"name\": \"Another\"}")
                .post("/api/v1/customers/" + customer + "/products"));
        try (var other = Database.asSuperuser();
                var watch = Database.asSuperuser()) {
            other.run("begin");
            other.run("""
                    insert into product_assignment
                    select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'name', 'Bundle – ' || p.name))).*
                      from product_assignment a join product p on p.org_id = a.org_id and p.id = a.product_id
                     where a.id = ?::uuid""", assignment);
            var answer = CompletableFuture.supplyAsync(() -> org.as(
                            "admin", "{\"solutionId\": \"" + world.id("solutions/id") + "\", \"name\": \"Bundle\"}")
                    .post(world.but("customers/id", customer).fill(operation.path())));
            Awaitility.await()
                    .until(() -> watch.number(
                                    "select count(*) from pg_stat_activity where usename = 'cairn_app' and wait_event = 'transactionid'")
                            > 0);
            other.run("commit");
            return answer.join();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ofTelemetry() {
        var value = "{\"value\": 1}";
        on("recordTelemetryValue", TASK_ARCHIVED, value, removed);
        on("recordTelemetryValue", INVALID_TELEMETRY_VALUE, "{\"value\": \"many\"}");
        on(
                "recordPlanTelemetryValues",
                TASK_ARCHIVED,
                "{\"values\": [{\"attributeId\": \"x\", \"value\": 1}]}",
                removed);
        var simulation = "{\"productId\": \"%s\", \"taskId\": \"%s\", \"attributeId\": \"%s\","
                + " \"successCriteria\": {\"type\": \"%s\"}}";
        var product = world.id("products/id");
        var task = world.id("tasks/taskId");
        var definition = world.id("telemetry/definitionId");
        on("simulateCriteria", PRODUCT_NOT_FOUND, simulation.formatted(World.NOWHERE, task, definition, "exists"));
        on("simulateCriteria", TASK_NOT_FOUND, simulation.formatted(product, World.NOWHERE, definition, "exists"));
        on(
                "simulateCriteria",
                TELEMETRY_ATTRIBUTE_NOT_FOUND,
                simulation.formatted(product, task, World.NOWHERE, "exists"));
        on("simulateCriteria", INVALID_CRITERIA, simulation.formatted(product, task, definition, "horoscope"));
        ofOperations
                .computeIfAbsent("importPlanTelemetry", any -> new EnumMap<>(ErrorCode.class))
                .put(TASK_ARCHIVED, operation -> send(operation, admin(), removed));
        for (var operation : List.of("evaluateTask", "evaluatePlan", "resetTaskToTelemetry")) {
            on(operation, TASK_ARCHIVED, "", removed);
        }
    }

    private void on(String operation, ErrorCode code, String body) {
        on(operation, code, body, world);
    }

    private void on(String operation, ErrorCode code, String body, World where) {
        ofOperations
                .computeIfAbsent(operation, any -> new EnumMap<>(ErrorCode.class))
                .put(code, asked -> say(asked, body, where));
    }

    private RequestSpecification admin() {
        return org.as("admin");
    }

    private Response say(Description.Operation operation, String body, World where) {
        return admin().contentType(operation.bodyType())
                .body(body.getBytes(StandardCharsets.UTF_8))
                .request(operation.method(), where.fill(operation.path()));
    }

    /** Sends what would be taken, in this world and by this caller; a body is the example of the description. */
    private Response send(Description.Operation operation, RequestSpecification request, World where) {
        return where.send(description, operation, request);
    }

    private Optional<Provocation> provocation(Description.Operation operation, ErrorCode code) {
        return Optional.ofNullable(
                        ofOperations.getOrDefault(operation.id(), Map.of()).get(code))
                .or(() -> Optional.ofNullable(ofCodes.get(code)));
    }

    /** What an operation told where it was to tell a code. */
    private record Told(String of, String code, ErrorCode expected) {}

    /** Provokes one code of every operation that declares it. */
    private Void heard(Set<ErrorCode> codes) {
        return heard(codes, Set.of(), 1);
    }

    private Void heard(Set<ErrorCode> codes, Set<String> but, int atOnce) {
        var operations = description.operations().stream()
                .filter(operation -> !but.contains(operation.id()))
                .toList();
        var softly = new SoftAssertions();
        Parallel.times(
                        atOnce,
                        part -> IntStream.range(0, operations.size())
                                .filter(i -> i % atOnce == part)
                                .mapToObj(operations::get)
                                .flatMap(operation -> told(operation, codes))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .forEach(told -> softly.assertThat(told.code())
                        .as(told.of())
                        .isEqualTo(told.expected().name()));
        softly.assertAll();
        return null;
    }

    private Stream<Told> told(Description.Operation operation, Set<ErrorCode> codes) {
        return operation.refusals().stream()
                .filter(codes::contains)
                .flatMap(code -> provocation(operation, code).stream().map(provocation -> {
                    var answer = provocation.provoke(operation);
                    return new Told(
                            operation + ", " + answer.statusCode() + ": " + answer.asString(),
                            Problems.code(answer),
                            code);
                }));
    }

    @Test
    void every_declared_refusal_has_a_provocation_and_every_provocation_a_declaration() {
        var without = new TreeSet<String>();
        var declared = new HashSet<String>();
        for (var operation : description.operations()) {
            assertThat(operation.refusals()).as(operation.id()).isNotEmpty();
            for (var code : operation.refusals()) {
                declared.add(operation + " " + code);
                if (provocation(operation, code).isEmpty()) {
                    without.add(operation + " " + code);
                }
            }
        }
        assertThat(without).as("declared, and never provoked").isEmpty();
        ofOperations.forEach((operation, codes) ->
                codes.keySet().forEach(code -> assertThat(declared).contains(operation + " " + code)));
    }

    @Test
    void every_declared_refusal_is_heard() {
        heard(Set.copyOf(EnumSet.complementOf(EnumSet.of(UNAVAILABLE, INTERNAL_ERROR, IDEMPOTENCY_KEY_IN_USE))));
    }

    @Test
    void every_operation_that_takes_a_key_says_so_while_the_same_request_is_at_work() throws SQLException {
        try (var database = Database.asSuperuser()) {
            var key = String.join("' || chr(10) || '", org.name(), org.person("admin"), "busy");
            database.rows("select pg_advisory_lock(hashtextextended('" + key + "', 0))");
            heard(Set.of(IDEMPOTENCY_KEY_IN_USE), Set.of(), 8); // each waits for a while
        }
    }

    @Test
    void every_operation_says_so_when_the_database_is_away() throws SQLException {
        Outage.ofConnections(() -> heard(Set.of(UNAVAILABLE), ASK_NO_DATABASE, 1));
    }

    @Test
    void every_operation_tells_nothing_of_what_nobody_foresaw() throws SQLException {
        Outage.ofRights(() -> heard(Set.of(INTERNAL_ERROR), ASK_NO_DATABASE, 1));
    }
}
