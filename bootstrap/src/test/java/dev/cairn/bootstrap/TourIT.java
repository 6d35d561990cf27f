package dev.cairn.bootstrap;

import dev.cairn.bootstrap.support.Tour;
import io.quarkus.test.common.DevServicesContext;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

/** The tour that newcomers take, against the packaged service. */
@QuarkusIntegrationTest
class TourIT {
    DevServicesContext services;

    @Test
    void the_tour_takes_a_plan_from_nothing_to_everything() throws Exception {
        Tour.walk(
                "http://127.0.0.1:" + RestAssured.port,
                services.devServicesProperties().get("quarkus.oidc.auth-server-url"));
    }
}
