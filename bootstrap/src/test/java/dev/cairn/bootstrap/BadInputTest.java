package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Contract;
import dev.cairn.bootstrap.support.Description;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Parallel;
import dev.cairn.bootstrap.support.Picture;
import dev.cairn.bootstrap.support.Problems;
import dev.cairn.bootstrap.support.Wire;
import dev.cairn.bootstrap.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is sent to whatever operation: never a failure of the service, always a problem that can be read, and nothing
 * half-written. The operations and their fields are those of the served description, so a new one is asked at once.
 */
@QuarkusTest
class BadInputTest {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final byte[] NOTHING = {};

    private final Organisation org = Organisation.fresh();
    private Description description;
    private World world;
    private Picture picture;
    private String before;
    private boolean taken;

    @BeforeEach
    void a_world() throws SQLException {
        description = Description.served();
        world = World.in(org);
        picture = new Picture(org);
        before = picture.now();
    }

    @AfterEach
    void away() {
        picture.close();
    }

    private List<Description.Operation> operationsWithJson() {
        return description.operations().stream()
                .filter(Description.Operation::takesJson)
                .toList();
    }

    /** Sends, and checks that the answer is no failure and a refusal is a problem. */
    private Wire.Answer tried(String method, String target, Map<String, String> headers, byte[] body) {
        var all = new HashMap<>(
                Map.of("Authorization", "Bearer " + org.token("admin", Map.of()), "Accept", "application/json"));
        var operation = description.operation(method, target.split("\\?", 2)[0]);
        operation.ifPresent(asked -> all.put("Accept", asked.accepted()));
        if (body.length > 0) {
            all.put(
                    "Content-Type",
                    operation
                            .filter(Description.Operation::takesABody)
                            .map(Description.Operation::bodyType)
                            .orElse("application/json"));
        }
        all.putAll(headers);
        var what = method + " " + target + " " + headers + " "
                + new String(body, 0, Math.min(body.length, 300), StandardCharsets.UTF_8);
        var answer = Wire.send(method, target, all, body);
        assertThat(answer.status()).as("%s: %s", what, answer.body()).isBetween(200, 499);
        if (answer.status() >= 400) {
            try {
                Problems.isProblem(answer);
                Contract.served()
                        .check(new Contract.Answer(
                                method, target.split("\\?", 2)[0], answer.status(), answer::header, answer.body()));
            } catch (AssertionError | RuntimeException odd) {
                throw new AssertionError(what + "\n" + answer.head() + "\n" + answer.body(), odd);
            }
        } else if (!method.equals("GET")) {
            before = "";
            taken = true;
        }
        return answer;
    }

    private Wire.Answer tried(Description.Operation operation, byte[] body) {
        return tried(operation.method(), world.fill(operation.path()), Map.of(), body);
    }

    private Wire.Answer asked(Description.Operation operation, String query) {
        return tried(
                operation.method(),
                world.fill(operation.path()) + query,
                Map.of(),
                operation.takesJson() ? utf8("{}") : operation.takesABody() ? utf8("x") : NOTHING);
    }

