package dev.cairn.bootstrap;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.adapters.rest.description.OlderDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What OpenAPI 3.1 says, said in 3.0. */
class OlderDescriptionTest {
    private static String older(String schema) throws JsonProcessingException {
        var json = new ObjectMapper();
        var newer =
                json.readTree("{\"openapi\": \"3.1.0\", \"components\": {\"schemas\": {\"Thing\": " + schema + "}}}");
        return OlderDescription.of(newer).at("/components/schemas/Thing").toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": [\"string\", \"null\"]}           | {\"type\": \"string\", \"nullable\": true}",
                "{\"type\": \"string\", \"examples\": [\"a\"]} | {\"type\": \"string\", \"example\": \"a\"}",
                "{\"const\": \"a\"}                           | {\"enum\": [\"a\"]}",
                "{\"exclusiveMinimum\": 0}                    | {\"minimum\": 0, \"exclusiveMinimum\": true}",
                "{\"exclusiveMaximum\": 9}                    | {\"maximum\": 9, \"exclusiveMaximum\": true}",
                "{\"$ref\": \"#/x\"}                          | {\"$ref\": \"#/x\"}",
                "{\"$ref\": \"#/x\", \"description\": \"d\"}  | {\"allOf\": [{\"$ref\": \"#/x\"}], \"description\": \"d\"}"
            })
    void a_schema_is_said_in_older_words(String newer, String expected) throws JsonProcessingException {
        assertThatJson(older(newer)).isEqualTo(expected);
        assertThatJson(older("{\"properties\": {\"a\": " + newer + "}}"))
                .isEqualTo("{\"properties\": {\"a\": " + expected + "}}");
        assertThatJson(older("{\"type\": \"array\", \"items\": " + newer + "}"))
                .isEqualTo("{\"type\": \"array\", \"items\": " + expected + "}");
    }

    @Test
    void what_stands_in_an_example_or_is_the_name_of_a_property_stays_as_it_is() throws JsonProcessingException {
        assertThatJson(older("{\"properties\": {\"examples\": {\"type\": \"string\"}}, \"example\": {\"const\": 1}}"))
                .isEqualTo("{\"properties\": {\"examples\": {\"type\": \"string\"}}, \"example\": {\"const\": 1}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": [\"string\", \"integer\"]}",
                "{\"propertyNames\": {\"pattern\": \"a\"}}",
                "{\"items\": {\"prefixItems\": []}}"
            })
    void what_cannot_be_said_fails(String schema) {
        assertThatThrownBy(() -> older(schema)).isInstanceOf(IllegalStateException.class);
    }
}
