package dev.cairn.bootstrap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.cairn.bootstrap.support.Packaged;
import dev.cairn.bootstrap.support.Problems;
import dev.cairn.bootstrap.support.Wire;
import io.quarkus.test.common.DevServicesContext;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
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
        given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "css@northwind")
                .formParam("client_secret", "demo")
                .post(services.devServicesProperties().get("quarkus.oidc.auth-server-url")
                        + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .body("access_token", notNullValue());
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
        void the_owner_as_the_role_that_serves_requests() throws Exception {
            var start = startedWith(Map.of("quarkus.datasource.username", "cairn_owner", "quarkus.http.port", "0"));

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
        var all = new HashMap<String, String>();
        if (!settings.isEmpty()) {
            all.putAll(services.devServicesProperties());
            all.putAll(settings);
        }
        var process = Packaged.process(all).start();
        try {
            // First the end, then the words: a service that starts after all would keep its output open.
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Start(process.exitValue(), output.trim());
        } finally {
            process.destroyForcibly();
        }
    }
}
