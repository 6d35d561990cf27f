package dev.cairn.bootstrap.support;

import static io.restassured.RestAssured.given;

import dev.cairn.domain.shared.ErrorCode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The description of the API as it is served: which operations there are, and what they take. */
public final class Description {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** The media type of files that tests can write and read without further ado. */
    private static final String FILE = "text/csv";

    private static final Pattern PARAMETER = Pattern.compile("\\{[^/}]+}");

    /** What requests of a path look like. */
    private static final Map<String, Pattern> ROUTES = new ConcurrentHashMap<>();

    private final JsonObject document;
    private final List<Operation> operations;

    private Description(JsonObject document) {
        this.document = document.copy();
        this.document.put("paths", inlined(document.getJsonObject("paths")));
        operations = operations(this.document);
    }

    /** The same with answers and headers that are described once for all put where they are referred to. */
    private Object inlined(Object value) {
        if (value instanceof JsonArray list) {
            var inlined = new JsonArray();
            list.forEach(item -> inlined.add(inlined(item)));
            return inlined;
        }
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        var reference = object.getString("$ref", "");
        if (reference.startsWith("#/components/responses/") || reference.startsWith("#/components/headers/")) {
            var steps = reference.split("/");
            return inlined(
                    document.getJsonObject(steps[1]).getJsonObject(steps[2]).getJsonObject(steps[3]));
        }
        var inlined = new JsonObject();
        object.forEach(member -> inlined.put(member.getKey(), inlined(member.getValue())));
        return inlined;
    }

    /** One operation. */
    public record Operation(String id, String method, String path, JsonObject content) {
        /** The names of its query parameters. */
        public List<String> queryParameters() {
            var names = new ArrayList<String>();
            for (var parameter : content.getJsonArray("parameters", new JsonArray())) {
                if (parameter instanceof JsonObject object && "query".equals(object.getString("in"))) {
                    names.add(object.getString("name"));
                }
            }
            return names;
        }

        /** Whether it takes a header of this name. */
        public boolean takesHeader(String name) {
            return content.getJsonArray("parameters", new JsonArray()).stream()
                    .map(JsonObject.class::cast)
                    .anyMatch(parameter ->
                            "header".equals(parameter.getString("in")) && name.equals(parameter.getString("name")));
        }

        /** The codes that it declares for its refusals. */
        public Set<ErrorCode> refusals() {
            var codes = EnumSet.noneOf(ErrorCode.class);
            for (var response : content.getJsonObject("responses")) {
                var media = ((JsonObject) response.getValue())
                        .getJsonObject("content", new JsonObject())
                        .getJsonObject("application/problem+json", new JsonObject());
                media.getJsonObject("examples", new JsonObject())
                        .fieldNames()
                        .forEach(code -> codes.add(ErrorCode.valueOf(code)));
            }
            return codes;
        }

        /** Whether a path, as it stands in a request, is one of this operation. */
        public boolean answers(String asked) {
            return ROUTES.computeIfAbsent(
                            path, any -> Pattern.compile(PARAMETER.matcher(path).replaceAll("[^/]+") + "/?"))
                    .matcher(asked)
                    .matches();
        }

        /** Whether it takes a body. */
        public boolean takesABody() {
            return content.containsKey("requestBody");
        }

        /** Whether it takes a body that is JSON; what other operations take are files. */
        public boolean takesJson() {
            return takesABody() && bodies().stream().anyMatch(type -> type.endsWith("json"));
        }

        private Set<String> bodies() {
            return content.getJsonObject("requestBody").getJsonObject("content").fieldNames();
        }

        /** The media type of the bodies that tests send: JSON, or the one of a file that can be read. */
        public String bodyType() {
            return takesJson() ? "application/json" : FILE;
        }

        /** The file that stands for what is sent where no JSON is. */
        public String exampleFile() {
            return content.getJsonObject("requestBody")
                    .getJsonObject("content")
                    .getJsonObject(FILE)
                    .getString("example");
        }

        /** Whether what it gives when all goes well is a file. */
        public boolean givesAFile() {
            var content = this.content
                    .getJsonObject("responses")
                    .getJsonObject("200", new JsonObject())
                    .getJsonObject("content", new JsonObject());
            return content.containsKey(FILE);
        }

        /** What a request for it accepts. */
        public String accepted() {
            return givesAFile() ? "*/*" : "application/json";
        }

