package dev.cairn.bootstrap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {
    private static final Path COMMITTED = Path.of("..", "docs", "openapi.yaml");

    @Test
    void the_committed_description_is_the_one_that_is_served() throws IOException {
        var served = given().get("/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("cairn.openapi.write")) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(Files.readString(COMMITTED))
                .as("write it anew with -Dcairn.openapi.write=true and read the difference")
                .isEqualTo(served);
    }

    @Test
    void it_is_served_under_its_second_name_and_as_json() {
        given().get("/q/openapi").then().statusCode(200);
        given().get("/openapi?format=json").then().statusCode(200).contentType("application/json");
    }
}
