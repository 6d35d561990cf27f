package dev.cairn.bootstrap.fuzz;

import dev.cairn.adapters.rest.telemetry.sheet.SheetFormat;
import dev.cairn.bootstrap.support.Description;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Wire;
import dev.cairn.bootstrap.support.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes requests for the operations of the description: most of them nearly right, so that they get beyond the first
 * check. It learns the ids of what was made on the way, and uses them later.
 */
final class Requests {
    private static final byte[] NOTHING = {};
    private static final int WORLDS = 30;
    private static final int REQUESTS_PER_WORLD = 60;

    private static final List<String> ODD_IDS = List.of(
            "x",
            "7",
            "%00",
            "%20",
            "%FF",
            "%F0%9F%97%BF",
            "%27%20or%201%3D1",
            "null",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-000000000000",
            "01936F2E-7A10-7C3A-9D52-0F6B3C1E8A01",
            "01936f2e7a107c3a9d520f6b3c1e8a01",
            ".",
            "..",
            "%2F",
            "%2e%2e",
            ";x=1",
            "order",
            "x".repeat(2_000));

    private static final List<String> ACCEPTS =
            List.of("*/*", "text/html", "garbage", "", "application/json;q=0", "application/problem+json", "ä", ",");

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/merge-patch+json",
            "application/json; charset=utf-16",
            "application/json;charset=nonsense",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "garbage",
            "",
            "*/*",
            "application/vnd.api+json");

    /** Headers that mean something to some service, and values that mean nothing to anybody. */
    private static final List<String> HEADERS = List.of(
            "traceparent",
            "tracestate",
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "Idempotency-Key",
            "Prefer",
            "Range",
            "Accept-Encoding",
            "Accept-Language",
            "Content-Encoding",
            "X-HTTP-Method-Override",
            "X-Forwarded-Host",
            "X-Forwarded-Prefix",
            "Forwarded",
            "Cookie",
            "X-Request-Id");

    private static final List<String> HEADER_VALUES = List.of(
            "",
            "*",
            "0",
            "-1",
            "\"1\"",
            "W/\"1\"",
            "\"",
            "\"1\", \"2\"",
            "99999999999999999999",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-00000000000000000000000000000000-0000000000000000-00",
            "DELETE",
            "bytes=0-1",
            "gzip",
            "for=\"[::1]\";host=a.example",
            "a=b; a=c",
            "ä",
            "x".repeat(256),
            "x".repeat(2_000));

    private static final List<String> BROKEN = List.of(
            "",
            " ",
            "null",
            "[]",
            "\"x\"",
            "7",
            "{",
            "{}{}",
            "{} x",
            "{\"name\": \"a\", \"name\": \"b\"}",
            "{\"name\": NaN}",
            "{\"name\": 1e2147483648}",
            "{\"name\": 01}",
            "{\"na\\u0000me\": \"a\"}",
            "{\"\": 1}",
            "{\"a/b~c\": 1}",
            "[".repeat(40) + "]".repeat(40),
            "{\"a\":".repeat(31) + "1" + "}".repeat(31),
            "{\"a\":".repeat(5_000),
            "\u0000",
            "\uFEFF{}");

    /** Who asks, and how often: most questions come from those who may do most. */
    private static final List<String> PEOPLE = List.of(
            "admin", "admin", "admin", "admin", "admin", "admin", "admin", "admin", "admin", "admin", "admin", "admin",
            "css", "css", "sme", "user", "sales", "support", "viewer", "portal", "partner");

    private final Values values;
    private final Description description;
    private final List<Organisation> organisations;
    private final World theirs;
    private final Map<String, List<World>> worlds = new LinkedHashMap<>();
    private int made;

    /** For these organisations, which know some ids of a world that is not theirs. */
    Requests(Random random, Description description, List<Organisation> organisations, World theirs) {
        values = new Values(random, description);
        this.description = description;
        this.organisations = organisations;
        this.theirs = theirs;
        organisations.forEach(org -> worlds.put(org.name(), new ArrayList<>()));
    }

    /** The next request. */
    Request next() {
        var org = values.of(organisations);
        var known = worlds.get(org.name());
        if (made++ % REQUESTS_PER_WORLD < organisations.size() || known.isEmpty()) {
            remember(org.name(), World.in(org));
        }
        var world = values.of(known);
        var operation = values.of(description.operations());
        var who = values.of(PEOPLE);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", operation.accepted());
        headers.put("Authorization", authorization(org, who, world));
        var body = NOTHING;
        if (operation.takesABody()) {
            headers.put("Content-Type", operation.bodyType());
            body = operation.takesJson() ? body(operation, world) : file(operation, world, headers);
        }
        if (values.chance(0.15)) {
            disturb(headers, operation.takesABody());
        }
        return new Request(
                operation,
                world,
                who + "@" + org.name(),
                path(operation, world) + query(operation, world),
                headers,
                body);
    }

    private String authorization(Organisation org, String who, World world) {
        if (values.chance(0.02)) {
            return values.of(List.of("", "Bearer", "Bearer x.y.z", "Basic eDp5", "bearer " + org.token(who, Map.of())));
        }
        return "Bearer "
                + switch (who) {
                    case "portal" -> org.token(who, Map.of("customer_id", world.id("customers/id")));
                    case "sme" -> org.token(who, Map.of("customer_ids", world.id("customers/id")));
                    default -> org.token(who, Map.of());
                };
    }

    private void disturb(Map<String, String> headers, boolean withBody) {
        switch (values.upTo(withBody ? 4 : 3)) {
            case 0 -> headers.put("Accept", values.of(ACCEPTS));
            case 3 -> headers.put("Content-Type", values.of(TYPES));
            default -> headers.put(values.of(HEADERS), values.of(HEADER_VALUES));
        }
    }

    private String path(Description.Operation operation, World world) {
        var parameters = World.parameters(operation.path());
        var aimed = world;
        if (!parameters.isEmpty() && values.chance(0.2)) {
            var parameter = values.of(parameters);
            aimed = world.but(
                    parameter,
                    switch (values.upTo(4)) {
                        case 0 -> World.NOWHERE;
                        case 1 -> theirs.id(parameter);
                        case 2 ->
                            world.id(values.of(List.of("customers/id", "products/id", "tasks/id", "tasks/taskId")));
                        default -> values.of(ODD_IDS);
                    });
        }
        var path = aimed.fill(operation.path());
        return values.chance(0.01) ? path + values.of(List.of("/", "//", "/x", ";", "%2F", ".json")) : path;
    }

    private String query(Description.Operation operation, World world) {
        var query = new ArrayList<String>();
        for (var parameter : operation.content().getJsonArray("parameters", new JsonArray())) {
            var declared = (JsonObject) parameter;
            if (declared.getString("in").equals("query") && values.chance(0.25)) {
                query.add(declared.getString("name") + "=" + queryValue(declared, world));
            }
        }
        if (values.chance(0.03)) {
            query.add(values.of(
                    List.of("shoeSize=7", "=", "limit", "limit=1&limit=2", "%00=1", "a%FFb", "_method=DELETE")));
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    private String queryValue(JsonObject parameter, World world) {
        var schema = parameter.getJsonObject("schema", new JsonObject());
        if (values.chance(0.15)) {
            return values.of(List.of("", "%", "%ZZ", "%FF", "%ED%A0%80", "+", "a%00b", "x".repeat(3_000)));
        }
        var value = switch (parameter.getString("name")) {
            case "outcomeId" -> world.id("outcomes/outcomeId");
            case "releaseId" -> theirs.id("releases/releaseId");
            case "sort" ->
                values.of(List.of("name", "-name", "createdAt,-name", "weight,sequenceNumber", "x", "name,name"));
            default -> values.chance(0.7) ? values.valid(schema, 0) : values.odd(schema);
        };
        var encoded = URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
        return encoded.substring(0, Math.min(3_000, encoded.length())).replaceAll("%.?$", "");
    }

    /** A table as it is exported, with some cells of it changed; or what is no file at all, be it under a false name. */
    private byte[] file(Description.Operation operation, World world, Map<String, String> headers) {
        if (values.chance(0.1)) {
            headers.put("Content-Type", SheetFormat.XLSX_TYPE);
        }
        if (values.chance(0.06)) {
            return values.of(BROKEN).getBytes(StandardCharsets.UTF_8);
        }
        var table = new String(world.example(description, operation), StandardCharsets.UTF_8);
        var text = new JsonObject().put("type", "string").put("maxLength", 200);
        var rows = new StringBuilder();
        for (var row : table.split("\r\n")) {
            var cells = row.split(",", -1);
            if (values.chance(0.5)) {
                cells[values.upTo(cells.length)] =
                        String.valueOf(values.chance(0.5) ? values.valid(text, 0) : values.odd(text));
            }
            rows.append(String.join(",", cells)).append("\r\n");
        }
        var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        if (values.chance(0.02)) {
            bytes[values.upTo(bytes.length)] = (byte) values.upTo(256);
        }
        return bytes;
    }

    private byte[] body(Description.Operation operation, World world) {
        if (values.chance(0.003)) {
            return ("[" + " ".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8);
        }
        if (values.chance(0.06)) {
            return values.of(BROKEN).getBytes(StandardCharsets.UTF_8);
        }
        var schema = description.body(operation);
        var body = values.chance(0.5)
                ? world.localized(operation, description.example(operation))
                : referring((JsonObject) values.valid(schema, 0), world);
        distinguish(body);
        if (values.chance(0.5)) {
            for (int i = values.upTo(3); i >= 0; i--) {
                values.disturb(body, schema);
            }
        }
        return bytes(body.encode());
    }

    /** Two requests rarely make the same name. */
    private void distinguish(JsonObject body) {
        for (var name : List.of("name", "code", "externalId")) {
            if (body.getValue(name) instanceof String && values.chance(0.8)) {
                body.put(name, "F" + made);
            }
        }
        if (body.getValue("email") instanceof String && values.chance(0.8)) {
            body.put("email", "f" + made + "@a.example");
        }
    }

    private JsonObject referring(JsonObject body, World world) {
        if (body.containsKey("productId")) {
            body.put("productId", values.chance(0.1) ? theirs.id("products/id") : world.id("products/id"));
        }
        refer(body, "selectedOutcomeIds", world, "outcomes/outcomeId");
        refer(body, "selectedReleaseIds", world, "releases/releaseId");
        refer(body, "taskIds", world, body.containsKey("status") ? "tasks/id" : "tasks/taskId");
        return body;
    }

    private void refer(JsonObject body, String name, World world, String parameter) {
        if (body.getValue(name) instanceof JsonArray) {
            body.put(name, new JsonArray().add(values.chance(0.1) ? theirs.id(parameter) : world.id(parameter)));
        }
    }

    /** UTF-8, with what has no place in it escaped; sometimes cut, doubled or broken. */
    private byte[] bytes(String json) {
        var escapeAll = values.chance(0.2);
        var text = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            var c = json.charAt(i);
            var paired = Character.isHighSurrogate(c)
                            && i + 1 < json.length()
                            && Character.isLowSurrogate(json.charAt(i + 1))
                    || Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(json.charAt(i - 1));
            if (c > 126 && escapeAll || Character.isSurrogate(c) && !paired) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        var whole = text.toString();
        if (values.chance(0.03) && whole.startsWith("{\"")) {
            whole = "{" + whole.substring(1, whole.length() - 1) + "," + whole.substring(1);
        }
        var bytes = whole.getBytes(StandardCharsets.UTF_8);
        if (values.chance(0.02) && bytes.length > 0) {
            bytes[values.upTo(bytes.length)] = (byte) values.upTo(256);
        }
        return values.chance(0.01) ? Arrays.copyOf(bytes, values.upTo(bytes.length + 1)) : bytes;
    }

    /** Takes from an answer what later requests can be about. */
    void learn(Request request, Wire.Answer answer) {
        if (answer.status() > 201) {
            return;
        }
        var json = answer.json();
        var org = request.who().substring(request.who().indexOf('@') + 1);
        var world = request.world();
        if (answer.status() == 201) {
            world = known(world, request.operation().path(), json);
        }
        if (json.getValue("items") instanceof JsonArray items && !items.isEmpty()) {
            if (items.getValue(values.upTo(items.size())) instanceof JsonObject item) {
                world = known(world, request.operation().path(), item);
            }
        }
        if (json.getValue("adoptionPlan") instanceof JsonObject plan) {
            world = world.but("adoption-plans/id", plan.getString("id"));
        }
        if (request.operation().id().equals("getAdoptionPlan")
                && !json.getJsonArray("tasks", new JsonArray()).isEmpty()) {
            world = world.but("adoption-plans/id", json.getString("id"))
                    .but("tasks/id", json.getJsonArray("tasks").getJsonObject(0).getString("id"));
        }
        if (world != request.world()) {
            remember(org, world);
        }
    }

    private World known(World world, String collection, JsonObject member) {
        var word = collection.substring(collection.lastIndexOf('/') + 1);
        return description.operations().stream()
                .map(Description.Operation::path)
                .filter(path -> path.matches(java.util.regex.Pattern.quote(collection) + "/\\{[^/]+}")
                        || path.equals("/api/v1/" + word + "/{id}"))
                .max(java.util.Comparator.comparingInt(String::length))
                .filter(path -> member.getValue("id") instanceof String)
                .map(path -> {
                    var parameters = World.parameters(path);
                    return world.but(parameters.get(parameters.size() - 1), member.getString("id"));
                })
                .orElse(world);
    }

    private void remember(String org, World world) {
        var known = worlds.get(org);
        if (known.size() < WORLDS) {
            known.add(world);
        } else {
            known.set(values.upTo(WORLDS), world);
        }
    }
}
