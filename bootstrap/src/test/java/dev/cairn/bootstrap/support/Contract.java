package dev.cairn.bootstrap.support;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds answers to what the served description says of them: the status, the media type, the shape of the body, the
 * headers that are promised, and of a refusal the code. A property that the description does not know is a fault too,
 * so that nothing is answered which nobody can look up.
 */
public final class Contract {
    /** The validator refuses what the RFCs allow: names that are kept for examples (acme.example), pointers with a #. */
    private static final Set<String> NARROWED = Set.of("email", "json-pointer");

    private static final String REFERENCE = "#/components/schemas/";
    private static final String PROBLEM = "application/problem+json";

    private final Description description;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
    private final JsonObject components;

    private Contract(Description description) {
        this.description = description;
        components = closed(description.components());
    }

    private static final class Served {
        private static final Contract CONTRACT = new Contract(Description.served());
    }

    /** What the running service promises; it is asked once for all tests. */
    public static Contract served() {
        return Served.CONTRACT;
    }

    /**
     * An answer.
     *
     * @param method how the question was asked
     * @param path what was asked, as it stood in the request, without its query
     * @param headers a header of the answer by its name
     * @param body the answer's body; empty when it has none
     */
    public record Answer(
            String method, String path, int status, Function<String, Optional<String>> headers, String body) {
        private String mediaType() {
            return headers.apply("Content-Type")
                    .map(type -> type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT))
                    .orElse("");
        }

        @Override
        public String toString() {
            return method + " " + path + " answered " + status + " " + mediaType() + "\n" + body;
        }
    }

    /** Fails when the answer is not what the description says. */
    public void check(Answer answer) {
        var faults = faults(answer);
        if (!faults.isEmpty()) {
            throw new AssertionError("not as described: " + String.join("; ", faults) + "\n" + answer);
        }
    }

    /** Everything about the answer that the description does not say. */
    public List<String> faults(Answer answer) {
        var asked = answer.method().equals("HEAD") ? "GET" : answer.method();
        return description
                .operation(asked, answer.path())
                .map(operation -> faults(operation, answer))
                .orElseGet(() -> faultsOfNoOperation(answer));
    }

    /** A path or method that nobody described can only be refused. */
    private List<String> faultsOfNoOperation(Answer answer) {
        if (answer.status() < 400) {
            return answer.method().equals("OPTIONS") ? List.of() : List.of("there is no such operation");
        }
        var faults = new ArrayList<String>();
        if (!answer.method().equals("HEAD")) {
            body(new JsonObject().put("$ref", "#/components/schemas/Problem"), answer.body(), faults);
        }
        return faults;
    }

    private List<String> faults(Description.Operation operation, Answer answer) {
        var response = operation.content().getJsonObject("responses").getJsonObject(String.valueOf(answer.status()));
        if (response == null) {
            return List.of(operation + " does not declare the status " + answer.status());
        }
        var faults = new ArrayList<String>();
        headers(response.getJsonObject("headers", new JsonObject()), answer, faults);
        if (answer.method().equals("HEAD")) {
            return faults;
        }
        var content = response.getJsonObject("content", new JsonObject());
        if (content.isEmpty()) {
            if (!answer.body().isEmpty()) {
                faults.add("a body where none is declared");
            }
            return faults;
        }
        var media = content.getJsonObject(answer.mediaType());
        if (media == null) {
            faults.add("the media type " + answer.mediaType() + " is not declared, only " + names(content));
            return faults;
        }
        if (!answer.mediaType().endsWith("json")) {
            if (answer.body().isEmpty()) {
                faults.add("an empty file");
            }
            return faults;
        }
        body(media.getJsonObject("schema", new JsonObject()), answer.body(), faults);
        if (answer.mediaType().equals(PROBLEM)) {
            code(operation, media, answer, faults);
        }
        return faults;
    }

    private static void code(Description.Operation operation, JsonObject media, Answer answer, List<String> faults) {
        var codes = names(media.getJsonObject("examples", new JsonObject()));
        var code = answer.body().startsWith("{") ? new JsonObject(answer.body()).getString("code") : null;
        if (code == null || !codes.contains(code)) {
            faults.add(
                    operation + " does not declare the code " + code + " with " + answer.status() + ", only " + codes);
        }
    }

    private void headers(JsonObject declared, Answer answer, List<String> faults) {
        for (var name : names(declared)) {
            var header = declared.getJsonObject(name);
            var value = answer.headers().apply(name);
            if (value.isEmpty()) {
                if (header.getBoolean("required", false)) {
                    faults.add("the header " + name + " is missing");
                }
            } else if (header.containsKey("schema")) {
                var schema = header.getJsonObject("schema");
                var number = Set.of("integer", "number")
                        .contains(description.resolved(schema).getString("type"));
                var json = number && value.get().matches("-?\\d+") ? value.get() : quoted(value.get());
                body(schema, json, faults);
            }
        }
    }

    private static String quoted(String text) {
        return new JsonArray().add(text).encode().replaceAll("^\\[|]$", "");
    }

    private void body(JsonObject schema, String body, List<String> faults) {
        try {
            compiled.computeIfAbsent(schema.encode(), text -> compile(schema))
                    .validate(body, InputFormat.JSON, Contract::formatsToo)
                    .forEach(fault -> faults.add(fault.getInstanceLocation() + " " + fault.getMessage()));
        } catch (tools.jackson.core.JacksonException unreadable) {
            faults.add("the body is not JSON");
        }
    }

    private static void formatsToo(ExecutionContext context) {
        context.executionConfig(config -> config.formatAssertionsEnabled(true));
    }

    private Schema compile(JsonObject schema) {
        var whole = closed(schema);
        if (schema.encode().contains(REFERENCE)) {
            whole.put("$defs", components.getJsonObject("schemas"));
        }
        return registry.getSchema(whole.encode().replace(REFERENCE, "#/$defs/"), InputFormat.JSON);
    }

    private static Set<String> names(JsonObject object) {
        return object.fieldNames().stream().sorted().collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** The same, where every object with named properties has those alone. */
    private static JsonObject closed(JsonObject schema) {
        var closed = new JsonObject();
        schema.forEach(member -> closed.put(member.getKey(), closed(member.getValue())));
        if (NARROWED.contains(String.valueOf(closed.getValue("format")))) {
            closed.remove("format");
        }
        if (schema.getValue("properties") instanceof JsonObject
                && !schema.containsKey("additionalProperties")
                && !schema.containsKey("allOf")) {
            closed.put("additionalProperties", false);
        }
        return closed;
    }

    private static Object closed(Object value) {
        if (value instanceof JsonObject object) {
            return closed(object);
        }
        if (value instanceof JsonArray list) {
            var closed = new JsonArray();
            list.forEach(item -> closed.add(closed(item)));
            return closed;
        }
        return value;
    }
}
