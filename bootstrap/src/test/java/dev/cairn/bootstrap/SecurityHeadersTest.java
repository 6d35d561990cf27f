package dev.cairn.bootstrap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every sort of answer carries what browsers must know. */
@QuarkusTest
class SecurityHeadersTest {
    private static final String CUSTOMERS = "/api/v1/customers";

    private final Organisation org = Organisation.fresh();

    private static void isDressed(Response answer, int status, String caching) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.headers().getValues("Cache-Control")).containsExactly(caching);
        assertThat(answer.header("Server")).isNull();
        // Nothing of it over plain HTTP.
        assertThat(answer.header("Strict-Transport-Security")).isNull();
    }

    @Test
    void answers_of_success() {
        var created = org.as("admin", "{\"name\": \"Dressed\"}").post(CUSTOMERS);
        isDressed(created, 201, "no-store");
        var customer = CUSTOMERS + "/" + created.path("id");
        isDressed(org.as("admin").get(customer), 200, "private, no-cache");
        isDressed(org.as("admin").get(CUSTOMERS), 200, "private, no-cache");
        isDressed(org.as("admin", "{\"name\": \"Dressed anew\"}").put(customer), 200, "no-store");
        isDressed(org.as("admin").delete(customer), 204, "no-store");
    }

    @Test
    void refusals_of_every_layer() {
        isDressed(org.as("css", "{").post(CUSTOMERS), 400, "no-store");
        isDressed(given().get(CUSTOMERS), 401, "no-store");
        isDressed(org.as("viewer", "{}").post(CUSTOMERS), 403, "no-store");
        isDressed(org.as("css").get("/api/v1/nothing"), 404, "no-store");
        isDressed(org.as("css").get(CUSTOMERS + "/7"), 404, "no-store");
        isDressed(given().get("/nothing"), 401, "no-store");
        isDressed(org.as("css").patch(CUSTOMERS), 405, "no-store");
        isDressed(given().urlEncodingEnabled(false).get(CUSTOMERS + "?q=" + "x".repeat(9_000)), 400, "no-store");
        var large = Wire.send("POST", CUSTOMERS, Map.of("Content-Length", "99999999999"), new byte[0]);
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.head()).containsIgnoringCase("x-content-type-options: nosniff");
    }

    @Test
    void a_failure() throws SQLException {
        try (var database = Database.asSuperuser()) {
            database.run("alter table customer add constraint ck_test_dress check (name <> 'Undressed')");
            try {
                isDressed(org.as("css", "{\"name\": \"Undressed\"}").post(CUSTOMERS), 500, "no-store");
            } finally {
                database.run("alter table customer drop constraint ck_test_dress");
            }
        }
    }

    @Test
    void what_is_public() {
        isDressed(given().get("/openapi"), 200, "no-store");
        isDressed(given().get("/q/openapi"), 200, "no-store");
        isDressed(given().get("/q/health/live"), 200, "no-store");
    }

    @Test
    void swagger_ui_may_run_its_own_script_and_nobody_elses() {
        var page = given().get("/q/swagger-ui/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'self'; script-src 'self' 'unsafe-inline'")
                .endsWith("frame-ancestors 'none'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void no_page_of_another_origin_may_ask() {
        var preflight = given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization")
                .options(CUSTOMERS);
        var request =
                org.as("css").header("Origin", "https://elsewhere.example").get(CUSTOMERS);
        assertThat(preflight.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(request.statusCode()).isEqualTo(200);
        for (var answer : new Response[] {preflight, request}) {
            assertThat(answer.headers().asList())
                    .noneMatch(
                            header -> header.getName().toLowerCase(Locale.ROOT).startsWith("access-control-"));
        }
    }
}
