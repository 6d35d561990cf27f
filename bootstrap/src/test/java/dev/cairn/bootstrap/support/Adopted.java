package dev.cairn.bootstrap.support;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A product that a customer has, and the plan that was born with it.
 *
 * @param customer the customer's id
 * @param product the product as it was answered when it was brought in
 * @param assignment the assignment's id
 * @param plan the plan's id
 * @param tasks the ids of the plan's tasks by sequence
 */
public record Adopted(
        Organisation org, String customer, JsonPath product, String assignment, String plan, List<String> tasks) {
    private static final String CUSTOMER = "{\"name\": \"Acme Retail\", \"lifecycleStage\": \"ACTIVE\"}";

    /** A new customer with all of {@link Catalogue#SECURE_EDGE}. */
    public static Adopted secureEdge(Organisation org) {
        return by(org, org.customer(CUSTOMER), Catalogue.product(org, Catalogue.SECURE_EDGE));
    }

    /** A new customer with a product of so many tasks of one weight. */
    public static Adopted ofTasks(Organisation org, int count, String weight) {
        return by(org, org.customer(CUSTOMER), Catalogue.product(org, Catalogue.ofTasks("Plain", count, weight)));
    }

    /** Everything of the product for the customer. */
    public static Adopted by(Organisation org, String customer, JsonPath product) {
        var assigned = Taken.created(assign(
                org,
                customer,
                "{\"productId\": \"" + product.getString("id") + "\", \"licenseLevel\": \"SIGNATURE\"}"));
        var plan = assigned.at("/adoptionPlan/id");
        var tasks = Taken.of(org.as("admin").get("/api/v1/adoption-plans/" + plan + "/tasks?limit=200"), 200)
                .json()
                .getJsonArray("items")
                .stream()
                .map(task -> ((JsonObject) task).getString("id"))
                .toList();
        return new Adopted(org, customer, product, assigned.at("/id"), plan, tasks);
    }

    /** Assigns a product. */
    public static Response assign(Organisation org, String customer, String body) {
        return org.as("css", body).post("/api/v1/customers/" + customer + "/products");
    }

    /** Where the assignment is. */
    public String path() {
        return "/api/v1/customers/" + customer + "/products/" + assignment;
    }

    /** Where the plan is. */
    public String planPath() {
        return "/api/v1/adoption-plans/" + plan;
    }

    /** Where a task is; they are counted from 0, by sequence. */
    public String taskPath(int index) {
        return "/api/v1/tasks/" + tasks.get(index);
    }

    /** Sets the status of a task, as CSS. */
    public Response set(int index, String status) {
        return set(index, "{\"status\": \"" + status + "\"}", "css");
    }

    /** Sets the status of a task by a whole body. */
    public Response set(int index, String body, String who) {
        return org.as(who, body).put(taskPath(index) + "/status");
    }

    /** Sets one status for many tasks, as CSS. */
    public Response setMany(List<String> ids, String status) {
        var quoted = ids.stream().map(id -> "\"" + id + "\"").toList();
        return org.as("css", "{\"taskIds\": " + quoted + ", \"status\": \"" + status + "\"}")
                .post(planPath() + "/tasks/status");
    }

    /** The plan as an administrator reads it. */
    public JsonPath readPlan() {
        return org.as("admin").get(planPath()).then().statusCode(200).extract().jsonPath();
    }
}
