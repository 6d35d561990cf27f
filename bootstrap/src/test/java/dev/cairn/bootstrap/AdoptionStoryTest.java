package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The main job of the service, told once from its beginning to its end. Read this test first. */
@QuarkusTest
class AdoptionStoryTest {
    private final Organisation org = Organisation.fresh();

    @Test
    void a_product_is_sold_adopted_step_by_step_and_at_last_taken_back() {
        // The catalogue gets a product, as one document: six steps over three license levels.
        var product = org.as("sme", Catalogue.SECURE_EDGE)
                .post("/api/v1/products")
                .then()
                .statusCode(201)
                .body("taskCount", is(6))
                .body("version", is(1))
                .extract()
                .jsonPath();

        // Sales wins a customer.
        String customer = org.as("sales", "{\"name\": \"Acme Retail\", \"email\": \"ops@acme.example\"}")
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .body("progressPercentage", equalTo(0f))
                .extract()
                .path("id");

        // It buys the middle level: the plan is born with the five steps that are included.
        var assigned = org.as(
                        "css", "{\"productId\": \"" + product.getString("id") + "\", \"licenseLevel\": \"ADVANTAGE\"}")
                .post("/api/v1/customers/" + customer + "/products")
                .then()
                .statusCode(201)
                .body("adoptionPlan.progress.totalTasks", is(5))
                .body("adoptionPlan.progress.totalWeight", equalTo(65f))
                .extract();
        var assignment = assigned.header("Location");
        var plan = "/api/v1/adoption-plans/" + assigned.path("adoptionPlan.id");
        List<String> tasks = org.as("css").get(plan).path("tasks.id");

        // The first step is begun, and done. Its weight counts: 10 of 65.
        org.as("css", "{\"status\": \"IN_PROGRESS\", \"notes\": \"Kick-off held\"}")
                .put("/api/v1/tasks/" + tasks.get(0) + "/status")
                .then()
                .statusCode(200)
                .body("plan.progress.progressPercentage", equalTo(0f));
        org.as("css", "{\"status\": \"DONE\"}")
                .put("/api/v1/tasks/" + tasks.get(0) + "/status")
                .then()
                .body("task.completedBy", is(org.person("css")))
                .body("plan.progress.progressPercentage", equalTo(15.38f));

        // One step does not apply here: it leaves the totals, 10 of 57.5.
        org.as("css", "{\"status\": \"NOT_APPLICABLE\", \"notes\": \"No data lake\"}")
                .put("/api/v1/tasks/" + tasks.get(4) + "/status")
                .then()
                .body("plan.progress.totalTasks", is(4))
                .body("plan.progress.progressPercentage", equalTo(17.39f));

        // The rest is done in one workshop, and the customer is through.
        var rest = tasks.subList(1, 4).stream().map(id -> "\"" + id + "\"").toList();
        org.as("css", "{\"taskIds\": " + rest + ", \"status\": \"COMPLETED\", \"notes\": \"Workshop\"}")
                .post(plan + "/tasks/status")
                .then()
                .statusCode(200)
                .body("plan.progress.progressPercentage", equalTo(100f))
                .body("plan.needsSync", is(false));
        org.as("viewer").get("/api/v1/customers/" + customer).then().body("progressPercentage", equalTo(100f));
        org.as("viewer")
                .get("/api/v1/customers/" + customer + "/overview")
                .then()
                .body("completedLast30Days", is(4))
                .body("nextTasks.size()", is(0));

        // How it came to that can be read.
        org.as("viewer")
                .get("/api/v1/tasks/" + tasks.get(0) + "/history")
                .then()
                .body("items.to", contains("DONE", "IN_PROGRESS"));

        // The catalogue moves on. The plan is a snapshot: it stays, and says that it is behind.
        Catalogue.edit(org, product.getString("id"), """
                {"name": "Secure Edge", "tasks": [{"key": "attest", "name": "Attest", "weight": 5}]}""");
        org.as("viewer")
                .get(plan)
                .then()
                .body("needsSync", is(true))
                .body("tasks.size()", is(5))
                .body("progress.progressPercentage", equalTo(100f));

        // The product is taken back: gone for all, kept for the administrator.
        org.as("css").delete(assignment).then().statusCode(204);
        org.as("css").get(plan).then().statusCode(404);
        org.as("admin").get(plan).then().statusCode(200).body("progress.completedTasks", is(4));
        assertThat(org.as("viewer")
                        .get("/api/v1/customers/" + customer)
                        .jsonPath()
                        .getFloat("progressPercentage"))
                .isZero();
    }
}
