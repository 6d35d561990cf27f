package dev.cairn.bootstrap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.devservices.DemoIdentities;
import dev.cairn.devservices.demo.DemoData;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemoDataTest {
    @Inject
    DemoData demo;

    @BeforeEach
    void the_demo_is_there() {
        demo.fillOrganisations();
    }

    @Test
    void every_customer_is_as_far_as_its_story_says() {
        assertThat(progress("northwind"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Alder & Finch Retail", 35.62f,
                        "Harrow Lane Insurance", 57.59f,
                        "Brightwater Utilities", 64.10f,
                        "Pelican Coast Logistics", 34.78f,
                        "Quillmark Publishing", 6.84f,
                        "Tessera Biosciences", 55.82f,
                        "Ingrid Solheim", 0.00f));
        assertThat(progress("southwind")).hasSize(5);
    }

    @Test
    void it_is_brought_in_once() {
        var before = total("northwind");
        demo.fillOrganisations();
        assertThat(total("northwind")).isEqualTo(before);
    }

    @Test
    void the_portal_user_finds_its_own_customer_and_no_other() {
        List<String> ids = as("portal@northwind").get("/api/v1/customers").path("items.id");
        assertThat(ids).containsExactly(DemoIdentities.NORTHWIND_FIRST_CUSTOMER.toString());
    }

    private static Map<String, Float> progress(String organisation) {
        List<Map<String, Object>> items =
                as("css@" + organisation).get("/api/v1/customers?limit=200").path("items");
        return items.stream()
                .collect(java.util.stream.Collectors.toMap(
                        item -> (String) item.get("name"),
                        item -> ((Number) item.get("progressPercentage")).floatValue()));
    }

    private static int total(String organisation) {
        return as("css@" + organisation).get("/api/v1/customers").path("total");
    }

    private static RequestSpecification as(String identity) {
        String token = given().formParam("grant_type", "client_credentials")
                .formParam("client_id", identity)
                .formParam("client_secret", DemoIdentities.SECRET)
                .post(Organisation.issuer() + "/protocol/openid-connect/token")
                .path("access_token");
        return given().header("Authorization", "Bearer " + token);
    }
}
