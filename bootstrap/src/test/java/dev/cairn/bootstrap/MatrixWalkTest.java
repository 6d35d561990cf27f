package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.shared.AgreedRights;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.Role;
import dev.cairn.bootstrap.support.Description;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Problems;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final String ONE = CUSTOMERS + "/{customer}";
    private static final String PRODUCTS = "/api/v1/products";
    private static final String PRODUCT = PRODUCTS + "/{product}";

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
     * @param right its row in the table of rights
     * @param success what a caller with the right gets
     * @param missing the code for a target that the caller does not see; empty when no customer stands behind it
     */
    private record Operation(String id, Permission right, int success, String missing, Setup setup, Ask ask) {
        static Operation ofOrganisation(String id, Permission right, int success, Ask ask) {
            return new Operation(id, right, success, "", (org, kind, assignee) -> Map.of(), ask);
        }

        static Operation ofProduct(String id, Permission right, int success, Ask ask) {
            return new Operation(id, right, success, "", (org, kind, assignee) -> aProduct(org), ask);
        }

        static Operation ofCustomer(String id, Permission right, int success, Ask ask) {
            return new Operation(id, right, success, "CUSTOMER_NOT_FOUND", MatrixWalkTest::aCustomer, ask);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    private static RequestSpecification json(RequestSpecification request, String body) {
        return request.contentType(ContentType.JSON).body(body);
    }

    private static final List<Operation> WALK = List.of(
            Operation.ofOrganisation(
                    "createCustomer",
                    Permission.CUSTOMER_CREATE,
                    201,
                    (request, ids, kind) -> json(request, "{\"name\": \"New " + System.nanoTime() + "\"}")
                            .post(CUSTOMERS)),
            Operation.ofOrganisation(
                    "listCustomers", Permission.CUSTOMER_READ, 200, (request, ids, kind) -> request.get(CUSTOMERS)),
            Operation.ofCustomer(
                    "getCustomer", Permission.CUSTOMER_READ, 200, (request, ids, kind) -> request.get(ONE, ids)),
            Operation.ofCustomer(
                    "replaceCustomer",
                    Permission.CUSTOMER_UPDATE,
                    200,
                    (request, ids, kind) -> json(request, "{\"name\": \"Again " + System.nanoTime() + "\"}")
                            .put(ONE, ids)),
            Operation.ofCustomer(
                    "deleteCustomer",
                    Permission.CUSTOMER_DELETE,
                    204,
                    (request, ids, kind) -> request.delete(ONE, ids)),
            Operation.ofCustomer(
                    "moveCustomerLifecycle",
                    Permission.CUSTOMER_UPDATE,
                    200,
                    (request, ids, kind) -> json(
                                    request, "{\"reason\": \"" + (kind == Kind.LEAD ? "CONVERTED" : "CHURNED") + "\"}")
                            .post(ONE + "/lifecycle", ids)),
            Operation.ofCustomer(
                    "suspendCustomer",
                    Permission.ACCOUNT_STATUS,
                    200,
                    (request, ids, kind) ->
                            json(request, "{\"reasonCode\": \"OTHER\"}").post(ONE + "/suspend", ids)),
            Operation.ofCustomer(
                    "activateCustomer",
                    Permission.ACCOUNT_STATUS,
                    200,
                    (request, ids, kind) -> json(request, "{}").post(ONE + "/activate", ids)),
            Operation.ofCustomer(
                    "deactivateCustomer",
                    Permission.ACCOUNT_STATUS,
                    200,
                    (request, ids, kind) ->
                            json(request, "{\"reasonCode\": \"OTHER\"}").post(ONE + "/deactivate", ids)),
            Operation.ofOrganisation(
                    "createProduct",
                    Permission.CATALOG_WRITE,
                    201,
                    (request, ids, kind) -> json(request, aNamedProduct()).post(PRODUCTS)),
            Operation.ofOrganisation(
                    "listProducts", Permission.CATALOG_READ, 200, (request, ids, kind) -> request.get(PRODUCTS)),
            Operation.ofProduct(
                    "getProduct", Permission.CATALOG_READ, 200, (request, ids, kind) -> request.get(PRODUCT, ids)),
            Operation.ofProduct(
                    "replaceProduct",
                    Permission.CATALOG_WRITE,
                    200,
                    (request, ids, kind) -> json(request, aNamedProduct()).put(PRODUCT, ids)),
            Operation.ofProduct(
                    "deleteProduct",
                    Permission.CATALOG_WRITE,
                    204,
                    (request, ids, kind) -> request.delete(PRODUCT, ids)),
            Operation.ofProduct(
                    "importProduct",
                    Permission.CATALOG_WRITE,
                    200,
                    (request, ids, kind) -> json(request, aNamedProduct()).put(PRODUCT + "/import", ids)),
            Operation.ofProduct(
                    "exportProduct",
                    Permission.CATALOG_READ,
                    200,
                    (request, ids, kind) -> request.get(PRODUCT + "/export", ids)));

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
        var org = Organisation.fresh();
        for (var role : Role.values()) {
            if (operation.missing().isEmpty() || reach(operation.right(), role).isEmpty()) {
                step(org, operation, role, Kind.MINE);
            } else {
                for (var kind : Kind.values()) {
                    step(org, operation, role, kind);
                }
            }
        }
    }

    private static Set<Kind> reach(Permission right, Role role) {
        return REACHES.get(AgreedRights.word(right, role));
    }

    private static void step(Organisation org, Operation operation, Role role, Kind kind) {
        var who = person(role);
        var ids = operation.setup().of(org, kind, kind == Kind.MINE ? org.person(who) : "");
        var answer = operation.ask().send(org.as(who, claims(role, kind, ids)), ids, kind);
        var told = answer.statusCode() < 400 ? "" : answer.jsonPath().getString("code");
        assertThat(answer.statusCode() + " " + told)
                .as(operation.id() + " by " + role + " of a customer that is " + kind)
                .isEqualTo(expected(operation, role, kind));
        if (answer.statusCode() >= 400) {
            Problems.isProblem(answer);
        }
    }

    private static String expected(Operation operation, Role role, Kind kind) {
        var success = operation.success() + " ";
        if (reach(operation.right(), role).isEmpty()) {
            return "403 FORBIDDEN";
        }
        if (operation.missing().isEmpty()) {
            return success;
        }
        if (!reach(Permission.CUSTOMER_READ, role).contains(kind)) {
            return "404 " + operation.missing();
        }
        return reach(operation.right(), role).contains(kind) ? success : "403 FORBIDDEN";
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
        var nobody = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01";
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

    private static Map<String, String> aProduct(Organisation org) {
        return Map.of(
                "product", Organisation.id(org.as("admin", aNamedProduct()).post(PRODUCTS)));
    }

    private static String aNamedProduct() {
        return "{\"name\": \"P " + System.nanoTime() + "\"}";
    }
}
