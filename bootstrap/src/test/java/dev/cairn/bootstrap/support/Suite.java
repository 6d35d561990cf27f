package dev.cairn.bootstrap.support;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/**
 * A solution that a customer has: two products, "Secure Edge" and "Secure Cloud", and two tasks of its own.
 *
 * @param edge the id of the first product, with two tasks that weigh 10 each
 * @param cloud the id of the second, likewise
 * @param solution the id of the solution, whose own tasks weigh 20 and 5
 */
public record Suite(Organisation org, String customer, String edge, String cloud, String solution) {
    /** Two outcomes of the first product, one of the second, one of the solution; each has a task of its own. */
    private static final String EDGE = """
            {"name": "Secure Edge", "outcomes": [{"key": "trust", "name": "Trust"}, {"key": "sight", "name": "Sight"}],
             "tasks": [{"key": "connect", "name": "Connect", "weight": 10, "outcomes": ["trust"]},
                       {"key": "see", "name": "See", "weight": 10, "outcomes": ["sight"]},
                       {"key": "tune", "name": "Tune", "weight": 7, "licenseLevel": "ADVANTAGE"}]}""";

    private static final String CLOUD = """
            {"name": "Secure Cloud", "outcomes": [{"key": "cost", "name": "Cost"}],
             "tasks": [{"key": "move", "name": "Move", "weight": 10, "outcomes": ["cost"]}, {"key": "run", "name": "Run", "weight": 10}]}""";

    private static final String OWN = """
            {"name": "Suite", "productIds": ["%s", "%s"], "outcomes": [{"key": "team", "name": "Team"}],
             "tasks": [{"key": "kick-off", "name": "Kick off", "weight": 20, "outcomes": ["team"]},
                       {"key": "train", "name": "Train", "weight": 5}]}""";

    /** In the catalogue, and a customer who has nothing of it yet. */
    public static Suite offered(Organisation org) {
        var edge = Catalogue.product(org, EDGE).getString("id");
        var cloud = Catalogue.product(org, CLOUD).getString("id");
        String solution = org.as("admin", OWN.formatted(edge, cloud))
                .post("/api/v1/solutions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Suite(
                org,
                org.customer("{\"name\": \"Acme " + System.nanoTime() + "\", \"lifecycleStage\": \"ACTIVE\"}"),
                edge,
                cloud,
                solution);
    }

    /** Where the customer's solutions are. */
    public String path() {
        return "/api/v1/customers/" + customer + "/solutions";
    }

    /** Assigns the solution. */
    public Response assign(String more) {
        return org.as("css", "{\"solutionId\": \"" + solution + "\"" + more + "}")
                .post(path());
    }

    /** Assigns it as it is; the answer. */
    public JsonPath assigned() {
        return assign("").then().statusCode(201).extract().jsonPath();
    }

    /** The whole by the plan of its own tasks. */
    public JsonPath plan(String id) {
        return org.as("css")
                .get("/api/v1/solution-adoption-plans/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Synchronises it. */
    public Response sync(String plan, String body) {
        return org.as("css", body).post("/api/v1/solution-adoption-plans/" + plan + "/sync");
    }

    /** What the solution holds from now on. */
    public void hold(String... products) {
        var ids = List.of(products).stream().map(id -> "\"" + id + "\"").toList();
        org.as("admin", "{\"productIds\": " + ids + "}")
                .patch("/api/v1/solutions/" + solution)
                .then()
                .statusCode(200);
    }

    /** A part of a product or the solution by its key. */
    public String part(String offering, String parts, String key) {
        var home = offering.equals(solution) ? "solutions" : "products";
        return Catalogue.id(
                org.as("admin").get("/api/v1/" + home + "/" + offering).jsonPath(), parts, key);
    }

    /** The ids of a plan's tasks by their names. */
    public Map<String, String> tasks(String plan) {
        List<Map<String, String>> found = org.as("admin")
                .get("/api/v1/adoption-plans/" + plan + "/tasks?limit=200")
                .path("items");
        return found.stream()
                .collect(java.util.stream.Collectors.toMap(task -> task.get("name"), task -> task.get("id")));
    }

    /** Sets a task's status. */
    public Response set(String task, String status) {
        return org.as("css", "{\"status\": \"" + status + "\"}").put("/api/v1/tasks/" + task + "/status");
    }
}
