package dev.cairn.bootstrap;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.DevServicesContext;
import io.quarkus.test.junit.QuarkusIntegrationTest;
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
}
