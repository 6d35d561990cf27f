package dev.cairn.bootstrap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Examples;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OpenApiTest {
    private static final Path DOCS = Path.of("..", "docs");

    @ParameterizedTest
    @CsvSource({"/openapi, openapi.yaml", "/openapi-3.0, openapi-3.0.yaml"})
    void the_committed_description_is_the_one_that_is_served(String path, String file) throws IOException {
        var served = given().get(path).then().statusCode(200).extract().asString();
        var committed = DOCS.resolve(file);
        if (Boolean.getBoolean("cairn.openapi.write")) {
            Files.writeString(committed, served);
        }
        assertThat(Files.readString(committed))
                .as("write it anew with -Dcairn.openapi.write=true and read the difference")
                .isEqualTo(served);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/openapi?format=json", "/openapi.json", "/q/openapi?format=json", "/openapi-3.0?format=json"})
    void it_is_served_as_json_too(String path) {
        given().get(path).then().statusCode(200).contentType("application/json");
    }

    @Test
    void null_is_described_for_whatever_a_patch_can_remove() {
        var schemas = new JsonObject(given().get("/openapi?format=json").asString())
                .getJsonObject("components")
                .getJsonObject("schemas");
        for (var whole : List.of("CustomerDetails", "ProductDetails", "ProductTaskDocument")) {
            var required = schemas.getJsonObject(whole).getJsonArray("required", new JsonArray());
            for (var property : schemas.getJsonObject(whole + "Patch").getJsonObject("properties")) {
                var type = ((JsonObject) property.getValue()).getValue("type");
                if (type != null) {
                    assertThat(type instanceof JsonArray types && types.contains("null"))
                            .as(whole + " " + property.getKey() + ": " + type)
                            .isEqualTo(!required.contains(property.getKey()));
                }
            }
        }
    }

    @Test
    void it_is_served_under_its_second_name() {
        given().get("/q/openapi").then().statusCode(200);
    }

    @Test
    void every_example_is_what_its_schema_describes() {
        var examples = Examples.of(given().get("/openapi?format=json").asString());

        assertThat(examples.count()).isGreaterThan(300);
        assertThat(examples.faults()).isEmpty();
    }

    @Test
    void an_example_that_is_not_what_its_schema_describes_is_found() {
        var examples = Examples.of("""
                {"openapi": "3.1.0",
                 "components": {"schemas": {"Short": {"type": "string", "maxLength": 2, "examples": ["long"]}},
                                "examples": {"Number": {"value": 7}}},
                 "paths": {"/api/x": {"get": {"responses": {"200": {"content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Short"},
                    "examples": {"Number": {"$ref": "#/components/examples/Number"}}}}}}}}}}""");

        assertThat(examples.count()).isEqualTo(2);
        assertThat(examples.faults())
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).contains("/components/schemas/Short"))
                .anySatisfy(fault -> assertThat(fault).contains("application~1json"));
    }
}
