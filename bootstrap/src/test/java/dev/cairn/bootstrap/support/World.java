package dev.cairn.bootstrap.support;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.restassured.specification.SpecificationQuerier;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One of everything in an organisation: what a customer works with, and what it was copied from. The path of any
 * operation can be filled with it: a parameter is known by its name and the word before it.
 */
public final class World {
    /** An id that nobody has. */
    public static final String NOWHERE = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01";

    private static final Pattern PARAMETER = Pattern.compile("([a-z-]+)/\\{([^/}]+)}");

    private final Organisation org;
    private final Map<String, String> ids = new HashMap<>();

    private World(Organisation org) {
        this.org = org;
    }

    private static final String OF_SOLUTIONS = "/api/v1/solutions/";

    /** A product with parts, a customer, and the plan of the two; a solution that holds another product, and its plan. */
    public static World in(Organisation org) {
        var world = new World(org);
        var product = aProduct(org);
        world.ids.put("products/id", product.get("product"));
        world.ids.put("outcomes/outcomeId", product.get("outcome"));
        world.ids.put("releases/releaseId", product.get("release"));
        world.ids.put("tags/tagId", product.get("tag"));
        world.ids.put("tasks/taskId", product.get("productTask"));
        world.ids.put("tasks/otherTaskId", product.get("otherTask"));
        world.ids.put("telemetry/definitionId", product.get("definition"));
        var plan =
                aPlan(org, org.customer("{\"name\": \"Customer " + System.nanoTime() + "\"}"), product.get("product"));
        world.ids.put("customers/id", plan.get("customer"));
        world.ids.put("products/assignmentId", plan.get("assignment"));
        world.ids.put("adoption-plans/id", plan.get("plan"));
        world.ids.put("tasks/id", plan.get("task"));
        world.ids.put("telemetry/attributeId", plan.get("attribute"));
        synchronise(org, plan.get("product"), product.get("otherTask"), plan.get("plan"));
        world.ids.put("jobs/id", aJob(org, org.person("css")));
        var held = aProduct(org).get("product");
        var solution = aSolution(org, held);
        world.ids.put("held product", held);
        world.ids.put("solutions/id", solution.get("solution"));
        world.ids.put("solutions/outcomes/outcomeId", solution.get("outcome"));
        world.ids.put("solutions/releases/releaseId", solution.get("release"));
        world.ids.put("solutions/tags/tagId", solution.get("tag"));
        world.ids.put("solutions/tasks/taskId", solution.get("task"));
        world.ids.put("other own task", solution.get("otherTask"));
        var assigned = aSolutionPlan(org, plan.get("customer"), solution.get("solution"));
        world.ids.put("solutions/assignmentId", assigned.get("solutionAssignment"));
        world.ids.put("solution-adoption-plans/id", assigned.get("solutionPlan"));
        world.ids.put("managed assignment", assigned.get("managed"));
        return world;
    }

