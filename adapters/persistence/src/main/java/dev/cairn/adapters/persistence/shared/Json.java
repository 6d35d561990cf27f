package dev.cairn.adapters.persistence.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.JsonValue;
import java.util.Map;

/** Between JDK values and the text of a {@code jsonb} column. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private Json() {}

    /** The text of a map, a list or another JDK value. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("something that is no JDK value cannot be stored as JSON", unexpected);
        }
    }

    /**
     * The value of a JSON object. Select the column as text: the driver's own reading of {@code jsonb} makes binary
     * fractions of decimals.
     */
    public static JsonObject object(String text) {
        try {
            return new JsonObject(MAPPER.readValue(text, MEMBERS));
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("a stored JSON object cannot be read", unexpected);
        }
    }

    /** The value of JSON other than null, exactly; select the column as text. */
    public static JsonValue value(String text) {
        try {
            return new JsonValue(MAPPER.readValue(text, Object.class));
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("a stored JSON value cannot be read", unexpected);
        }
    }
}
