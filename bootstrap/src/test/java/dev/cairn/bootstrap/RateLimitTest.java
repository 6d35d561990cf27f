package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.cairn.bootstrap.support.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Requests are counted for the organisations that the settings of tests name, and for nobody else. */
@QuarkusTest
class RateLimitTest {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final Pattern LEFT = Pattern.compile("\"(client|organisation)\";r=(\\d+);t=(\\d+)");

    private final Organisation each = Organisation.named("paced-each");
    private final Organisation together = Organisation.named("paced-together");

    private static long left(Response answer, String quota) {
        return LEFT.matcher(answer.header("RateLimit"))
                .results()
                .filter(found -> found.group(1).equals(quota))
                .map(found -> Long.valueOf(found.group(2)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_client_that_asks_too_often_is_told_when_to_come_back() {
        assertThat(left(each.as("css").get(CUSTOMERS), "client")).isEqualTo(2);
        assertThat(left(each.as("css").get(CUSTOMERS), "client")).isEqualTo(1);
        assertThat(left(each.as("css").get(CUSTOMERS), "client")).isZero();

        var refused = each.as("css").get(CUSTOMERS);

        refused(refused, 429, "RATE_LIMITED").body("detail", containsString("3 requests in 3600 seconds"));
        // The first of three comes back a third of the hour after it was drawn.
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1_100, 1_200);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"client\";q=3;w=3600");
        assertThat(left(refused, "client")).isZero();
    }

    @Test
    void another_client_of_the_organisation_has_a_quota_of_its_own() {
        for (int i = 0; i < 4; i++) {
            each.as("sales").get(CUSTOMERS);
        }
        refused(each.as("sales").get(CUSTOMERS), 429, "RATE_LIMITED");
        each.as("viewer").get(CUSTOMERS).then().statusCode(200);
    }

    @Test
    void all_clients_of_an_organisation_share_one_and_a_refusal_costs_the_client_nothing() {
        together.as("css").get(CUSTOMERS).then().statusCode(200);
        together.as("sales").get(CUSTOMERS).then().statusCode(200);
        var third = together.as("viewer").get(CUSTOMERS);
        assertThat(left(third, "organisation")).isZero();
        assertThat(third.header("RateLimit-Policy")).isEqualTo("\"client\";q=6000;w=60, \"organisation\";q=3;w=3600");

        refused(together.as("admin").get(CUSTOMERS), 429, "RATE_LIMITED");
        var again = together.as("admin").get(CUSTOMERS);

        refused(again, 429, "RATE_LIMITED");
        assertThat(left(again, "client")).isBetween(5_998L, 6_000L);
        assertThat(Integer.parseInt(again.header("Retry-After"))).isBetween(1_100, 1_200);
    }

    @Test
    void a_request_is_counted_before_anything_of_it_is_looked_at() {
        var unknown = each.as("support").get("/api/v1/nothing");
        refused(unknown, 404, "NOT_FOUND");
        assertThat(left(unknown, "client")).isEqualTo(2);
        assertThat(left(each.as("support", "{").post(CUSTOMERS), "client")).isEqualTo(1);
        assertThat(left(each.as("support").delete(CUSTOMERS), "client")).isZero();
        refused(each.as("support", "{").post(CUSTOMERS), 429, "RATE_LIMITED");
    }

    @Test
    void who_nobody_knows_is_401_and_draws_from_no_quota() {
        var stranger = given().get(CUSTOMERS);
        refused(stranger, 401, "UNAUTHENTICATED");
        assertThat(stranger.header("RateLimit")).isNull();
    }

    @Test
    void an_organisation_without_a_limit_hears_of_none() {
        var answer = Organisation.fresh().as("css").get(CUSTOMERS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("RateLimit")).isNull();
        assertThat(answer.header("RateLimit-Policy")).isNull();
    }
}
