package dev.cairn.bootstrap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.cairn.bootstrap.support.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HouseTest {
    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    @ConfigProperty(name = "cairn.test.statement-log")
    Path statementLog;

    @Test
    void the_service_is_ready_once_database_and_migrations_are() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body("checks.find { it.name == 'database' }.status", is("UP"))
                .body("checks.find { it.name == 'migrations' }.status", is("UP"));
        given().get("/q/health/live").then().statusCode(200).body("status", is("UP"));
    }

    @Test
    void whoever_waits_for_migrations_has_started_and_is_not_restarted_for_it() {
        given().get("/q/health/started")
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body("checks.name", not(hasItem("migrations")));
        given().get("/q/health/live").then().statusCode(200).body("checks.name", not(hasItem("migrations")));
    }

    @Test
    void readiness_tells_how_things_stand_with_the_issuer() {
        Organisation.fresh().as("css").get("/api/v1/customers").then().statusCode(200);
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'identity-provider' }.status", is("UP"))
                .body("checks.find { it.name == 'identity-provider' }.data.keys", is("known"))
                .body("checks.find { it.name == 'identity-provider' }.data.provider", is("answers"));
    }

    @Test
    void the_issuer_hands_out_a_token_as_keycloak_would() {
        given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "css@northwind")
                .formParam("client_secret", "demo")
                .post(issuer + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .body("token_type", is("Bearer"))
                .body("expires_in", is(3600))
                .body("access_token", notNullValue());
    }

    @Test
    void the_server_writes_down_each_statement_for_tests_to_count() throws Exception {
        given().get("/q/health/ready").then().statusCode(200);
        // The server answers first and writes the log a little later.
        await().untilAsserted(
                        () -> assertThat(Files.readString(statementLog)).contains("\"message\":\"execute", "select 1"));
    }
}
