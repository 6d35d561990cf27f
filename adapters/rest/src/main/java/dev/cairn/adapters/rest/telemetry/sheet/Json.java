package dev.cairn.adapters.rest.telemetry.sheet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.adapters.rest.shared.BodyReader;
import dev.cairn.domain.shared.JsonValue;
import java.util.Optional;

/** JSON inside a cell. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(BodyReader.MAX_DEPTH)
                            .build())
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private Json() {}

    static String text(JsonValue value) {
        try {
            return MAPPER.writeValueAsString(value.content());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The value that the text says; nothing when it is no JSON, or null. */
    static Optional<JsonValue> value(String text) {
        try {
            return Optional.ofNullable(MAPPER.readValue(text, Object.class)).map(JsonValue::new);
        } catch (JsonProcessingException | NumberFormatException | ArithmeticException notJson) {
            return Optional.empty();
        }
    }
}