    /** A job that somebody started and nobody begins: it rests for a day. Jobs that are started by request end at once. */
    public static String aJob(Organisation org, String startedBy) {
        var id = UUID.randomUUID();
        try (var database = Database.asSuperuser()) {
            database.run("""
                    insert into job (org_id, id, kind, parameters, started_by, behalf, request_id, address, created_at,
                      status, turn, idle_turns, free_at, version)
                    values (?, ?, 'ROLL_OUT', '{"dryRun": true}', ?, '{"roles": ["CSS"], "client": "test"}', '', '', now(),
                      'PENDING', 0, 0, now() + interval '1 day', 1)""", org.name(), id, startedBy);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id.toString();
    }

    /** A new solution that holds the product; gives "solution" and its parts: "outcome", "release", "tag", "task", "otherTask". */
    public static Map<String, String> aSolution(Organisation org, String product) {
        var offered = """
                {"name": "Solution %d", "productIds": ["%s"], "outcomes": [{"key": "zero-trust", "name": "Outcome"}],
                 "releases": [{"key": "r1", "name": "Release", "level": 1}], "tags": [{"key": "net", "name": "Tag"}],
                 "tasks": [{"key": "connect-idp", "name": "Kick off", "weight": 10, "outcomes": ["zero-trust"]},
                           {"name": "Train", "weight": 5}]}""".formatted(System.nanoTime(), product);
        var created = Taken.created(org.as("admin", offered).post("/api/v1/solutions"));
        return Map.of(
                "solution", created.at("/id"),
                "outcome", created.at("/outcomes/0/id"),
                "release", created.at("/releases/0/id"),
                "tag", created.at("/tags/0/id"),
                "task", created.at("/tasks/0/id"),
                "otherTask", created.at("/tasks/1/id"),
                "held", product);
    }

    /** Assigns the solution to the customer; gives "customer", "solutionAssignment", "solutionPlan" and the "managed" assignment of its first product. */
    public static Map<String, String> aSolutionPlan(Organisation org, String customer, String solution) {
        var assigned = Taken.created(org.as("admin", "{\"solutionId\": \"" + solution + "\"}")
                .post("/api/v1/customers/" + customer + "/solutions"));
        return Map.of(
                "customer", customer,
                "solutionAssignment", assigned.at("/id"),
                "solutionPlan", assigned.at("/adoptionPlan/id"),
                "managed", assigned.at("/adoptionPlan/products/0/assignmentId"));
    }

    /** Synchronises the plan with an edit of a task, so that there is something to take back, and makes another edit. */
    public static void synchronise(Organisation org, String product, String task, String plan) {
        edit(org, product, task, "First edit");
        org.as("admin", "{}")
                .header("If-Match", "*")
                .post("/api/v1/adoption-plans/" + plan + "/sync")
                .then()
                .statusCode(200);
        edit(org, product, task, "Second edit");
    }

    private static void edit(Organisation org, String product, String task, String notes) {
        org.as("admin", "{\"notes\": \"" + notes + "\"}")
                .header("If-Match", "*")
                .patch("/api/v1/products/" + product + "/tasks/" + task)
                .then()
                .statusCode(200);
    }

    /** A new product; gives "product" and its parts: "outcome", "release", "tag", "productTask", "otherTask", and its "definition". */
    public static Map<String, String> aProduct(Organisation org) {
        var offered = """
                {"name": "Product %d", "outcomes": [{"key": "zero-trust", "name": "Outcome"}],
                 "releases": [{"key": "r1", "name": "Release", "level": 1}], "tags": [{"key": "net", "name": "Tag"}],
                 "tasks": [{"key": "connect-idp", "name": "Connect", "weight": 10, "outcomes": ["zero-trust"], "tags": ["net"],
                            "telemetry": [{"key": "idp-users", "name": "Users", "dataType": "NUMBER", "successCriteria":
                              {"type": "number_threshold", "operator": "greater_than", "threshold": 1}}]},
                           {"name": "Use", "weight": 5}]}""".formatted(System.nanoTime());
        var created = Taken.created(org.as("admin", offered).post("/api/v1/products"));
        return Map.of(
                "product", created.at("/id"),
                "outcome", created.at("/outcomes/0/id"),
                "release", created.at("/releases/0/id"),
                "tag", created.at("/tags/0/id"),
                "productTask", created.at("/tasks/0/id"),
                "otherTask", created.at("/tasks/1/id"),
                "definition", created.at("/tasks/0/telemetry/0/id"));
    }

    /** Assigns the product to the customer; gives "customer", "product", "assignment", "plan", one "task" of it and its "attribute". */
    public static Map<String, String> aPlan(Organisation org, String customer, String product) {
        var assigned = Taken.created(org.as("admin", "{\"productId\": \"" + product + "\"}")
                .post("/api/v1/customers/" + customer + "/products"));
        var plan = assigned.at("/adoptionPlan/id");
        var task = Taken.of(org.as("admin").get("/api/v1/adoption-plans/" + plan), 200)
                .at("/tasks/0/id");
        var attribute = Taken.of(org.as("admin").get("/api/v1/tasks/" + task + "/telemetry"), 200)
                .at("/attributes/0/id");
        return Map.of(
                "customer",
                customer,
                "product",
                product,
                "assignment",
                assigned.at("/id"),
                "plan",
                plan,
                "task",
                task,
                "attribute",
                attribute);
    }

    /** The same world, where a parameter of a path, such as {@code customers/id}, is filled with another id. */
    public World but(String parameter, String id) {
        var other = new World(org);
        other.ids.putAll(ids);
        other.ids.put(parameter, id);
        return other;
    }

    /** Every id of it. */
    public Set<String> ids() {
        return Set.copyOf(ids.values());
    }

    /** The parameters that it can fill. */
    public Set<String> parameters() {
        return Set.copyOf(ids.keySet());
    }

    /** The id that a parameter of a path is filled with. */
    public String id(String parameter) {
        return Optional.ofNullable(ids.get(parameter))
                .orElseThrow(() -> new AssertionError("the world has nothing for " + parameter + " yet"));
    }

    /** The parameters of a path, such as {@code customers/id}. */
    public static List<String> parameters(String path) {
        return PARAMETER
                .matcher(path)
                .results()
                .map(found -> parameter(path, found))
                .toList();
    }

    /** The parts of a solution are others than those of a product. */
    private static String parameter(String path, MatchResult found) {
        var parameter = found.group(1) + "/" + found.group(2);
        return path.startsWith(OF_SOLUTIONS) && !found.group(1).equals("solutions")
                ? "solutions/" + parameter
                : parameter;
    }

    /** The path with the ids of what is there. */
    public String fill(String path) {
        return PARAMETER.matcher(path).replaceAll(found -> found.group(1) + "/" + id(parameter(path, found)));
    }

    /** Sends the request of the operation's example, about what is there. */
    public Response send(Description description, Description.Operation operation, RequestSpecification request) {
        return asking(description, operation, request).request(operation.method(), fill(operation.path()));
    }

    /** The request with the operation's example as its body, and willing to take what the operation gives. */
    public RequestSpecification asking(
            Description description, Description.Operation operation, RequestSpecification request) {
        if (operation.givesAFile()
                && SpecificationQuerier.query(request)
                        .getHeaders()
                        .getValue("Accept")
                        .startsWith("application/json")) {
            request.accept(operation.accepted());
        }
        if (operation.takesABody()) {
            request.contentType(operation.bodyType()).body(example(description, operation));
        }
        return request;
    }

    /** The bytes of the operation's example, about what is there. */
    public byte[] example(Description description, Description.Operation operation) {
        var text = operation.takesJson()
                ? localized(operation, description.example(operation)).encode()
                : operation.exampleFile().replace("Connect the identity provider,Provisioned users", "Connect,Users");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The example of a body with the ids of what is there in place of those that it made up. */
    public JsonObject localized(Description.Operation operation, JsonObject example) {
        var local = example.copy();
        var ofSolutions = operation.path().contains("/solutions");
        replace(local, "productId", ids.get("products/id"));
        replace(local, "customerIds", new JsonArray().add(ids.get("customers/id")));
        replace(local, "solutionId", ids.get("solutions/id"));
        replace(local, "productIds", new JsonArray().add(ids.get("held product")));
        if (local.getValue("products") instanceof JsonArray overrides) {
            overrides.forEach(override -> replace((JsonObject) override, "productId", ids.get("held product")));
        }
        replace(
                local,
                "selectedOutcomeIds",
                new JsonArray().add(ids.get(ofSolutions ? "solutions/outcomes/outcomeId" : "outcomes/outcomeId")));
        if (local.getValue("values") instanceof JsonArray rows) {
            rows.forEach(row -> {
                replace((JsonObject) row, "attributeId", ids.get("telemetry/attributeId"));
                replace((JsonObject) row, "planId", ids.get("adoption-plans/id"));
            });
        }
        var ofAPlan = local.containsKey("status");
        replace(
                local,
                "taskIds",
                ofAPlan
                        ? new JsonArray().add(ids.get("tasks/id"))
                        : ofSolutions
                                ? new JsonArray().add(ids.get("other own task")).add(ids.get("solutions/tasks/taskId"))
                                : new JsonArray()
                                        .add(ids.get("tasks/otherTaskId"))
                                        .add(ids.get("tasks/taskId")));
        replace(local, "taskId", ids.get("tasks/taskId"));
        replace(local, "attributeId", ids.get("telemetry/definitionId"));
        if (local.containsKey("productId") && !local.containsKey("taskId")) {
            local.put("name", "Second"); // what is there is the first
        }
        local.remove("previewToken"); // of another plan in the example
        local.remove("key"); // of another thing in the example, and never changed
        return local;
    }

    private static void replace(JsonObject object, String name, Object value) {
        if (object.getValue(name) != null) {
            object.put(name, value);
        }
    }
}
