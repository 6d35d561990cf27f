package dev.cairn.bootstrap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Packaged;
import io.quarkus.test.common.DevServicesContext;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A process of the packaged service that is killed in the middle of a roll-out, and another that goes on. */
@QuarkusIntegrationTest
class KilledServiceIT {
    private static final int PLANS = 120;
    private static final int TASKS = 5;

    DevServicesContext services;

    @Test
    void what_was_begun_is_done_by_another_and_each_plan_once() throws Exception {
        var token = token();
        try (var survivor = started()) {
            String job;
            int doneBefore;
            var plans = new ArrayList<String>();
            try (var victim = started()) {
                var product = victim.as(token, Catalogue.ofTasks("Killed " + System.nanoTime(), TASKS, "1"))
                        .post("/api/v1/products")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
                for (int i = 0; i < PLANS; i++) {
                    plans.add(plan(i % 2 == 0 ? victim : survivor, token, product.getString("id")));
                }
                victim.as(token, "{\"notes\": \"Edited\"}")
                        .patch("/api/v1/products/" + product.getString("id") + "/tasks/"
                                + product.getString("tasks[0].id"))
                        .then()
                        .statusCode(200);
                job = victim.as(token, "{}")
                        .post("/api/v1/products/" + product.getString("id") + "/roll-out")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("jobId");
                Awaitility.await()
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> job(survivor, token, job).getInt("done") > 5);
                victim.kill();
                doneBefore = job(survivor, token, job).getInt("done");
            }
            assertThat(doneBefore).as("done when it was killed").isLessThan(PLANS);

            var ended = Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(
                            () -> job(survivor, token, job),
                            it -> it.getString("status").equals("SUCCEEDED"));

            assertThat(ended.getInt("total")).isEqualTo(PLANS);
            assertThat(ended.getInt("done")).isEqualTo(PLANS);
            assertThat(ended.getInt("failedCount")).isZero();
            assertThat(ended.getInt("result.changed"))
                    .as("done once and told once")
                    .isEqualTo(PLANS);
            assertThat(ended.getInt("result.updated")).isEqualTo(PLANS);
            for (var plan : plans) {
                survivor.as(token)
                        .get("/api/v1/adoption-plans/" + plan)
                        .then()
                        .body("needsSync", is(false))
                        .body("version", is(2))
                        .body("progress.totalTasks", is(TASKS));
                survivor.as(token)
                        .get("/api/v1/audit?action=adoption.plan_synced&entityId=" + plan)
                        .then()
                        .body("total", is(1));
            }
        }
    }

    private static String plan(Packaged service, String token, String product) {
        String customer = service.as(token, "{\"name\": \"Customer " + System.nanoTime() + "\"}")
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return service.as(token, "{\"productId\": \"" + product + "\"}")
                .post("/api/v1/customers/" + customer + "/products")
                .then()
                .statusCode(201)
                .extract()
                .path("adoptionPlan.id");
    }

    private static JsonPath job(Packaged service, String token, String id) {
        return service.as(token)
                .get("/api/v1/jobs/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** One plan at a time and short turns, so that there is a middle; a short lease, so that the test is short. */
    private Packaged started() throws Exception {
        var settings = new HashMap<>(services.devServicesProperties());
        settings.put("cairn.rate-limit.enabled", "false");
        settings.put("cairn.jobs.concurrency", "1");
        settings.put("cairn.jobs.turn", "50");
        settings.put("cairn.jobs.lease", "5s");
        settings.put("cairn.jobs.poll-every", "1s");
        return Packaged.start(settings);
    }

    private String token() {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "admin@killed" + System.nanoTime())
                .formParam("client_secret", "demo")
                .post(services.devServicesProperties().get("quarkus.oidc.auth-server-url")
                        + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
