package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.cairn.bootstrap.support.Packaged;
import dev.cairn.bootstrap.support.Parallel;
import dev.cairn.bootstrap.support.Relay;
import io.quarkus.test.common.DevServicesContext;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged service, its issuer away, back, and with another key; the service itself is never started again. */
@QuarkusIntegrationTest
class IssuerIT {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String REALM = "/realms/cairn";
    private static final Duration SOON = Duration.ofSeconds(20);

    DevServicesContext services;

    private Relay issuer;

    @BeforeEach
    void stand_between() {
        issuer = Relay.to(URI.create(provided()).getPort());
    }

    @AfterEach
    void step_aside() {
        issuer.close();
    }

    @Test
    void without_keys_it_starts_answers_503_to_every_token_and_recovers_by_itself() throws Exception {
        var token = token(Map.of());
        var expired = token(Map.of("ttl", "-60"));
        issuer.cut();

        try (var service = started()) {
            service.request().get("/q/health/live").then().statusCode(200).body("status", is("UP"));
            tells(service, "none", "silent");
            refused(service.request().get(CUSTOMERS), 401, "UNAUTHENTICATED");
            isUnavailable(service.as(token).get(CUSTOMERS));
            isUnavailable(service.as(token, "{\"name\": \"x\"}").post(CUSTOMERS));
            isUnavailable(service.as(expired).get(CUSTOMERS));
            isUnavailable(service.as("a.b.c").get(CUSTOMERS));
            assertThat(Parallel.times(50, i -> service.as(token).get(CUSTOMERS).statusCode()))
                    .containsOnly(503);
            assertThat(stackTraces(service))
                    .as("the service tries once in a while, not at every request")
                    .isLessThan(30);

            issuer.goDumb();
            soon(() -> {
                var asked = Instant.now();
                isUnavailable(service.as(token).get(CUSTOMERS));
                assertThat(asked)
                        .as("it has waited, and not for ever")
                        .isBefore(Instant.now().minusSeconds(3));
            });
            service.request().get("/q/health/live").then().statusCode(200);

            issuer.mend();
            soon(() -> service.as(token).get(CUSTOMERS).then().statusCode(200));
            refused(service.as(expired).get(CUSTOMERS), 401, "UNAUTHENTICATED");
            tells(service, "known", "answers");
        }
    }

    @Test
    void with_keys_it_goes_on_without_the_issuer_and_cannot_judge_a_key_it_does_not_know() throws Exception {
        try (var service = started()) {
            var token = token(Map.of());
            var expired = token(Map.of("ttl", "-60"));
            var unknown = token(Map.of("kid", "unknown"));
            service.as(token).get(CUSTOMERS).then().statusCode(200);

            issuer.cut();
            service.as(token).get(CUSTOMERS).then().statusCode(200);
            refused(service.as(expired).get(CUSTOMERS), 401, "UNAUTHENTICATED");
            refused(service.as("a.b.c").get(CUSTOMERS), 401, "UNAUTHENTICATED");
            refused(service.as("garbage").get(CUSTOMERS), 401, "UNAUTHENTICATED");
            // The first makes the service ask for keys, the second comes while it may not ask again.
            isUnavailable(service.as(unknown).get(CUSTOMERS));
            isUnavailable(service.as(unknown).get(CUSTOMERS));
            tells(service, "known", "silent");
            service.as(token).get(CUSTOMERS).then().statusCode(200);

            issuer.mend();
            soon(() -> refused(service.as(unknown).get(CUSTOMERS), 401, "UNAUTHENTICATED"));
            service.as(token).get(CUSTOMERS).then().statusCode(200);
        }
    }

    @Test
    void a_new_key_is_taken_while_it_runs_and_the_old_one_counts_no_longer() throws Exception {
        try (var service = started()) {
            var old = token(Map.of());
            service.as(old).get(CUSTOMERS).then().statusCode(200);

            rotate();
            var fresh = token(Map.of());
            assertThat(keyOf(fresh)).isNotEqualTo(keyOf(old));
            // The first of many makes the service ask for keys; the others wait for the answer.
            assertThat(Parallel.times(20, i -> service.as(fresh).get(CUSTOMERS).statusCode()))
                    .containsOnly(200);
            soon(() -> refused(service.as(old).get(CUSTOMERS), 401, "UNAUTHENTICATED"));

            // Not the first time alone.
            rotate();
            var fresher = token(Map.of());
            soon(() -> service.as(fresher).get(CUSTOMERS).then().statusCode(200));
            soon(() -> refused(service.as(fresh).get(CUSTOMERS), 401, "UNAUTHENTICATED"));
        }
    }

    /** Ready all the same: the issuer is away for every replica alike. */
    private static void tells(Packaged service, String keys, String provider) {
        service.request()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body("checks.find { it.name == 'identity-provider' }.data.keys", is(keys))
                .body("checks.find { it.name == 'identity-provider' }.data.provider", is(provider));
    }

    private static void isUnavailable(Response answer) {
        refused(answer, 503, "UNAVAILABLE").header("Retry-After", notNullValue());
    }

    private static long stackTraces(Packaged service) {
        return service.output()
                .lines()
                .filter(line -> line.startsWith("Caused by:"))
                .count();
    }

    private static void soon(Runnable assertion) {
        Awaitility.await().atMost(SOON).untilAsserted(assertion::run);
    }

    private Packaged started() throws Exception {
        var settings = new HashMap<>(services.devServicesProperties());
        settings.put("quarkus.oidc.auth-server-url", realm());
        return Packaged.start(settings);
    }

    private String provided() {
        return services.devServicesProperties().get("quarkus.oidc.auth-server-url");
    }

    /** The issuer by the address of the relay, which is what its tokens name. */
    private String realm() {
        return "http://127.0.0.1:" + issuer.port() + REALM;
    }

    private String token(Map<String, String> wishes) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "viewer@northwind")
                .formParam("client_secret", "demo")
                .formParams(wishes)
                .post(realm() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private void rotate() {
        given().post(realm() + "/protocol/openid-connect/certs").then().statusCode(200);
    }

    private static String keyOf(String token) {
        return token.substring(0, token.indexOf('.'));
    }
}
