package dev.cairn.bootstrap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import dev.cairn.bootstrap.support.Packaged;
import dev.cairn.bootstrap.support.Problems;
import dev.cairn.bootstrap.support.Wire;
import io.quarkus.test.common.DevServicesContext;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The packaged service, in a process of its own, beside the database and the issuer of tests. */
@QuarkusIntegrationTest
class PackagedServiceIT {
    DevServicesContext services;

    @Test
    void it_is_ready() {
        given().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
    }

    @Test
    void a_target_that_is_no_uri_is_a_problem_here_too() {
        var answer = Wire.send("GET", "/api/v1/customers/%zz", Map.of(), new byte[0]);
        Problems.isProblem(answer);
        assertThat(answer.json().getString("code")).isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void the_issuer_runs_for_it_too() {
        assertThat(token()).isNotBlank();
    }

    @Test
    void its_log_is_json_that_names_trace_and_organisation_and_nobody() throws Exception {
        var token = token();
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var process = process(Map.of("quarkus.http.host", "127.0.0.1", "quarkus.http.port", String.valueOf(port)));
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            var lines = new ArrayList<String>();
            do {
                lines.add(Objects.requireNonNull(output.readLine(), () -> "it ended: " + lines));
            } while (!lines.get(lines.size() - 1).contains("Listening on"));

            var answer = given().port(port)
                    .header("Authorization", "Bearer " + token)
                    .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                    .get("/api/v1/customers/somebody@privacy.example?q=else@privacy.example");
            // Not process.destroy(), which would close what is still to be read.
            process.toHandle().destroy();
            output.lines().forEach(lines::add);

            assertThat(answer.statusCode()).isEqualTo(404);
            // Nobody switched it on: production limits by itself.
            assertThat(answer.header("RateLimit")).startsWith("\"client\";r=");
            assertThat(lines).allSatisfy(line -> {
                assertThat(new JsonObject(line).getString("message")).isNotNull();
                assertThat(line).doesNotContain("privacy.example", token.substring(token.lastIndexOf('.') + 1));
            });
            assertThat(lines).map(JsonObject::new).anySatisfy(line -> {
                assertThat(line.getString("loggerName")).isEqualTo("dev.cairn.requests");
                assertThat(line.getJsonObject("mdc").getMap())
                        .containsEntry("traceId", trace)
                        .containsEntry("organisation", "northwind")
                        .containsEntry("route", "/api/v1/customers/{id}")
                        .containsEntry("status", "404");
            });
        } finally {
            process.destroyForcibly();
        }
    }

    private String token() {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "css@northwind")
                .formParam("client_secret", "demo")
                .post(services.devServicesProperties().get("quarkus.oidc.auth-server-url")
                        + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    @Test
    void it_serves_the_committed_description() throws IOException {
        var served = given().get("/openapi").then().statusCode(200).extract().asString();
        assertThat(served).isEqualTo(Files.readString(Path.of("..", "docs", "openapi.yaml")));

        var json = given().get("/openapi?format=json").then().statusCode(200).contentType("application/json");
        json.body("openapi", equalTo("3.1.0"), "paths.size()", greaterThan(50));
        var older = given().get("/openapi-3.0").then().statusCode(200).extract().asString();
        assertThat(older).isEqualTo(Files.readString(Path.of("..", "docs", "openapi-3.0.yaml")));
    }

    @Nested
    class Refuses {
        @Test
        void a_deployment_without_settings_in_one_sentence() throws Exception {
            var start = startedWith(Map.of());

            assertThat(start.exitCode()).isEqualTo(1);
            assertThat(start.output())
                    .hasLineCount(1)
                    .startsWith(
                            "Cairn does not start, because these settings are missing: QUARKUS_DATASOURCE_REACTIVE_URL,")
                    .endsWith("QUARKUS_OIDC_AUTH_SERVER_URL.");
        }

        @Test
        void the_owner_as_the_role_that_serves_requests_before_it_migrates() throws Exception {
            var start = startedWith(Map.of("quarkus.datasource.username", "cairn_owner", "quarkus.http.port", "0"));

            assertThat(start.exitCode()).isEqualTo(1);
            assertThat(start.output())
                    .hasLineCount(1)
                    .startsWith(
                            "Cairn does not start: QUARKUS_DATASOURCE_USERNAME and QUARKUS_FLYWAY_USERNAME name one role");
        }

        @Test
        void a_role_that_no_policy_binds_whatever_its_name() throws Exception {
            // Migrations would give that role what the others of this database live on.
            var start = startedWith(Map.of(
                    "quarkus.datasource.username",
                    "cairn_owner",
                    "quarkus.flyway.username",
                    "somebody",
                    "quarkus.flyway.migrate-at-start",
                    "false",
                    "quarkus.http.port",
                    "0"));

            assertThat(start.exitCode()).isEqualTo(1);
            assertThat(start.output())
                    .contains("Cairn does not start: the service's database role cairn_owner owns tables")
                    .doesNotContain("\tat ")
                    .doesNotContain("Listening on");
        }
    }

    private record Start(int exitCode, String output) {}

    /** Starts the service a second time: with nothing, or with all it needs and these settings on top. */
    private Start startedWith(Map<String, String> settings) throws IOException, InterruptedException {
        var process = process(settings);
        try {
            // First the end, then the words: a service that starts after all would keep its output open.
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Start(process.exitValue(), output.trim());
        } finally {
            process.destroyForcibly();
        }
    }

    private Process process(Map<String, String> settings) throws IOException {
        var all = new HashMap<String, String>();
        if (!settings.isEmpty()) {
            all.putAll(services.devServicesProperties());
            all.putAll(settings);
        }
        return Packaged.process(all).start();
    }
}