        /** Whether it cannot do without one. */
        public boolean needsABody() {
            return content.getJsonObject("requestBody").getBoolean("required", false);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    private static final class Served {
        private static final Description DESCRIPTION = new Description(
                new JsonObject(given().get("/openapi?format=json").asString()));
    }

    /** What the running service says of itself; it is asked once for all tests. */
    public static Description served() {
        return Served.DESCRIPTION;
    }

    /** Every operation behind a token. */
    public List<Operation> operations() {
        return operations;
    }

    private static List<Operation> operations(JsonObject document) {
        var operations = new ArrayList<Operation>();
        for (var path : document.getJsonObject("paths")) {
            if (path.getKey().startsWith("/api/")) {
                for (var entry : (JsonObject) path.getValue()) {
                    if (METHODS.contains(entry.getKey())) {
                        var content = (JsonObject) entry.getValue();
                        operations.add(new Operation(
                                content.getString("operationId"),
                                entry.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                content));
                    }
                }
            }
        }
        return List.copyOf(operations);
    }

    /** What the schemas refer to. */
    public JsonObject components() {
        return document.getJsonObject("components");
    }

    /**
     * The operation that answers a request: one whose path has the word itself before one that has a parameter there. A
     * path is read as RFC 3986 and JAX-RS read it, without steps up and down and without matrix parameters.
     */
    public Optional<Operation> operation(String method, String path) {
        var plain = path.replaceAll("(?i)%2e", ".").replaceAll("/+", "/").replaceAll("%(?![0-9a-fA-F]{2})", "%25");
        var read = URI.create(plain).normalize().getRawPath().replaceAll(";[^/]*", "");
        return operations().stream()
                .filter(operation -> operation.method().equals(method) && operation.answers(read))
                .min(Comparator.comparingLong(operation ->
                        operation.path().chars().filter(c -> c == '{').count()));
    }

    /** An example of the body of the operation; one without anything when it takes none. */
    public JsonObject example(Operation operation) {
        if (!operation.takesABody()) {
            return new JsonObject();
        }
        var schema = body(operation);
        return Optional.ofNullable(schema.getJsonArray("examples"))
                .map(examples -> examples.getValue(0))
                .or(() -> Optional.ofNullable(schema.getValue("example")))
                .map(example -> example instanceof JsonObject object ? object : new JsonObject(example.toString()))
                .orElseGet(JsonObject::new)
                .copy();
    }

    /**
     * A place in a body.
     *
     * @param path names and, for the items of a list, 0
     * @param type what belongs there: string, integer, number, boolean, object, array; empty for anything
     */
    public record Field(List<String> path, String type) {}

    /** Where a body of the operation has fields. */
    public List<Field> fields(Operation operation) {
        var fields = new ArrayList<Field>();
        collect(body(operation), List.of(), fields);
        return fields;
    }

    /** The schema of the operation's body. */
    public JsonObject body(Operation operation) {
        var content = operation.content().getJsonObject("requestBody").getJsonObject("content");
        return resolved(
                content.getJsonObject(content.fieldNames().iterator().next()).getJsonObject("schema"));
    }

    /** The schema itself, or the one that it refers to; one that is made of several is whole. */
    public JsonObject resolved(JsonObject schema) {
        var reference = schema.getString("$ref");
        return reference == null
                ? whole(schema)
                : resolved(document.getJsonObject("components")
                        .getJsonObject("schemas")
                        .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1)));
    }

    private JsonObject whole(JsonObject schema) {
        var whole = schema;
        for (var part : schema.getJsonArray("allOf", new JsonArray())) {
            whole = resolved((JsonObject) part).copy().mergeIn(whole, true);
        }
        return whole;
    }

    private Field field(List<String> path, JsonObject schema) {
        var type = resolved(schema).getValue("type");
        return new Field(path, type instanceof String text ? text : "");
    }

    private void collect(JsonObject schema, List<String> path, List<Field> fields) {
        var properties = schema.getJsonObject("properties");
        // As deep as the items below: a schema may be part of itself.
        if (properties != null && path.size() < 6) {
            var sorted = new TreeMap<String, JsonObject>();
            for (Map.Entry<String, Object> property : properties) {
                sorted.put(property.getKey(), (JsonObject) property.getValue());
            }
            sorted.forEach((name, property) -> {
                var here = with(path, name);
                fields.add(field(here, property));
                collect(resolved(property), here, fields);
            });
        }
        if (schema.containsKey("items") && path.size() < 6) {
            var item = with(path, "0");
            fields.add(field(item, schema.getJsonObject("items")));
            collect(resolved(schema.getJsonObject("items")), item, fields);
        }
    }

    private static List<String> with(List<String> path, String name) {
        var longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
