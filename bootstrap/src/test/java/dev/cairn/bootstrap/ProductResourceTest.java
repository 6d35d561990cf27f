package dev.cairn.bootstrap;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.bootstrap.support.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProductResourceTest {
    private final Organisation org = Organisation.fresh();

    @Test
    void a_name_alone_makes_a_product_that_is_found_at_its_location() {
        var location = org.as("sme", "{\"name\": \"Secure Edge\"}")
                .post("/api/v1/products")
                .then()
                .statusCode(201)
                .body("version", is(1))
                .body("taskCount", is(0))
                .body("totalWeight", equalTo(0f))
                .body("licenses", contains("ESSENTIAL", "ADVANTAGE", "SIGNATURE"))
                .body("outcomes", hasSize(0))
                .body("tasks", hasSize(0))
                .body("description", nullValue())
                .body("weightsNormalizedFrom", nullValue())
                .body("createdAt", notNullValue())
                .extract()
                .header("Location");
        org.as("viewer").get(location).then().statusCode(200).body("name", is("Secure Edge"));
        org.as("viewer").get("/api/v1/products").then().statusCode(200).body("items.name", contains("Secure Edge"));
        org.as("viewer").get(location + "/export").then().statusCode(200).body("name", is("Secure Edge"));
        org.as("admin", "{\"name\": \"Secure Edge\", \"tasks\": [{\"name\": \"Connect\", \"weight\": 12.5}]}")
                .put(location + "/import")
                .then()
                .statusCode(200)
                .body("version", is(2))
                .body("tasks[0].weight", equalTo(12.5f));
        org.as("viewer").get(location).then().statusCode(200).body("tasks[0].key", is("connect"));
        org.as("admin").delete(location).then().statusCode(204);
        org.as("admin").delete(location).then().statusCode(404);
    }
}
