package dev.cairn.bootstrap.support;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;

/**
 * A product that many customers have, one plan each, and that moves on.
 *
 * @param product the product's id
 * @param customers the customers' ids, in the order they came
 * @param plans the ids of their plans, likewise
 */
public record RollOuts(Organisation org, String product, List<String> customers, List<String> plans) {
    private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "CANCELLED");

    /** So many customers with a product of so many tasks, all of it. */
    public static RollOuts of(Organisation org, int plans, int tasks) {
        var product = Catalogue.product(org, Catalogue.ofTasks("Rolled " + System.nanoTime(), tasks, "1"))
                .getString("id");
        var all = new RollOuts(org, product, new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < plans; i++) {
            all.customer("", "SIGNATURE");
        }
        return all;
    }

    /** One more customer with the product; what else is said of the customer begins with a comma. */
    public String customer(String more, String level) {
        var customer = org.customer("{\"name\": \"Customer " + System.nanoTime() + "\"" + more + "}");
        String plan = Adopted.assign(
                        org, customer, "{\"productId\": \"" + product + "\", \"licenseLevel\": \"" + level + "\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("adoptionPlan.id");
        customers.add(customer);
        plans.add(plan);
        return plan;
    }

    /** The first tasks of the product get other notes, and one task is new. */
    public RollOuts edit(int tasks) {
        List<String> ids = org.as("admin")
                .get("/api/v1/products/" + product + "/tasks?limit=200")
                .path("items.id");
        for (var id : ids.subList(0, tasks)) {
            org.as("admin", "{\"notes\": \"Edited\"}")
                    .patch("/api/v1/products/" + product + "/tasks/" + id)
                    .then()
                    .statusCode(200);
        }
        org.as("admin", "{\"name\": \"Added\", \"weight\": 1}")
                .post("/api/v1/products/" + product + "/tasks")
                .then()
                .statusCode(201);
        return this;
    }

    /** Asks for a roll-out, as CSS. */
    public Response ask(String body) {
        return org.as("css", body).post("/api/v1/products/" + product + "/roll-out");
    }

    /** Starts one; the job's id. */
    public String start(String body) {
        return ask(body).then().statusCode(202).extract().path("jobId");
    }

    /** Starts one and waits for its end; the job. */
    public JsonPath run(String body) {
        return ended(org, start(body));
    }

    /** The job as an administrator sees it. */
    public static JsonPath job(Organisation org, String id) {
        return org.as("admin")
                .get("/api/v1/jobs/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The job when it has ended. */
    public static JsonPath ended(Organisation org, String id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> job(org, id), job -> ENDED.contains(job.getString("status")));
    }

    /** Whether a plan has to be synchronised, as an administrator reads it. */
    public boolean needsSync(String plan) {
        return org.as("admin").get("/api/v1/adoption-plans/" + plan).path("needsSync");
    }
}
