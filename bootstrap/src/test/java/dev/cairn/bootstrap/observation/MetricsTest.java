package dev.cairn.bootstrap.observation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Scrape;
import dev.cairn.bootstrap.support.Statements;
import dev.cairn.bootstrap.support.Wire;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the service tells of itself in figures, and that none of them tells of a person, a customer or an organisation. */
@QuarkusTest
class MetricsTest {
    private static final String EMAIL = "josephine.markward@privacy.example";
    private static final String REQUESTS = "http_server_requests_seconds_count";
    private static final String USE_CASES = "cairn_use_case_seconds_count";

    private final Organisation org = Organisation.fresh();

    @Inject
    Lookout lookout;

    /** How much a figure grew by a piece of work; it is taken a moment after the answer. */
    private static void grows(Runnable work, double by, String name, String... labels) {
        var before = Scrape.now().sum(name, labels);
        work.run();
        Awaitility.await()
                .untilAsserted(() -> assertThat(Scrape.now().sum(name, labels) - before)
                        .as(name + " " + String.join(" ", labels))
                        .isEqualTo(by));
    }

    @Test
    void a_request_counts_by_the_template_of_its_path() {
        var customer = org.customer("{\"name\": \"Acme\"}");
        var path = "/api/v1/customers/" + customer;
        var uri = "/api/v1/customers/{id}";
        grows(() -> org.as("css").get(path), 1, REQUESTS, "method", "GET", "uri", uri, "status", "200");
        grows(
                () -> org.as("css").get("/api/v1/customers/" + UUID.randomUUID()),
                1,
                REQUESTS,
                "method",
                "GET",
                "uri",
                uri,
                "status",
                "404",
                "outcome",
                "CLIENT_ERROR");
        grows(() -> given().get(path), 1, REQUESTS, "method", "GET", "uri", "(not matched)", "status", "401");
        grows(() -> org.as("css").get("/api/v1/" + customer), 1, REQUESTS, "uri", "(no such path)", "status", "404");
    }

    @Test
    void a_word_that_a_client_makes_up_for_a_method_becomes_no_label() {
        grows(() -> Wire.send("ACME", "/api/v1/customers", Map.of(), new byte[0]), 1, REQUESTS, "method", "OTHER");
        assertThat(Scrape.now().words()).doesNotContain("ACME");
    }

    @Test
    void a_probe_and_a_scrape_are_no_requests_of_the_api() {
        given().get("/q/health/ready");
        given().get("/q/metrics");
        assertThat(Scrape.now().words()).noneMatch(word -> word.startsWith("/q/"));
    }

    @Test
    void a_use_case_counts_by_its_name_and_by_how_it_ended() {
        var adopted = Adopted.ofTasks(org, 2, "1");
        var again = "{\"productId\": \"" + adopted.product().getString("id") + "\"}";
        grows(() -> adopted.set(0, "DONE"), 1, USE_CASES, "use_case", "ChangeTaskStatus", "outcome", "done");
        grows(
                () -> Adopted.assign(org, adopted.customer(), again).then().statusCode(409),
                1,
                USE_CASES,
                "use_case",
                "AssignProduct",
                "outcome",
                "refused");
        grows(
                () -> org.as("admin", "{\"name\": \"By the long road\"}")
                        .patch("/api/v1/products/" + adopted.product().getString("id"))
                        .then()
                        .statusCode(200),
                1,
                USE_CASES,
                "use_case",
                "UpdateProduct",
                "outcome",
                "done");
    }

    @Test
    void a_read_counts_by_the_right_it_was_made_under() {
        var adopted = Adopted.ofTasks(org, 1, "1");
        var product = "/api/v1/products/" + adopted.product().getString("id");
        grows(() -> org.as("css").get(product), 1, "cairn_read_seconds_count", "right", "CATALOG_READ");
        grows(
                () -> org.as("css").get(adopted.planPath()),
                1,
                "cairn_read_seconds_count",
                "right",
                "CUSTOMER_READ",
                "outcome",
                "done");
    }

    @Test
    void what_waits_and_whether_it_is_ready_is_asked_by_two_statements_and_none_at_a_scrape() {
        org.customer("{\"name\": \"Acme\"}");
        assertThat(new Statements().during(this::look)).hasSize(2);
        var scrape = Scrape.now();
        assertThat(scrape.sum("cairn_ready")).isEqualTo(1);
        assertThat(scrape.sum("cairn_identity_keys_known")).isEqualTo(1);
        assertThat(scrape.sum("cairn_identity_provider_answers")).isEqualTo(1);
        assertThat(scrape.sum("cairn_outbox_waiting")).isPositive();
        assertThat(scrape.sum("cairn_outbox_oldest_age_seconds")).isPositive();
        assertThat(scrape.sum("cairn_jobs_ready")).isNotNegative();
        assertThat(new Statements().during(Scrape::now)).isEmpty();
    }

    private void look() {
        lookout.look().await().indefinitely();
    }

    @Test
    void the_pool_the_machine_and_the_process_are_measured() {
        assertThat(Scrape.afterACollection().names())
                .contains(
                        "sql_pool_active",
                        "sql_pool_idle",
                        "sql_pool_queue_size",
                        "jvm_memory_used_bytes",
                        "jvm_gc_pause_seconds_count",
                        "jvm_threads_live_threads",
                        "process_cpu_usage",
                        "process_uptime_seconds");
    }

    @Test
    void the_floors_that_the_service_promises_are_bounds_of_its_histograms() {
        org.customer("{\"name\": \"Acme\"}");
        var bounds = Scrape.now().samples().stream()
                .filter(sample -> sample.name().equals("cairn_use_case_seconds_bucket"))
                .map(sample -> sample.labels().get("le"));
        assertThat(bounds).contains("0.1", "0.2", "0.5", "2.0");
    }

    @Test
    void no_label_holds_a_person_a_customer_or_an_organisation() {
        var person =
                "{\"type\": \"INDIVIDUAL\", \"firstName\": \"Josephine\", \"lastName\": \"Markward\", \"email\": \""
                        + EMAIL + "\"}";
        org.customer(person);
        var adopted = Adopted.ofTasks(org, 2, "1");
        org.as("admin", person).post("/api/v1/customers").then().statusCode(409);
        org.as("admin").queryParam("q", EMAIL).get("/api/v1/customers").then().statusCode(200);
        org.as("admin").get("/api/v1/customers/" + EMAIL).then().statusCode(404);
        org.as("admin").get("/api/v1/" + EMAIL).then().statusCode(404);
        given().get("/api/v1/customers/" + EMAIL).then().statusCode(401);
        adopted.set(0, "DONE");
        look();

        var words = Scrape.now().words();
        assertThat(words)
                .contains("AssignProduct", "/api/v1/customers/{id}")
                .noneMatch(word -> word.contains(org.name())
                        || word.contains("@")
                        || word.toLowerCase(Locale.ROOT).contains("markward")
                        || word.matches(".*[0-9a-f]{8}-[0-9a-f]{4}-.*")
                        || word.contains("css"));
    }
}
