package dev.cairn.adapters.rest.telemetry;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The JSON Schema of criteria, as it lies beside this class. */
@Schema(
        name = "CriteriaSchema",
        type = SchemaType.OBJECT,
        additionalProperties = Schema.True.class,
        maxProperties = 100,
        description = "A JSON Schema, draft 2020-12.",
        examples = """
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}""")
final class CriteriaSchemaJson implements Tagged {
    static final CriteriaSchemaJson PUBLISHED = new CriteriaSchemaJson();

    private static final JsonNode CONTENT = read();

    private CriteriaSchemaJson() {}

    private static JsonNode read() {
        try (var file = CriteriaSchemaJson.class.getResourceAsStream("criteria.schema.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @JsonValue
    JsonNode content() {
        return CONTENT;
    }

    /** It has no version: the tag says what it is. */
    @Override
    public EntityTag etag() {
        return EntityTag.of(0, CONTENT);
    }
}
