package dev.cairn.adapters.rest.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Says what a description in OpenAPI 3.1 says in the words of 3.0, for tools that know no newer one. What cannot be said
 * there fails, so that nothing is lost in silence.
 */
public final class OlderDescription {
    private static final String VERSION = "3.0.3";

    /** What a schema can say in 3.0. */
    private static final Set<String> KNOWN = Set.of(
            "$ref",
            "title",
            "multipleOf",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "maxProperties",
            "minProperties",
            "required",
            "enum",
            "type",
            "allOf",
            "oneOf",
            "anyOf",
            "not",
            "items",
            "properties",
            "additionalProperties",
            "description",
            "format",
            "default",
            "nullable",
            "discriminator",
            "readOnly",
            "writeOnly",
            "xml",
            "externalDocs",
            "example",
            "deprecated");

    private OlderDescription() {}

    /** The same description in 3.0; the one that is given stays as it is. */
    public static ObjectNode of(JsonNode newer) {
        ObjectNode older = newer.deepCopy();
        older.put("openapi", VERSION);
        for (var added : Set.of("webhooks", "jsonSchemaDialect")) {
            if (older.has(added)) {
                throw new IllegalStateException("OpenAPI 3.0 has no " + added);
            }
        }
        older.path("components").path("schemas").forEach(OlderDescription::schema);
        outside(older);
        return older;
    }

    /** Looks for schemas everywhere but inside of values. */
    private static void outside(JsonNode node) {
        for (var member : node.properties()) {
            switch (member.getKey()) {
                case "example", "examples", "schemas" -> {}
                case "schema" -> schema(member.getValue());
                default -> outside(member.getValue());
            }
        }
        if (node.isArray()) {
            node.forEach(OlderDescription::outside);
        }
    }

    private static void schema(JsonNode node) {
        if (!(node instanceof ObjectNode schema)) {
            return;
        }
        types(schema);
        constants(schema);
        bound(schema, "exclusiveMinimum", "minimum");
        bound(schema, "exclusiveMaximum", "maximum");
        if (schema.has("examples")) {
            schema.set("example", schema.remove("examples").get(0));
        }
        reference(schema);
        for (var member : schema.properties()) {
            switch (member.getKey()) {
                case "properties", "allOf", "anyOf", "oneOf" ->
                    member.getValue().forEach(OlderDescription::schema);
                case "items", "additionalProperties", "not" -> schema(member.getValue());
                default -> {
                    if (!KNOWN.contains(member.getKey()) && !member.getKey().startsWith("x-")) {
                        throw new IllegalStateException("a schema of OpenAPI 3.0 cannot say " + member);
                    }
                }
            }
        }
    }

    /** A value or null is a value that is nullable. */
    private static void types(ObjectNode schema) {
        if (!schema.path("type").isArray()) {
            return;
        }
        var types = schema.remove("type");
        for (var type : types) {
            if (type.textValue().equals("null")) {
                schema.put("nullable", true);
            } else if (schema.has("type")) {
                throw new IllegalStateException("a schema of OpenAPI 3.0 has one type, not " + types);
            } else {
                schema.set("type", type);
            }
        }
    }

    private static void constants(ObjectNode schema) {
        if (schema.has("const")) {
            schema.putArray("enum").add(schema.remove("const"));
        }
    }

    private static void bound(ObjectNode schema, String exclusive, String inclusive) {
        if (schema.path(exclusive).isNumber()) {
            schema.set(inclusive, schema.get(exclusive));
            schema.put(exclusive, true);
        }
    }

    /** Beside a reference nothing counts; what is said of it stands around it. */
    private static void reference(ObjectNode schema) {
        if (schema.has("$ref") && schema.size() > 1) {
            var reference = schema.remove("$ref");
            schema.putArray("allOf").addObject().set("$ref", reference);
        }
    }
}