    /** Checks that nothing is stored but what was there before; unless something was taken meanwhile. */
    private void nothingIsLeft(String of) throws SQLException {
        var now = picture.now();
        if (!before.isEmpty()) {
            assertThat(now).as(of).isEqualTo(before);
        }
        before = now;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Bodies that no operation takes. */
    private static Map<String, byte[]> hopeless() {
        var bodies = new LinkedHashMap<String, byte[]>();
        for (var text : List.of(
                "null",
                "[]",
                "[{}]",
                "\"x\"",
                "\"\"",
                "7",
                "true",
                "{",
                "}",
                "{}{}",
                "{} x",
                "{},",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"name\": NaN}",
                "{\"name\": 'a'}",
                "{name: \"a\"}",
                "{\"name\": \"a\",}",
                "{\"name\": \"a\" /* x */}",
                "{\"name\": \"a\nb\"}",
                "{\"name\": \"\\x41\"}",
                "{\"name\": 01}",
                "{\"name\": +1}",
                "{\"name\": .5}",
                "{\"name\": 0x10}",
                "{\"name\": 1e2147483648}",
                "{\"name\": -1e-2147483649}",
                "{\"name\": 1e99999999999}",
                "{\"name\": 1e2147483647}",
                "{\"name\": 10e2147483647}",
                "{\"name\": 1e-2147483647}",
                "{\"name\": 1e400}",
                "{\"name\": 1e-401}",
                "{\"name\": " + "9".repeat(900) + "}",
                "{\"name\": " + "9".repeat(5_000) + "}",
                "{\"name\": \"a\\u0000b\"}",
                "{\"na\\u0000me\": \"a\"}",
                "{\"name\": \"\\ud800\"}",
                "{\"name\": \"\\udc00\\ud800\"}",
                "{\"\\ud800\": 1}",
                "{\"__proto__\": {}}",
                "{\"\": 1}",
                "{\"a/b~c\": 1}",
                "[".repeat(33) + "]".repeat(33),
                "[".repeat(100_000),
                "{\"a\":".repeat(33) + "1" + "}".repeat(33),
                "{\"a\":".repeat(50_000),
                "<customer/>",
                "\u0000",
                "\u0001{}")) {
            bodies.put(text.length() > 60 ? text.substring(0, 60) + "…" + text.length() : text, utf8(text));
        }
        bodies.put("cut UTF-8", new byte[] {'{', '"', 'n', '"', ':', '"', (byte) 0xC3, '"', '}'});
        bodies.put("no UTF-8", new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xFD});
        bodies.put("overlong UTF-8", new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'});
        bodies.put(
                "surrogates in UTF-8",
                new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'});
        for (var charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE")) {
            bodies.put(charset, "{\"name\": \"Acme\"}".getBytes(Charset.forName(charset)));
        }
        bodies.put("UTF-8 with a mark", utf8("\uFEFF{\"name\": \"Acme\"}"));
        bodies.put("gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0});
        return bodies;
    }

    @Test
    void what_is_no_body_of_anything_is_400() throws SQLException {
        for (var operation : operationsWithJson()) {
            for (var body : hopeless().entrySet()) {
                assertThat(tried(operation, body.getValue()).status())
                        .as(operation + " with " + body.getKey())
                        .isEqualTo(400);
            }
            nothingIsLeft(operation.id());
        }
    }

    @Test
    void an_empty_body_is_400_unless_nothing_is_required() throws SQLException {
        for (var operation : operationsWithJson()) {
            for (var body : List.of("", " ", "\n\t ")) {
                var answer = tried(
                        operation.method(),
                        world.fill(operation.path()),
                        Map.of("Content-Type", "application/json"),
                        utf8(body));
                assertThat(answer.status() == 400)
                        .as(operation + ": " + answer.body())
                        .isEqualTo(operation.needsABody());
            }
            nothingIsLeft(operation.id());
        }
    }

    /** What is odd for every field, for most because it is of another type. */
    private static final List<Object> OF_EVERY_TYPE = List.of(
            "x", 7, true, new JsonObject(), new JsonArray(), new JsonArray().addNull(), new JsonObject().put("x", 1));

    private static final List<Object> ODD_TEXTS = List.of(
            "",
            " ",
            "a\u0000b",
            "\u202Eabc",
            "\uFFFF",
            "a\nb\tc",
            "x'; drop table customer; --",
            "{\"$ne\": null}",
            "%_\\",
            "-5",
            "x".repeat(100),
            "x".repeat(20_000),
            // Folded, each of these characters becomes three, and each of the next two.
            "\uFB2C".repeat(64),
            "\uFB2C".repeat(255),
            "\u0130".repeat(255),
            "🗿".repeat(255),
            "\uFB2C".repeat(60) + "@" + "\uFB2C".repeat(60) + ".example",
            "2026-13-45T99:99:99Z",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59.999999999Z",
            "2026-11-21T09:00:00.123456789+18:00",
            "http://",
            "https://" + "a".repeat(300) + ".example",
            World.NOWHERE);

    private static final List<Object> ODD_NUMBERS = List.of(
            0,
            -1,
            1.5,
            -0.001,
            99.999,
            100.01,
            Integer.MAX_VALUE,
            Integer.MIN_VALUE,
            Integer.MAX_VALUE + 1L,
            Long.MAX_VALUE,
            new BigDecimal("1e300"),
            new BigDecimal("1e-300"),
            new BigDecimal("9".repeat(390)),
            new BigDecimal("0." + "3".repeat(300)));

    private static final List<Object> ODD_OBJECTS = List.of(new JsonObject().putNull("x"), deep(20));

    private static final List<Object> ODD_LISTS = List.of(
            new JsonArray().add("x").add("x"),
            new JsonArray().add(7),
            new JsonArray().add(new JsonArray()),
            new JsonArray().add(new JsonObject()),
            new JsonArray().add(World.NOWHERE),
            many(60),
            many(10_001));

    private static List<Object> oddValuesOf(String type) {
        var values = new ArrayList<>(OF_EVERY_TYPE);
        values.add(null);
        values.addAll(
                switch (type) {
                    case "string" -> ODD_TEXTS;
                    case "integer", "number" -> ODD_NUMBERS;
                    case "array" -> ODD_LISTS;
                    case "boolean" -> List.of();
                    default -> ODD_OBJECTS;
                });
        return values;
    }

    private static JsonArray many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "t" + i)
                .collect(JsonArray::new, JsonArray::add, JsonArray::addAll);
    }

    private static JsonObject deep(int levels) {
        var object = new JsonObject();
        for (int i = 0; i < levels; i++) {
            object = new JsonObject().put("x", object);
        }
        return object;
    }

    /** What is done about one operation after the other. */
    private interface Walk {
        void go(BadInputTest place, Description.Operation operation) throws SQLException;
    }

    /** Two walk at once, each over half of the operations and in organisations of its own. */
    private static void together(List<Description.Operation> operations, Walk walk) {
        Parallel.times(2, half -> {
            try {
                walk(
                        IntStream.range(0, operations.size())
                                .filter(i -> i % 2 == half)
                                .mapToObj(operations::get)
                                .toList(),
                        walk);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return half;
        });
    }

    /** Goes on in a place of its own where something was taken: what piles up makes everything slower. */
    private static void walk(List<Description.Operation> operations, Walk walk) throws SQLException {
        var left = new ArrayDeque<>(operations);
        while (!left.isEmpty()) {
            var place = new BadInputTest();
            place.a_world();
            try {
                while (!left.isEmpty() && !place.taken) {
                    walk.go(place, left.remove());
                }
            } finally {
                place.away();
            }
        }
    }

    @Test
    void whatever_stands_in_a_field_is_taken_or_refused() {
        together(operationsWithJson(), BadInputTest::fields);
    }

    private void fields(Description.Operation operation) throws SQLException {
        var example = world.localized(operation, description.example(operation));
        for (var field : description.fields(operation)) {
            for (var value : oddValuesOf(field.type())) {
                var body = example.copy();
                put(body, field.path(), value);
                tried(operation, utf8(body.encode()));
            }
            nothingIsLeft(operation + " with " + field);
        }
    }

    @Test
    void the_examples_of_the_description_are_taken() {
        for (var operation : operationsWithJson()) {
            world = World.in(org);
            var example = world.localized(operation, description.example(operation));
            var answer = tried(operation, utf8(example.encode()));
            assertThat(answer.status()).as(operation + ": " + answer.body()).isIn(200, 201, 202, 409);
        }
    }

    @Test
    void a_property_that_nobody_knows_is_told_by_its_pointer() throws SQLException {
        for (var operation : operationsWithJson()) {
            var body =
                    world.localized(operation, description.example(operation)).put("shoe/size~", 7);
            var answer = tried(operation, utf8(body.encode()));
            assertThat(answer.status()).as(operation.id()).isEqualTo(400);
            assertThat(answer.json().getJsonArray("errors").stream()
                            .map(JsonObject.class::cast)
                            .filter(fault -> fault.getString("code").equals("UNKNOWN"))
                            .map(fault -> fault.getString("pointer")))
                    .as(operation.id())
                    .contains("/shoe~1size~0");
            nothingIsLeft(operation.id());
        }
    }

    /** Puts the value where the path leads, making what is missing on the way. */
    private static void put(JsonObject body, List<String> path, Object value) {
        Object here = body;
        for (int i = 0; i < path.size(); i++) {
            var last = i == path.size() - 1;
            Object next = last ? value : path.get(i + 1).equals("0") ? new JsonArray() : new JsonObject();
            if (here instanceof JsonObject object) {
                var known = object.getValue(path.get(i));
                if (last || known == null || !known.getClass().equals(next.getClass())) {
                    object.put(path.get(i), next);
                }
                here = object.getValue(path.get(i));
            } else if (here instanceof JsonArray array) {
                if (array.isEmpty()) {
                    array.add(next);
                } else if (last || !array.getValue(0).getClass().equals(next.getClass())) {
                    array.set(0, next);
                }
                here = array.getValue(0);
            }
        }
    }

    private static String cursor(String content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(content));
    }

    private static final List<String> CURSORS = List.of(
            cursor("[\"\",\"x\"]"),
            cursor("[\"\",\"" + World.NOWHERE + "\"]"),
            cursor("[\"\",null]"),
            cursor("[\"\",[]]"),
            cursor("[]"),
            cursor("{}"),
            cursor("7"),
            cursor("[\"\",\"2147483648\",\"" + World.NOWHERE + "\"]"),
            cursor("[\"\",\"1e2147483648\",\"" + World.NOWHERE + "\"]"),
            cursor("[\"\",\"+1000000000-12-31T23:59:59.999999999Z\",\"" + World.NOWHERE + "\"]"),
            cursor("[\"NAME\",\"a\\u0000b\",\"" + World.NOWHERE + "\"]"),
            cursor("[\"NAME\",\"\\ud800\",\"" + World.NOWHERE + "\"]"),
            cursor("[\"NAME\",null,\"" + World.NOWHERE + "\"]"),
            cursor("[\"NAME\",7,\"1-1-1-1-1\"]"),
            cursor("[\"CREATED_AT\",\"+1000000000-12-31T23:59:59.999999999Z\",\"" + World.NOWHERE + "\"]"),
            cursor("[\"CREATED_AT\",\"-1000000000-01-01T00:00:00Z\",\"" + World.NOWHERE + "\"]"),
            cursor("[\"CREATED_AT\",\"x\",\"" + World.NOWHERE + "\"]"));

    private static final List<String> ODD_PARAMETERS = List.of(
            "",
            "%20",
            "%00",
            "a%00b",
            "%ZZ",
            "%",
            "%FF",
            "%ED%A0%80",
            "x",
            "-1",
            "0",
            "1.5",
            "1e3",
            "99999999999999999999",
            "2147483647",
            "10000000",
            "null",
            "%F0%9F%97%BF",
            "%27%20or%201%3D1--",
            "%25_%5C",
            "a,a",
            ",",
            "-",
            "--name",
            "name,",
            "+",
            "a+b",
            "x".repeat(300),
            "x".repeat(3_900));

    @Test
    void whatever_stands_in_a_query_is_taken_or_refused() {
        together(description.operations(), BadInputTest::queries);
    }

    private void queries(Description.Operation operation) {
        for (var parameter : operation.queryParameters()) {
            for (var value : ODD_PARAMETERS) {
                asked(operation, "?" + parameter + "=" + value);
            }
            assertThat(asked(operation, "?" + parameter + "=1&" + parameter + "=2")
                            .status())
                    .as(operation + " with two of " + parameter)
                    .isEqualTo(400);
        }
        if (operation.queryParameters().contains("cursor")) {
            for (var cursor : CURSORS) {
                asked(operation, "?cursor=" + cursor);
                for (var sort : List.of("name", "createdAt", "-name,code")) {
                    asked(operation, "?cursor=" + cursor + "&sort=" + sort);
                }
            }
        }
    }

    @Test
    void a_parameter_that_nobody_knows_is_refused_by_every_list() throws SQLException {
        for (var operation : description.operations()) {
            if (!operation.queryParameters().isEmpty()) {
                for (var query :
                        List.of("?", "?=", "?&", "?%00=1", "?%ZZ=1", "?a%FFb", "?limit", "?limit[]=1", "?x#y")) {
                    asked(operation, query);
                }
                var answer = asked(operation, "?shoeSize=7");
                assertThat(answer.status()).as(operation.id()).isEqualTo(400);
                assertThat(answer.body()).as(operation.id()).contains("/shoeSize");
            }
        }
    }

    @Test
    void whatever_stands_for_an_id_is_nobodys() throws SQLException {
        for (var operation : description.operations()) {
            if (!operation.path().contains("{")) {
                continue;
            }
            var body = operation.takesABody() ? world.example(description, operation) : NOTHING;
            for (var id : List.of(
                    "7",
                    "x",
                    "%00",
                    "%20",
                    "%ZZ",
                    "%",
                    "%FF",
                    "%2F",
                    "%F0%9F%97%BF",
                    "%27%20or%201%3D1",
                    "null",
                    "-1",
                    "1-1-1-1-1",
                    "00000000-0000-0000-0000-000000000000",
                    "01936f2e7a107c3a9d520f6b3c1e8a01",
                    "%7B%7D",
                    "x".repeat(2_000))) {
                var path = operation.path().replaceAll("\\{[^/}]+}", id);
                assertThat(tried(operation.method(), path, Map.of(), body).status())
                        .as(operation + " of " + id)
                        .isIn(400, 404, 405);
            }
            nothingIsLeft(operation.id());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "/",
                "application/",
                "application/json;",
                "application/json; charset",
                "application/json; charset=utf-16",
                "application/json; charset=nonsense",
                "text/plain",
                "application/json, text/plain",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "*/*",
                "application/x-www-form-urlencoded",
                "application/vnd.api+json",
                ";",
                "ä/ö",
                "application/merge-patch+json",
                "application/octet-stream"
            })
    void whatever_the_type_of_a_body_is_called(String type) throws SQLException {
        for (var operation : operationsWithJson()) {
            var target = world.fill(operation.path());
            assertThat(tried(operation.method(), target, Map.of("Content-Type", type), utf8("{\"shoeSize\": 7}"))
                            .status())
                    .as(operation + " as " + type)
                    .isIn(400, 415);
        }
        nothingIsLeft(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "/",
                "*",
                "application/",
                "application/json;q=x",
                "text/html;q=0.5, */*;q=0",
                ";;",
                ",",
                "application/json;q=99999999999999999999",
                "ä"
            })
    void whatever_somebody_says_they_accept(String accept) {
        tried("GET", CUSTOMERS, Map.of("Accept", accept), NOTHING);
        tried("POST", CUSTOMERS, Map.of("Accept", accept), utf8("{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "",
                "00-00000000000000000000000000000000-0000000000000000-00",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01",
                "00-x'; drop table-1-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-" + "x"
            })
    void whatever_stands_in_the_trace(String parent) {
        tried("POST", CUSTOMERS, Map.of("traceparent", parent), utf8("{\"name\": \"Traced\"}"));
    }

    @Test
    void a_body_above_every_limit_is_a_problem_too() throws SQLException {
        for (var operation : operationsWithJson()) {
            var target = world.fill(operation.path());
            for (var length : List.of("12582912", "99999999999", "9223372036854775807")) {
                var answer = tried(
                        operation.method(),
                        target,
                        Map.of("Content-Type", "application/json", "Content-Length", length),
                        NOTHING);
                assertThat(answer.status()).as(operation + " with " + length).isEqualTo(413);
                assertThat(answer.json().getString("code")).isEqualTo("PAYLOAD_TOO_LARGE");
            }
        }
        nothingIsLeft("large bodies");
    }

    @Test
    void a_body_where_none_is_taken_is_passed_over() throws SQLException {
        for (var operation : description.operations()) {
            if (!operation.takesABody()) {
                var path = operation.path().replaceAll("\\{[^/}]+}", World.NOWHERE);
                tried(operation.method(), path, Map.of(), utf8("{"));
                tried(operation.method(), path, Map.of("Content-Type", "text/plain"), utf8("x"));
            }
        }
        nothingIsLeft("bodies where none is taken");
    }
}
