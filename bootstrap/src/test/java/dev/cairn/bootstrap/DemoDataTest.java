package dev.cairn.bootstrap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.devservices.DemoIdentities;
import dev.cairn.devservices.demo.DemoData;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemoDataTest {
    @Inject
    DemoData demo;

    @BeforeEach
    void the_demo_is_there() {
        demo.fillOrganisations();
    }

    @Test
    void every_customer_is_as_far_as_its_story_says() {
        assertThat(progress("northwind"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Alder & Finch Retail", 39.53f,
                        "Harrow Lane Insurance", 57.59f,
                        "Brightwater Utilities", 66.13f,
                        "Pelican Coast Logistics", 39.13f,
                        "Quillmark Publishing", 11.11f,
                        "Tessera Biosciences", 55.82f,
                        "Ingrid Solheim", 0.00f));
        assertThat(progress("southwind")).hasSize(5);
    }

    @Test
    void it_is_brought_in_once() {
        var before = total("northwind");
        demo.fillOrganisations();
        assertThat(total("northwind")).isEqualTo(before);
    }

    @Test
    void the_portal_user_finds_its_own_customer_and_no_other() {
        List<String> ids = as("portal@northwind").get("/api/v1/customers").path("items.id");
        assertThat(ids).containsExactly(DemoIdentities.NORTHWIND_FIRST_CUSTOMER.toString());
    }

    @Test
    void what_the_systems_of_a_customer_report_moves_its_tasks() {
        var task = task("Alder & Finch Retail", "Observe data movements with DLP in monitor mode");
        assertThat(task)
                .containsEntry("status", "DONE")
                .containsEntry("statusMode", "AUTO")
                .containsEntry("statusUpdateSource", "TELEMETRY");
        assertThat((String) task.get("statusNotes")).contains("Rule 3", "78 ≥ 70");
    }

    @Test
    void what_two_full_files_do_not_mention_is_used_no_longer() {
        var task = task("Harrow Lane Insurance", "Replay sessions with privacy on");
        assertThat(task).containsEntry("status", "NO_LONGER_USING").containsEntry("statusMode", "AUTO");
        assertThat((String) task.get("statusNotes")).contains("Rule 4", "no longer fresh");
        List<Map<String, Object>> history = as("css@northwind")
                .get("/api/v1/tasks/" + task.get("id") + "/history")
                .path("items");
        assertThat(history).extracting(entry -> entry.get("to")).containsExactly("NO_LONGER_USING", "DONE");
    }

    @Test
    void where_a_person_has_the_say_telemetry_suggests() {
        assertThat(task("Alder & Finch Retail", "Prove tunnel failover"))
                .containsEntry("status", "IN_PROGRESS")
                .containsEntry("statusMode", "MANUAL")
                .containsEntry("suggestedStatus", "DONE");
        assertThat(task("Harrow Lane Insurance", "Cut alert noise"))
                .containsEntry("status", "COMPLETED")
                .containsEntry("suggestedStatus", "IN_PROGRESS");
    }

    @Test
    void a_value_that_cannot_be_judged_is_shown() {
        var task = task("Brightwater Utilities", "Serve the first model to a business process");
        List<String> sentences = as("css@northwind")
                .get("/api/v1/tasks/" + task.get("id") + "/explanation")
                .path("attributes.tree.children.sentence.flatten()");
        assertThat(sentences).contains("latency/p95 \"n/a\" is not a number");
    }

    @Test
    void a_plan_that_was_left_behind_says_what_a_synchronisation_would_do() {
        Map<String, Object> behind = plans("Brightwater Utilities").stream()
                .filter(plan -> "ADVANTAGE".equals(entitled(plan)))
                .findFirst()
                .orElseThrow();
        assertThat(behind).containsEntry("needsSync", true);
        var preview = as("css@northwind")
                .post("/api/v1/adoption-plans/" + behind.get("id") + "/sync/preview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(preview.getList("archive.reason")).contains("LICENSE");
        assertThat(preview.getList("archive.name")).contains("Serve the first model to a business process");
        assertThat(preview.getList("update.name")).contains("Share data with partners without copies");
    }

    /** The level that a plan's customer has now, whatever the plan was made with. */
    private static String entitled(Map<String, Object> plan) {
        return as("css@northwind")
                .get("/api/v1/customers/" + plan.get("customerId") + "/products/" + plan.get("assignmentId"))
                .path("licenseLevel");
    }

    private static List<Map<String, Object>> plans(String customer) {
        String id = as("css@northwind")
                .queryParam("q", customer)
                .get("/api/v1/customers")
                .path("items[0].id");
        return as("css@northwind")
                .get("/api/v1/customers/" + id + "/adoption-plans")
                .path("items");
    }

    /** A task by the names of its customer and of itself. */
    private static Map<String, Object> task(String customer, String name) {
        return plans(customer).stream()
                .flatMap(plan -> as("css@northwind")
                        .get("/api/v1/adoption-plans/" + plan.get("id") + "/tasks?limit=200")
                        .<List<Map<String, Object>>>path("items")
                        .stream())
                .filter(task -> name.equals(task.get("name")))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Float> progress(String organisation) {
        List<Map<String, Object>> items =
                as("css@" + organisation).get("/api/v1/customers?limit=200").path("items");
        return items.stream()
                .collect(java.util.stream.Collectors.toMap(
                        item -> (String) item.get("name"),
                        item -> ((Number) item.get("progressPercentage")).floatValue()));
    }

    private static int total(String organisation) {
        return as("css@" + organisation).get("/api/v1/customers").path("total");
    }

    private static RequestSpecification as(String identity) {
        String token = given().formParam("grant_type", "client_credentials")
                .formParam("client_id", identity)
                .formParam("client_secret", DemoIdentities.SECRET)
                .post(Organisation.issuer() + "/protocol/openid-connect/token")
                .path("access_token");
        return given().header("Authorization", "Bearer " + token);
    }
}
