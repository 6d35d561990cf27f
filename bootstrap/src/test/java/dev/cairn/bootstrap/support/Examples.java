package dev.cairn.bootstrap.support;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds every example of a description in OpenAPI 3.1 against the schema it is an example of. */
public final class Examples {
    private static final String ID = "https://cairn.dev/openapi.json";

    private final JsonObject document;
    private final SchemaRegistry schemas;
    private final Map<String, Schema> compiled = new HashMap<>();
    private final Set<String> checked = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private int count;

    private Examples(String json) {
        document = new JsonObject(json);
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemas(Map.of(ID, json))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /** The examples of a description, checked. */
    public static Examples of(String json) {
        var examples = new Examples(json);
        examples.walk(examples.document, "");
        return examples;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** Where one is not what its schema describes, and why. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    private void walk(Object node, String at) {
        if (node instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                walk(array.getValue(i), at + "/" + i);
            }
        } else if (node instanceof JsonObject object) {
            if (object.containsKey("schema")) {
                ofMediaType(object, at);
            } else if (isSchema(object) && object.containsKey("examples")) {
                object.getJsonArray("examples").forEach(example -> check(at, object, example));
            }
            for (var member : object) {
                // What stands in an example is no description, whatever it looks like.
                if (!member.getKey().equals("examples") && !member.getKey().equals("example")) {
                    walk(member.getValue(), at + "/" + escaped(member.getKey()));
                }
            }
        }
    }

    private static boolean isSchema(JsonObject object) {
        return object.getValue("examples") instanceof JsonArray;
    }

    /** A media type, a parameter or a header: its schema stands beside its examples. */
    private void ofMediaType(JsonObject media, String at) {
        var schema = media.getJsonObject("schema");
        if (media.containsKey("example")) {
            check(at + "/schema", schema, media.getValue("example"));
        }
        for (var named : media.getJsonObject("examples", new JsonObject())) {
            check(
                    at + "/schema",
                    schema,
                    resolved((JsonObject) named.getValue()).getValue("value"));
        }
    }

    private JsonObject resolved(JsonObject example) {
        var reference = example.getString("$ref");
        return reference == null
                ? example
                : document.getJsonObject("components")
                        .getJsonObject("examples")
                        .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
    }

    /** An example that many places refer to is looked at once, and so is a schema. */
    private void check(String at, JsonObject schema, Object example) {
        count++;
        var location = schema.size() == 1 ? schema.getString("$ref", "#" + at) : "#" + at;
        var text = Json.encode(example);
        if (checked.add(location + " " + text)) {
            compiled.computeIfAbsent(location, any -> schemas.getSchema(SchemaLocation.of(ID + location)))
                    .validate(text, InputFormat.JSON)
                    .forEach(error -> faults.add(at + ": " + error + " in " + text));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
    }
}
