package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.DevServicesContext;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The tour that newcomers take, against the packaged service. */
@QuarkusIntegrationTest
class TourIT {
    DevServicesContext services;

    @Test
    void the_tour_takes_a_plan_from_nothing_to_everything() throws Exception {
        var builder =
                new ProcessBuilder("bash", Path.of("..", "docs", "tour.sh").toString()).redirectErrorStream(true);
        builder.environment().put("CAIRN", "http://127.0.0.1:" + RestAssured.port);
        builder.environment().put("ISSUER", services.devServicesProperties().get("quarkus.oidc.auth-server-url"));
        var tour = builder.start();
        var told = new String(tour.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tour.waitFor(1, TimeUnit.MINUTES)).isTrue();

        assertThat(told)
                .contains("0.00 % of 90.00, 0 of 3 tasks, needs sync: false")
                .contains("57.14 % of 70.00, 1 of 2 tasks")
                .contains("100.00 % of 70.00, 2 of 2 tasks, needs sync: false")
                .contains("IN_PROGRESS -> DONE\n  NOT_STARTED -> IN_PROGRESS")
                .contains("100.00 % of 70.00, 2 of 2 tasks, needs sync: true")
                .contains("progress of the customer: 100.00 %");
        assertThat(tour.exitValue()).isZero();
    }
}
