package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cairn.adapters.persistence.shared.Json;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.telemetry.published.Criterion;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader of criteria take and refuse the same. */
@QuarkusTest
class CriteriaSchemaTest {
    private static final String SCHEMA = "/api/v1/schemas/criteria";

    private final Organisation org = Organisation.fresh();

    private Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(org.as("viewer").get(SCHEMA).asString(), InputFormat.JSON);
    }

    private static boolean isRead(String written) {
        try {
            Criterion.parse(Json.object(written));
            return true;
        } catch (DomainException refused) {
            return false;
        }
    }

    @Test
    void it_is_kept_by_its_tag() {
        var answer = org.as("viewer").accept("application/schema+json").get(SCHEMA);
        answer.then().statusCode(200).contentType("application/schema+json").body("title", is("Success criteria"));
        org.as("viewer")
                .header("If-None-Match", answer.header("ETag"))
                .get(SCHEMA)
                .then()
                .statusCode(304);
        refused(given().get(SCHEMA), 401, "UNAUTHENTICATED");
        refused(org.as("viewer").get(SCHEMA + "?all=true"), 400, "VALIDATION_ERROR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"boolean_flag\", \"expectedValue\": false, \"path\": \"/a~1b/~0\", \"description\": \"\"}",
                "{\"type\": \"number_threshold\", \"operator\": \"not_equals\", \"threshold\": -1.5}",
                "{\"type\": \"number_between\", \"min\": 1, \"max\": 1, \"inclusive\": false}",
                "{\"type\": \"string_match\", \"mode\": \"exact\", \"pattern\": \"x\", \"caseSensitive\": true}",
                "{\"type\": \"string_match\", \"mode\": \"regex\", \"pattern\": \"^x+$\"}",
                "{\"type\": \"string_not_null\"}",
                "{\"type\": \"in\", \"values\": [\"\", 1, true]}",
                "{\"type\": \"exists\", \"path\": \"\"}",
                "{\"type\": \"timestamp_comparison\", \"mode\": \"before\"}",
                "{\"type\": \"timestamp_comparison\", \"mode\": \"after\", \"referenceTime\": \"now\"}",
                "{\"type\": \"timestamp_comparison\", \"mode\": \"after\", \"referenceTime\": \"2026-01-01\"}",
                "{\"type\": \"timestamp_comparison\", \"mode\": \"within_days\", \"withinDays\": 0.5, \"referenceTime\": \"2026-01-01T00:00:00+01:00\"}",
                "{\"type\": \"timestamp_not_null\"}",
                "{\"type\": \"not\", \"criterion\": {\"type\": \"not\", \"criterion\": {\"type\": \"exists\"}}}",
                "{\"type\": \"composite_and\", \"path\": \"/a\", \"criteria\": [{\"type\": \"exists\"}, {\"type\": \"composite_or\", \"criteria\": [{\"type\": \"exists\"}]}]}"
            })
    void both_take(String written) {
        assertThat(isRead(written)).isTrue();
        assertThat(schema().validate(written, InputFormat.JSON)).isEmpty();
        assertThat(schema().validate(
                                Json.write(Criterion.parse(Json.object(written))
                                        .toJson()
                                        .members()),
                                InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void both_take_what_the_documentation_shows() throws IOException {
        var schema = schema();
        for (var criterion : CriteriaDocumentTest.criteria()) {
            var normalised = Criterion.parse(Json.object(criterion)).toJson();
            assertThat(schema.validate(Json.write(normalised.members()), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\": \"odd\"}",
                "{\"type\": \"EXISTS\"}",
                "{\"type\": \"exists\", \"path\": \"a\"}",
                "{\"type\": \"exists\", \"path\": \"/~2\"}",
                "{\"type\": \"exists\", \"speed\": 1}",
                "{\"type\": \"exists\", \"description\": 5}",
                "{\"type\": \"boolean_flag\"}",
                "{\"type\": \"boolean_flag\", \"expectedValue\": \"true\"}",
                "{\"type\": \"number_threshold\", \"operator\": \">\", \"threshold\": 1}",
                "{\"type\": \"number_threshold\", \"operator\": \"equals\", \"threshold\": \"1\"}",
                "{\"type\": \"number_threshold\", \"operator\": \"equals\", \"threshold\": 1e30}",
                "{\"type\": \"number_between\", \"min\": 1}",
                "{\"type\": \"number_between\", \"min\": 1, \"max\": 2, \"inclusive\": 1}",
                "{\"type\": \"string_match\", \"mode\": \"like\", \"pattern\": \"x\"}",
                "{\"type\": \"string_match\", \"mode\": \"exact\", \"pattern\": \"\"}",
                "{\"type\": \"in\", \"values\": []}",
                "{\"type\": \"in\", \"values\": [null]}",
                "{\"type\": \"in\", \"values\": [[1]]}",
                "{\"type\": \"timestamp_comparison\", \"mode\": \"within_days\"}",
                "{\"type\": \"timestamp_comparison\", \"mode\": \"within_days\", \"withinDays\": -1}",
                "{\"type\": \"timestamp_comparison\", \"mode\": \"before\", \"withinDays\": 1}",
                "{\"type\": \"timestamp_comparison\", \"mode\": \"before\", \"referenceTime\": \"then\"}",
                "{\"type\": \"not\"}",
                "{\"type\": \"not\", \"criterion\": {\"type\": \"odd\"}}",
                "{\"type\": \"composite_and\", \"criteria\": []}",
                "{\"type\": \"composite_or\", \"criteria\": [{\"type\": \"exists\", \"path\": 1}]}"
            })
    void both_refuse(String written) {
        assertThat(isRead(written)).isFalse();
        assertThat(schema().validate(written, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void both_refuse_what_is_too_long() {
        for (var written : List.of(
                "{\"type\": \"string_match\", \"mode\": \"regex\", \"pattern\": \"" + "x".repeat(201) + "\"}",
                "{\"type\": \"string_match\", \"mode\": \"exact\", \"pattern\": \"" + "x".repeat(1_001) + "\"}",
                "{\"type\": \"in\", \"values\": [" + "1,".repeat(100) + "1]}",
                "{\"type\": \"exists\", \"description\": \"" + "x".repeat(501) + "\"}",
                "{\"type\": \"composite_and\", \"criteria\": [" + "{\"type\": \"exists\"},".repeat(20)
                        + "{\"type\": \"exists\"}]}")) {
            assertThat(isRead(written)).isFalse();
            assertThat(schema().validate(written, InputFormat.JSON)).isNotEmpty();
        }
    }
}
