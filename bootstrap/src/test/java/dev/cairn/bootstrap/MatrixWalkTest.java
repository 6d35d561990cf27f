package dev.cairn.bootstrap;

import static dev.cairn.application.shared.Permission.ACCOUNT_STATUS;
import static dev.cairn.application.shared.Permission.ADOPTION_WRITE;
import static dev.cairn.application.shared.Permission.AUDIT_READ;
import static dev.cairn.application.shared.Permission.CATALOG_READ;
import static dev.cairn.application.shared.Permission.CATALOG_WRITE;
import static dev.cairn.application.shared.Permission.CUSTOMER_AUDIT_READ;
import static dev.cairn.application.shared.Permission.CUSTOMER_CREATE;
import static dev.cairn.application.shared.Permission.CUSTOMER_DELETE;
import static dev.cairn.application.shared.Permission.CUSTOMER_READ;
import static dev.cairn.application.shared.Permission.CUSTOMER_UPDATE;
import static dev.cairn.application.shared.Permission.FILTER_PREFERENCE;
import static dev.cairn.application.shared.Permission.JOB_CANCEL;
import static dev.cairn.application.shared.Permission.JOB_READ;
import static dev.cairn.application.shared.Permission.TASK_STATUS;
import static dev.cairn.application.shared.Permission.TELEMETRY_WRITE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.shared.AgreedRights;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.Role;
import dev.cairn.bootstrap.support.Description;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Problems;
import dev.cairn.bootstrap.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the table of rights through the real API: every operation, by every role, over every kind of customer. A new
 * operation is one line of {@link #WALK}; until it has one, this test fails.
 */
@QuarkusTest
class MatrixWalkTest {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String CUSTOMER = CUSTOMERS + "/{customer}";
    private static final String ASSIGNMENT = CUSTOMER + "/products/{assignment}";
    private static final String PLAN = "/api/v1/adoption-plans/{plan}";
    private static final String TASK = "/api/v1/tasks/{task}";
    private static final String JOB = "/api/v1/jobs/{job}";
    private static final String PRODUCTS = "/api/v1/products";
    private static final String PRODUCT = PRODUCTS + "/{product}";
    private static final String SOLUTIONS = "/api/v1/solutions";
    private static final String SOLUTION = SOLUTIONS + "/{solution}";
    private static final String SOLUTION_ASSIGNMENT = CUSTOMER + "/solutions/{solutionAssignment}";
    private static final String SOLUTION_PLAN = "/api/v1/solution-adoption-plans/{solutionPlan}";

    private static final Map<List<Object>, Map<String, String>> KEPT = new ConcurrentHashMap<>();
    private static final Organisation WALKED = Organisation.fresh();
    private static final Setup OF_NOTHING = (org, kind, assignee) -> Map.of();
    private static final Setup OF_PRODUCT = (org, kind, assignee) -> World.aProduct(org);
    private static final Setup OF_SOLUTION =
            (org, kind, assignee) -> World.aSolution(org, World.aProduct(org).get("product"));
    private static final Setup OF_SOLUTION_PLAN = MatrixWalkTest::aSolutionPlan;
    private static final Setup OF_CUSTOMER = MatrixWalkTest::aCustomer;
    private static final Setup OF_PLAN = MatrixWalkTest::aPlan;
    private static final Setup OF_JOB = MatrixWalkTest::aJob;
    private static final Setup OF_SYNCED_PLAN = MatrixWalkTest::aSyncedPlan;

    /** How a customer stands to the caller. */
    private enum Kind {
        /** Assigned to the caller, and no longer in the pipeline. */
        MINE("ACTIVE"),
        /** Assigned to nobody, in the pipeline. */
        LEAD("LEAD"),
        /** Named by the claim of the token that counts for the caller's role. */
        NAMED("ACTIVE"),
        /** Nothing of all that; named by the claim that does not count for the caller's role. */
        STRANGE("ACTIVE");

        private final String stage;

        Kind(String stage) {
            this.stage = stage;
        }
    }

    /** The kinds of customers that a word of the table reaches. */
    private static final Map<String, Set<Kind>> REACHES = Map.of(
            "–", Set.of(),
            "all", Set.of(Kind.values()),
            "assigned", Set.of(Kind.MINE),
            "pipeline", Set.of(Kind.MINE, Kind.LEAD),
            "granted", Set.of(Kind.NAMED),
            "own", Set.of(Kind.NAMED),
            "scoped", Set.of(Kind.NAMED));

    /** Sends the request; the map holds the ids of what the operation is about. */
    private interface Ask {
        Response send(RequestSpecification request, Map<String, String> ids, Kind kind);
    }

    /** Brings what the operation is about into the world: at least "customer", where one stands behind it. */
    private interface Setup {
        Map<String, String> of(Organisation org, Kind kind, String assignee);
    }

    /**
     * One operation of the API.
     *
     * @param id its operationId
     * @param right its row in the table of rights; absent when every role may
     * @param success what a caller with the right gets
     * @param missing the code for a target that the caller does not see; empty when no customer stands behind it
     */
    private record Operation(String id, Optional<Permission> right, int success, String missing, Setup setup, Ask ask) {
        @Override
        public String toString() {
            return id;
        }
    }

    private static Operation ofOrganisation(String id, Permission right, int success, Ask ask) {
        return new Operation(id, Optional.of(right), success, "", OF_NOTHING, ask);
    }

    private static Operation ofEverybody(String id, int success, Ask ask) {
        return new Operation(id, Optional.empty(), success, "", OF_NOTHING, ask);
    }

    private static Operation ofProduct(String id, Permission right, int success, Ask ask) {
        return new Operation(id, Optional.of(right), success, "", OF_PRODUCT, ask);
    }

    private static Operation ofSolution(String id, Permission right, int success, Ask ask) {
        return new Operation(id, Optional.of(right), success, "", OF_SOLUTION, ask);
    }

    private static Operation ofSolutionPlan(String id, Permission right, int success, String missing, Ask ask) {
        return new Operation(id, Optional.of(right), success, missing, OF_SOLUTION_PLAN, ask);
    }

    private static Operation ofCustomer(String id, Permission right, int success, Ask ask) {
        return new Operation(id, Optional.of(right), success, "CUSTOMER_NOT_FOUND", OF_CUSTOMER, ask);
    }

    private static Operation ofPlan(String id, Permission right, int success, String missing, Ask ask) {
        return new Operation(id, Optional.of(right), success, missing, OF_PLAN, ask);
    }

    private static Operation ofJob(String id, Permission right, Ask ask) {
        return new Operation(id, Optional.of(right), 200, "JOB_NOT_FOUND", OF_JOB, ask);
    }

    private static Ask get(String path) {
        return (request, ids, kind) -> request.get(path, used(path, ids));
    }

    private static Ask delete(String path) {
        return (request, ids, kind) -> request.delete(path, used(path, ids));
    }

    private static Ask post(String path, Body body) {
        return (request, ids, kind) -> json(request, body.of(ids, kind)).post(path, used(path, ids));
    }

    private static Ask put(String path, Body body) {
        return (request, ids, kind) -> json(request, body.of(ids, kind)).put(path, used(path, ids));
    }

    private static Ask patch(String path, Body body) {
        return (request, ids, kind) -> json(request, body.of(ids, kind)).patch(path, used(path, ids));
    }

    /** What the request says. */
    private interface Body {
        String of(Map<String, String> ids, Kind kind);
    }

    private static Body text(String json) {
        return (ids, kind) -> json;
    }

    /** A name that nothing else has, and what else belongs to it. */
    private static Body named(String more) {
        return (ids, kind) -> "{\"name\": \"N " + System.nanoTime() + "\"" + more + "}";
    }

    private static RequestSpecification json(RequestSpecification request, String body) {
        return request.contentType(ContentType.JSON).body(body);
    }

    private static Map<String, String> used(String path, Map<String, String> ids) {
        return ids.entrySet().stream()
                .filter(id -> path.contains("{" + id.getKey() + "}"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static final List<Operation> WALK = List.of(
            ofEverybody("getLimits", 200, get("/api/v1/limits")),
            //
            ofOrganisation("createCustomer", CUSTOMER_CREATE, 201, post(CUSTOMERS, named(""))),
            ofOrganisation("listCustomers", CUSTOMER_READ, 200, get(CUSTOMERS)),
            ofCustomer("getCustomer", CUSTOMER_READ, 200, get(CUSTOMER)),
            ofCustomer("replaceCustomer", CUSTOMER_UPDATE, 200, put(CUSTOMER, named(""))),
            ofCustomer("changeCustomer", CUSTOMER_UPDATE, 200, patch(CUSTOMER, text("{\"phone\": \"1\"}"))),
            ofCustomer("deleteCustomer", CUSTOMER_DELETE, 204, delete(CUSTOMER)),
            ofCustomer(
                    "moveCustomerLifecycle",
                    CUSTOMER_UPDATE,
                    200,
                    post(
                            CUSTOMER + "/lifecycle",
                            (ids, kind) -> "{\"reason\": \"" + (kind == Kind.LEAD ? "CONVERTED" : "CHURNED") + "\"}")),
            ofCustomer(
                    "suspendCustomer",
                    ACCOUNT_STATUS,
                    200,
                    post(CUSTOMER + "/suspend", text("{\"reasonCode\": \"OTHER\"}"))),
            ofCustomer("activateCustomer", ACCOUNT_STATUS, 200, post(CUSTOMER + "/activate", text("{}"))),
            ofCustomer(
                    "deactivateCustomer",
                    ACCOUNT_STATUS,
                    200,
                    post(CUSTOMER + "/deactivate", text("{\"reasonCode\": \"OTHER\"}"))),
            //
            ofOrganisation("getCriteriaSchema", CATALOG_READ, 200, get("/api/v1/schemas/criteria")),
            ofOrganisation("createProduct", CATALOG_WRITE, 201, post(PRODUCTS, named(""))),
            ofOrganisation("listProducts", CATALOG_READ, 200, get(PRODUCTS)),
            ofProduct("getProduct", CATALOG_READ, 200, get(PRODUCT)),
            ofProduct("replaceProduct", CATALOG_WRITE, 200, put(PRODUCT, named(""))),
            ofProduct("changeProduct", CATALOG_WRITE, 200, patch(PRODUCT, text("{\"description\": \"x\"}"))),
            ofProduct("deleteProduct", CATALOG_WRITE, 204, delete(PRODUCT)),
            ofProduct("importProduct", CATALOG_WRITE, 200, put(PRODUCT + "/import", named(""))),
            ofProduct("exportProduct", CATALOG_READ, 200, get(PRODUCT + "/export")),
            ofProduct("listOutcomes", CATALOG_READ, 200, get(PRODUCT + "/outcomes")),
            ofProduct("addOutcome", CATALOG_WRITE, 201, post(PRODUCT + "/outcomes", named(""))),
            ofProduct("getOutcome", CATALOG_READ, 200, get(PRODUCT + "/outcomes/{outcome}")),
            ofProduct("replaceOutcome", CATALOG_WRITE, 200, put(PRODUCT + "/outcomes/{outcome}", named(""))),
            ofProduct("removeOutcome", CATALOG_WRITE, 204, delete(PRODUCT + "/outcomes/{outcome}")),
            ofProduct("listReleases", CATALOG_READ, 200, get(PRODUCT + "/releases")),
            ofProduct("addRelease", CATALOG_WRITE, 201, post(PRODUCT + "/releases", named(", \"level\": 2"))),
            ofProduct("getRelease", CATALOG_READ, 200, get(PRODUCT + "/releases/{release}")),
            ofProduct(
                    "replaceRelease",
                    CATALOG_WRITE,
                    200,
                    put(PRODUCT + "/releases/{release}", named(", \"level\": 2"))),
            ofProduct("removeRelease", CATALOG_WRITE, 204, delete(PRODUCT + "/releases/{release}")),
            ofProduct("listProductTags", CATALOG_READ, 200, get(PRODUCT + "/tags")),
            ofProduct("addProductTag", CATALOG_WRITE, 201, post(PRODUCT + "/tags", named(""))),
            ofProduct("getProductTag", CATALOG_READ, 200, get(PRODUCT + "/tags/{tag}")),
            ofProduct("replaceProductTag", CATALOG_WRITE, 200, put(PRODUCT + "/tags/{tag}", named(""))),
            ofProduct("removeProductTag", CATALOG_WRITE, 204, delete(PRODUCT + "/tags/{tag}")),
            ofProduct("listProductTasks", CATALOG_READ, 200, get(PRODUCT + "/tasks")),
            ofProduct("addProductTask", CATALOG_WRITE, 201, post(PRODUCT + "/tasks", named(", \"weight\": 1"))),
            ofProduct("getProductTask", CATALOG_READ, 200, get(PRODUCT + "/tasks/{productTask}")),
            ofProduct("replaceProductTask", CATALOG_WRITE, 200, put(PRODUCT + "/tasks/{productTask}", named(""))),
            ofProduct(
                    "changeProductTask",
                    CATALOG_WRITE,
                    200,
                    patch(PRODUCT + "/tasks/{productTask}", text("{\"notes\": \"x\"}"))),
            ofProduct("removeProductTask", CATALOG_WRITE, 204, delete(PRODUCT + "/tasks/{productTask}")),
            ofProduct(
                    "orderProductTasks",
                    CATALOG_WRITE,
                    200,
                    put(
                            PRODUCT + "/tasks/order",
                            (ids, kind) -> "{\"taskIds\": [\"" + ids.get("otherTask") + "\", \""
                                    + ids.get("productTask") + "\"]}")),
            //
            ofOrganisation("createSolution", CATALOG_WRITE, 201, post(SOLUTIONS, named(""))),
            ofOrganisation("listSolutions", CATALOG_READ, 200, get(SOLUTIONS)),
            ofSolution("getSolution", CATALOG_READ, 200, get(SOLUTION)),
            ofSolution("replaceSolution", CATALOG_WRITE, 200, put(SOLUTION, named(""))),
            ofSolution("changeSolution", CATALOG_WRITE, 200, patch(SOLUTION, text("{\"description\": \"x\"}"))),
            ofSolution("deleteSolution", CATALOG_WRITE, 204, delete(SOLUTION)),
            ofSolution("importSolution", CATALOG_WRITE, 200, put(SOLUTION + "/import", named(""))),
            ofSolution("exportSolution", CATALOG_READ, 200, get(SOLUTION + "/export")),
            ofSolution("listSolutionOutcomes", CATALOG_READ, 200, get(SOLUTION + "/outcomes")),
            ofSolution("addSolutionOutcome", CATALOG_WRITE, 201, post(SOLUTION + "/outcomes", named(""))),
            ofSolution("getSolutionOutcome", CATALOG_READ, 200, get(SOLUTION + "/outcomes/{outcome}")),
            ofSolution("replaceSolutionOutcome", CATALOG_WRITE, 200, put(SOLUTION + "/outcomes/{outcome}", named(""))),
            ofSolution("removeSolutionOutcome", CATALOG_WRITE, 204, delete(SOLUTION + "/outcomes/{outcome}")),
            ofSolution("listSolutionReleases", CATALOG_READ, 200, get(SOLUTION + "/releases")),
            ofSolution("addSolutionRelease", CATALOG_WRITE, 201, post(SOLUTION + "/releases", named(", \"level\": 2"))),
            ofSolution("getSolutionRelease", CATALOG_READ, 200, get(SOLUTION + "/releases/{release}")),
            ofSolution(
                    "replaceSolutionRelease",
                    CATALOG_WRITE,
                    200,
                    put(SOLUTION + "/releases/{release}", named(", \"level\": 2"))),
            ofSolution("removeSolutionRelease", CATALOG_WRITE, 204, delete(SOLUTION + "/releases/{release}")),
            ofSolution("listSolutionTags", CATALOG_READ, 200, get(SOLUTION + "/tags")),
            ofSolution("addSolutionTag", CATALOG_WRITE, 201, post(SOLUTION + "/tags", named(""))),
            ofSolution("getSolutionTag", CATALOG_READ, 200, get(SOLUTION + "/tags/{tag}")),
            ofSolution("replaceSolutionTag", CATALOG_WRITE, 200, put(SOLUTION + "/tags/{tag}", named(""))),
            ofSolution("removeSolutionTag", CATALOG_WRITE, 204, delete(SOLUTION + "/tags/{tag}")),
            ofSolution("listSolutionTasks", CATALOG_READ, 200, get(SOLUTION + "/tasks")),
            ofSolution("addSolutionTask", CATALOG_WRITE, 201, post(SOLUTION + "/tasks", named(", \"weight\": 1"))),
            ofSolution("getSolutionTask", CATALOG_READ, 200, get(SOLUTION + "/tasks/{task}")),
            ofSolution("replaceSolutionTask", CATALOG_WRITE, 200, put(SOLUTION + "/tasks/{task}", named(""))),
            ofSolution(
                    "changeSolutionTask",
                    CATALOG_WRITE,
                    200,
                    patch(SOLUTION + "/tasks/{task}", text("{\"notes\": \"x\"}"))),
            ofSolution("removeSolutionTask", CATALOG_WRITE, 204, delete(SOLUTION + "/tasks/{task}")),
            ofSolution(
                    "orderSolutionTasks",
                    CATALOG_WRITE,
                    200,
                    put(
                            SOLUTION + "/tasks/order",
                            (ids, kind) ->
                                    "{\"taskIds\": [\"" + ids.get("otherTask") + "\", \"" + ids.get("task") + "\"]}")),
            ofSolution(
                    "orderSolutionProducts",
                    CATALOG_WRITE,
                    200,
                    put(
                            SOLUTION + "/products/order",
                            (ids, kind) -> "{\"productIds\": [\"" + ids.get("held") + "\"]}")),
            //
            ofOrganisation("listAudit", AUDIT_READ, 200, get("/api/v1/audit")),
            ofCustomer("listCustomerAudit", CUSTOMER_AUDIT_READ, 200, get(CUSTOMER + "/audit")),
            //
            ofPlan("getCustomerOverview", CUSTOMER_READ, 200, "CUSTOMER_NOT_FOUND", get(CUSTOMER + "/overview")),
            ofPlan(
                    "listCustomerAdoptionPlans",
                    CUSTOMER_READ,
                    200,
                    "CUSTOMER_NOT_FOUND",
                    get(CUSTOMER + "/adoption-plans")),
            ofPlan("listAssignments", CUSTOMER_READ, 200, "CUSTOMER_NOT_FOUND", get(CUSTOMER + "/products")),
            ofPlan("getAssignment", CUSTOMER_READ, 200, "CUSTOMER_NOT_FOUND", get(ASSIGNMENT)),
            ofPlan(
                    "assignProduct",
                    ADOPTION_WRITE,
                    201,
                    "CUSTOMER_NOT_FOUND",
                    post(
                            CUSTOMER + "/products",
                            (ids, kind) -> "{\"productId\": \"" + ids.get("product") + "\", \"name\": \"Second\"}")),
            ofPlan(
                    "changeAssignment",
                    ADOPTION_WRITE,
                    200,
                    "CUSTOMER_NOT_FOUND",
                    patch(ASSIGNMENT, text("{\"licenseLevel\": \"SIGNATURE\"}"))),
            ofPlan("removeAssignment", ADOPTION_WRITE, 204, "CUSTOMER_NOT_FOUND", delete(ASSIGNMENT)),
            ofPlan("getAdoptionPlan", CUSTOMER_READ, 200, "ADOPTION_PLAN_NOT_FOUND", get(PLAN)),
            ofPlan("listPlanTasks", CUSTOMER_READ, 200, "ADOPTION_PLAN_NOT_FOUND", get(PLAN + "/tasks")),
            ofPlan(
                    "changeTaskStatuses",
                    TASK_STATUS,
                    200,
                    "ADOPTION_PLAN_NOT_FOUND",
                    post(
                            PLAN + "/tasks/status",
                            (ids, kind) -> "{\"taskIds\": [\"" + ids.get("task") + "\"], \"status\": \"DONE\"}")),
            ofPlan(
                    "previewPlanSync",
                    ADOPTION_WRITE,
                    200,
                    "ADOPTION_PLAN_NOT_FOUND",
                    post(PLAN + "/sync/preview", text("{}"))),
            ofPlan("syncPlan", ADOPTION_WRITE, 200, "ADOPTION_PLAN_NOT_FOUND", post(PLAN + "/sync", text("{}"))),
            new Operation(
                    "undoPlanSync",
                    Optional.of(ADOPTION_WRITE),
                    200,
                    "ADOPTION_PLAN_NOT_FOUND",
                    OF_SYNCED_PLAN,
                    post(PLAN + "/sync/undo", text("{}"))),
            ofPlan(
                    "getFilterPreference",
                    FILTER_PREFERENCE,
                    200,
                    "ADOPTION_PLAN_NOT_FOUND",
                    get(PLAN + "/filter-preference")),
            ofPlan(
                    "saveFilterPreference",
                    FILTER_PREFERENCE,
                    200,
                    "ADOPTION_PLAN_NOT_FOUND",
                    put(PLAN + "/filter-preference", text("{\"status\": \"DONE\"}"))),
            ofPlan("getTask", CUSTOMER_READ, 200, "TASK_NOT_FOUND", get(TASK)),
            ofPlan("listTaskHistory", CUSTOMER_READ, 200, "TASK_NOT_FOUND", get(TASK + "/history")),
            ofPlan("getTaskTelemetry", CUSTOMER_READ, 200, "TASK_NOT_FOUND", get(TASK + "/telemetry")),
            ofPlan(
                    "changeTaskStatus",
                    TASK_STATUS,
                    200,
                    "TASK_NOT_FOUND",
                    put(TASK + "/status", text("{\"status\": \"DONE\"}"))),
            //
            ofSolutionPlan(
                    "listSolutionAssignments", CUSTOMER_READ, 200, "CUSTOMER_NOT_FOUND", get(CUSTOMER + "/solutions")),
            ofSolutionPlan("getSolutionAssignment", CUSTOMER_READ, 200, "CUSTOMER_NOT_FOUND", get(SOLUTION_ASSIGNMENT)),
            ofSolutionPlan(
                    "assignSolution",
                    ADOPTION_WRITE,
                    201,
                    "CUSTOMER_NOT_FOUND",
                    post(
                            CUSTOMER + "/solutions",
                            (ids, kind) -> "{\"solutionId\": \"" + ids.get("solution") + "\", \"name\": \"Second\"}")),
            ofSolutionPlan(
                    "changeSolutionAssignment",
                    ADOPTION_WRITE,
                    200,
                    "CUSTOMER_NOT_FOUND",
                    patch(SOLUTION_ASSIGNMENT, text("{\"licenseLevel\": \"SIGNATURE\"}"))),
            ofSolutionPlan(
                    "removeSolutionAssignment", ADOPTION_WRITE, 204, "CUSTOMER_NOT_FOUND", delete(SOLUTION_ASSIGNMENT)),
            ofSolutionPlan(
                    "getSolutionAdoptionPlan",
                    CUSTOMER_READ,
                    200,
                    "SOLUTION_ADOPTION_PLAN_NOT_FOUND",
                    get(SOLUTION_PLAN)),
            ofSolutionPlan(
                    "previewSolutionSync",
                    ADOPTION_WRITE,
                    200,
                    "SOLUTION_ADOPTION_PLAN_NOT_FOUND",
                    post(SOLUTION_PLAN + "/sync/preview", text("{}"))),
            ofSolutionPlan(
                    "syncSolution",
                    ADOPTION_WRITE,
                    200,
                    "SOLUTION_ADOPTION_PLAN_NOT_FOUND",
                    post(SOLUTION_PLAN + "/sync", text("{}"))),
            //
            ofPlan(
                    "listTelemetryValues",
                    CUSTOMER_READ,
                    200,
                    "TASK_NOT_FOUND",
                    get(TASK + "/telemetry/{attribute}/values")),
            ofPlan(
                    "recordTelemetryValue",
                    TELEMETRY_WRITE,
                    201,
                    "TASK_NOT_FOUND",
                    post(TASK + "/telemetry/{attribute}/values", text("{\"value\": 1}"))),
            ofPlan("explainTask", CUSTOMER_READ, 200, "TASK_NOT_FOUND", get(TASK + "/explanation")),
            ofProduct(
                    "simulateCriteria",
                    CATALOG_WRITE,
                    200,
                    post(
                            "/api/v1/telemetry/simulate",
                            (ids, kind) -> "{\"productId\": \"" + ids.get("product") + "\", \"taskId\": \""
                                    + ids.get("productTask") + "\", \"attributeId\": \"" + ids.get("definition")
                                    + "\", \"successCriteria\": {\"type\": \"exists\"}}")),
            ofPlan("evaluateTask", TELEMETRY_WRITE, 200, "TASK_NOT_FOUND", post(TASK + "/evaluate", text("{}"))),
            ofPlan(
                    "resetTaskToTelemetry",
                    TASK_STATUS,
                    200,
                    "TASK_NOT_FOUND",
                    post(TASK + "/reset-to-telemetry", text("{}"))),
            ofPlan(
                    "recordPlanTelemetryValues",
                    TELEMETRY_WRITE,
                    200,
                    "ADOPTION_PLAN_NOT_FOUND",
                    post(
                            PLAN + "/telemetry/values",
                            (ids, kind) -> "{\"values\": [{\"attributeId\": \"" + ids.get("attribute")
                                    + "\", \"value\": 1}]}")),
            ofPlan(
                    "exportPlanTelemetry",
                    CUSTOMER_READ,
                    200,
                    "ADOPTION_PLAN_NOT_FOUND",
                    (request, ids, kind) ->
                            request.accept("*/*").get(PLAN + "/telemetry/spreadsheet", used(PLAN, ids))),
            ofPlan(
                    "importPlanTelemetry",
                    ADOPTION_WRITE,
                    200,
                    "ADOPTION_PLAN_NOT_FOUND",
                    (request, ids, kind) -> request.contentType("text/csv")
                            .body("Task Name,Attribute Name,Data Type,Current Value,Date\r\n".getBytes(UTF_8))
                            .post(PLAN + "/telemetry/spreadsheet", used(PLAN, ids))),
            ofPlan(
                    "evaluatePlan",
                    TELEMETRY_WRITE,
                    200,
                    "ADOPTION_PLAN_NOT_FOUND",
                    post(PLAN + "/evaluate", text("{}"))),
            ofProduct("rollOutProduct", ADOPTION_WRITE, 202, post(PRODUCT + "/roll-out", text("{\"dryRun\": true}"))),
            ofJob("getJob", JOB_READ, get(JOB)),
            ofJob("listJobResults", JOB_READ, get(JOB + "/results")),
            ofJob("cancelJob", JOB_CANCEL, post(JOB + "/cancel", text("{}"))),
            ofOrganisation(
                    "recordTelemetryValues",
                    TELEMETRY_WRITE,
                    200,
                    post(
                            "/api/v1/telemetry/values",
                            text("{\"values\": [{\"attributeId\": \"" + World.NOWHERE + "\", \"value\": 1}]}"))));

    static Stream<Operation> walk() {
        return WALK.stream();
    }

    @Test
    void no_operation_is_left_out_of_the_walk() {
        assertThat(Description.served().operations())
                .extracting(Description.Operation::id)
                .containsExactlyInAnyOrderElementsOf(
                        WALK.stream().map(Operation::id).toList());
    }

    @ParameterizedTest
    @MethodSource("walk")
    void every_role_gets_what_the_table_says(Operation operation) {
        for (var role : Role.values()) {
            if (operation.missing().isEmpty() || reach(operation, role).isEmpty()) {
                step(WALKED, operation, role, Kind.MINE);
            } else {
                for (var kind : Kind.values()) {
                    step(WALKED, operation, role, kind);
                }
            }
        }
    }

    private static Set<Kind> reach(Operation operation, Role role) {
        return operation.right().map(right -> reach(right, role)).orElse(Set.of(Kind.values()));
    }

    private static Set<Kind> reach(Permission right, Role role) {
        return REACHES.get(AgreedRights.word(right, role));
    }

    private static void step(Organisation org, Operation operation, Role role, Kind kind) {
        var who = person(role);
        var expected = expected(operation, role, kind);
        var ids = ids(org, operation, kind, kind == Kind.MINE ? org.person(who) : "", expected);
        var answer = operation.ask().send(org.as(who, claims(role, kind, ids)), ids, kind);
        var told = answer.statusCode() < 400 ? "" : Problems.code(answer);
        assertThat(answer.statusCode() + " " + told)
                .as(operation.id() + " by " + role + " of a customer that is " + kind)
                .isEqualTo(expected);
        if (answer.statusCode() >= 400) {
            Problems.isProblem(answer);
        }
    }

    /** What is only read, or not touched because the caller may not, serves the next operation as well. */
    private static Map<String, String> ids(
            Organisation org, Operation operation, Kind kind, String assignee, String expected) {
        var stays = operation.right().stream().allMatch(right -> right.name().endsWith("_READ"))
                || expected.startsWith("4");
        return stays
                ? KEPT.computeIfAbsent(
                        List.of(operation.setup(), kind, assignee),
                        any -> operation.setup().of(org, kind, assignee))
                : operation.setup().of(org, kind, assignee);
    }

    private static String expected(Operation operation, Role role, Kind kind) {
        var success = operation.success() + " ";
        if (reach(operation, role).isEmpty()) {
            return "403 FORBIDDEN";
        }
        if (operation.missing().isEmpty()) {
            return success;
        }
        // Whose customer it is says nothing of a job: whoever may not touch it does not see it.
        var seen = operation.setup() == OF_JOB ? reach(operation, role) : reach(Permission.CUSTOMER_READ, role);
        if (!seen.contains(kind)) {
            return "404 " + operation.missing();
        }
        return reach(operation, role).contains(kind) ? success : "403 FORBIDDEN";
    }

    private static String person(Role role) {
        return switch (role) {
            case CUSTOMER -> "portal";
            case SERVICE -> "partner";
            default -> role.name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** Both claims are there; the one that does not count for the role names a stranger, which must not help. */
    private static Map<String, String> claims(Role role, Kind kind, Map<String, String> ids) {
        var nobody = World.NOWHERE;
        var customer = ids.getOrDefault("customer", nobody);
        var counts = role == Role.CUSTOMER ? "customer_id" : "customer_ids";
        var idle = role == Role.CUSTOMER ? "customer_ids" : "customer_id";
        var claims = new HashMap<String, String>();
        claims.put(counts, kind == Kind.NAMED ? customer : nobody);
        claims.put(idle, kind == Kind.STRANGE ? customer : nobody);
        return claims;
    }

    private static Map<String, String> aCustomer(Organisation org, Kind kind, String assignee) {
        var assigned = assignee.isEmpty() ? "" : ", \"assignedTo\": \"" + assignee + "\"";
        return Map.of(
                "customer",
                org.customer("{\"name\": \"C " + System.nanoTime() + "\", \"lifecycleStage\": \"" + kind.stage + "\""
                        + assigned + "}"));
    }

    private static Map<String, String> aPlan(Organisation org, Kind kind, String assignee) {
        var product = World.aProduct(org).get("product");
        return World.aPlan(org, aCustomer(org, kind, assignee).get("customer"), product);
    }

    private static Map<String, String> aJob(Organisation org, Kind kind, String assignee) {
        return Map.of("job", World.aJob(org, assignee.isEmpty() ? "somebody" : assignee));
    }

    private static Map<String, String> aSolutionPlan(Organisation org, Kind kind, String assignee) {
        var ids = new HashMap<String, String>(
                World.aSolution(org, World.aProduct(org).get("product")));
        var customer = aCustomer(org, kind, assignee).get("customer");
        ids.putAll(World.aSolutionPlan(org, customer, ids.get("solution")));
        return ids;
    }

    private static Map<String, String> aSyncedPlan(Organisation org, Kind kind, String assignee) {
        var ids = aPlan(org, kind, assignee);
        var task = org.as("admin")
                .get("/api/v1/products/" + ids.get("product") + "/tasks")
                .<String>path("items[0].id");
        World.synchronise(org, ids.get("product"), task, ids.get("plan"));
        return ids;
    }
}
