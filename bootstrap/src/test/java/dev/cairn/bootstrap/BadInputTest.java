package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Description;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Picture;
import dev.cairn.bootstrap.support.Problems;
import dev.cairn.bootstrap.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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

    private final Organisation org = Organisation.fresh();
    private World world;
    private Picture picture;

    @BeforeEach
    void a_world() throws SQLException {
        world = World.in(org);
        picture = new Picture(org);
    }

    @AfterEach
    void away() {
        picture.close();
    }

    private static List<Description.Operation> operationsWithBodies() {
        return Description.served().operations().stream()
                .filter(Description.Operation::takesABody)
                .toList();
    }

    /** Sends, and checks that the answer is no failure, and that a refusal left everything as it was. */
    private Response tried(String what, Supplier<Response> send) throws SQLException {
        var before = picture.now();
        var answer = send.get();
        assertThat(answer.statusCode()).as("%s: %s", what, answer.asString()).isBetween(200, 499);
        if (answer.statusCode() >= 400) {
            try {
                Problems.isProblem(answer);
            } catch (AssertionError odd) {
                throw new AssertionError(what + ": " + answer.statusCode() + " " + answer.asString(), odd);
            }
            assertThat(picture.now()).as(what).isEqualTo(before);
        }
        return answer;
    }

    private Response send(Description.Operation operation, byte[] body) {
        return org.as("admin")
                .contentType("application/json")
                .body(body)
                .request(operation.method(), world.fill(operation.path()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
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
            bodies.put(charset, bytes("{\"name\": \"Acme\"}", charset));
        }
        bodies.put("UTF-8 with a mark", utf8("\uFEFF{\"name\": \"Acme\"}"));
        bodies.put("gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0});
        return bodies;
    }

    @Test
    void what_is_no_body_of_anything_is_400() throws SQLException {
        for (var operation : operationsWithBodies()) {
            for (var body : hopeless().entrySet()) {
                var what = operation + " with " + body.getKey();
                assertThat(tried(what, () -> send(operation, body.getValue())).statusCode())
                        .as(what)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void an_empty_body_is_400_unless_nothing_is_required() throws SQLException {
        for (var operation : operationsWithBodies()) {
            for (var body : List.of("", " ", "\n\t ")) {
                var answer = tried(operation + " with nothing", () -> send(operation, utf8(body)));
                assertThat(answer.statusCode() == 400)
                        .as(operation + ": " + answer.asString())
                        .isEqualTo(operation.needsABody());
            }
        }
    }

    /** Values that belong into few fields; somewhere each of them is right, and then the answer is no refusal. */
    private static List<Object> oddValues() {
        var values = new ArrayList<Object>();
        values.add(null);
        values.addAll(List.of(
                true,
                0,
                -1,
                7,
                1.5,
                -0.001,
                Integer.MAX_VALUE + 1L,
                Long.MAX_VALUE,
                new java.math.BigDecimal("1e300"),
                new java.math.BigDecimal("1e-300"),
                new java.math.BigDecimal("9".repeat(390)),
                "",
                " ",
                "x",
                "a\u0000b",
                "\u202Eabc",
                "\uFFFF",
                "a\nb\tc",
                "x'; drop table customer; --",
                "{\"$ne\": null}",
                "%_\\",
                "x".repeat(100),
                "x".repeat(20_000),
                // The folded form of each of these has three characters, of this one each has two.
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
                "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01"));
        values.addAll(List.of(
                new JsonArray(),
                new JsonArray().addNull(),
                new JsonArray().add("x").add("x"),
                new JsonArray().add(7),
                new JsonArray().add(new JsonArray()),
                new JsonArray().add(new JsonObject()),
                many(60),
                many(10_001),
                new JsonObject(),
                new JsonObject().put("x", 1),
                new JsonObject().putNull("x"),
                deep(20)));
        return values;
    }

    private static JsonArray many(int count) {
        var items = new JsonArray();
        for (int i = 0; i < count; i++) {
            items.add("t" + i);
        }
        return items;
    }

    private static JsonObject deep(int levels) {
        var object = new JsonObject();
        for (int i = 0; i < levels; i++) {
            object = new JsonObject().put("x", object);
        }
        return object;
    }

    @Test
    void whatever_stands_in_a_field_is_taken_or_refused() throws SQLException {
        var description = Description.served();
        for (var operation : operationsWithBodies()) {
            for (var field : description.fields(operation)) {
                for (var value : oddValues()) {
                    var body = description.example(operation);
                    put(body, field, value);
                    var shown = String.valueOf(value);
                    tried(
                            operation + " with " + field + " = " + shown.substring(0, Math.min(60, shown.length())),
                            () -> send(operation, utf8(body.encode())));
                }
            }
        }
    }

    @Test
    void a_property_that_nobody_knows_is_told_by_its_pointer() throws SQLException {
        var description = Description.served();
        for (var operation : operationsWithBodies()) {
            var body = description.example(operation).put("shoe/size~", 7);
            var answer = tried(operation + " with an unknown property", () -> send(operation, utf8(body.encode())));
            assertThat(answer.statusCode()).as(operation.id()).isEqualTo(400);
            assertThat(answer.jsonPath().getList("errors.findAll { it.code == 'UNKNOWN' }.pointer"))
                    .as(operation.id())
                    .contains("/shoe~1size~0");
        }
    }

    /** Puts the value where the path leads, making what is missing on the way. */
    private static void put(JsonObject body, List<String> path, Object value) {
        Object here = body;
        for (int i = 0; i < path.size(); i++) {
            var last = i == path.size() - 1;
            Object next = last ? value : path.get(i + 1).equals("0") ? new JsonArray() : new JsonObject();
            if (here instanceof JsonObject object) {
                if (last || !object.getValue(path.get(i), "").getClass().equals(next.getClass())) {
                    object.put(path.get(i), next);
                }
                here = object.getValue(path.get(i));
            } else if (here instanceof JsonArray array) {
                if (array.isEmpty()) {
                    array.add(next);
                } else if (last || !(array.getValue(0) instanceof JsonObject)) {
                    array.set(0, next);
                }
                here = array.getValue(0);
            }
        }
    }

    @Test
    void whatever_stands_in_a_query_is_taken_or_refused() throws SQLException {
        var cursors = List.of(
                cursor("[\"\",\"x\"]"),
                cursor("[\"\",\"01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01\"]"),
                cursor("[\"\",null]"),
                cursor("[]"),
                cursor("{}"),
                cursor("7"),
                cursor("[\"NAME\",\"a\\u0000b\",\"01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01\"]"),
                cursor("[\"NAME\",\"\\ud800\",\"01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01\"]"),
                cursor("[\"NAME\",null,\"01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01\"]"),
                cursor("[\"NAME\",7,\"1-1-1-1-1\"]"),
                cursor(
                        "[\"CREATED_AT\",\"+1000000000-12-31T23:59:59.999999999Z\",\"01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01\"]"),
                cursor("[\"CREATED_AT\",\"-1000000000-01-01T00:00:00Z\",\"01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01\"]"),
                cursor("[\"CREATED_AT\",\"x\",\"01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01\"]"));
        var values = new ArrayList<>(List.of(
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
                "x".repeat(300),
                "x".repeat(5_000)));
        values.addAll(cursors);
        for (var operation : Description.served().operations()) {
            for (var parameter : operation.queryParameters()) {
                for (var value : values) {
                    var query = "?" + parameter + "=" + value;
                    tried(operation + query, () -> ask(operation, query));
                    if (parameter.equals("cursor")) {
                        for (var sort : List.of("name", "createdAt", "-name,code")) {
                            tried(operation + query + "&sort=" + sort, () -> ask(operation, query + "&sort=" + sort));
                        }
                    }
                }
                var twice = "?" + parameter + "=1&" + parameter + "=2";
                assertThat(tried(operation + twice, () -> ask(operation, twice)).statusCode())
                        .as(operation + twice)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void a_parameter_that_nobody_knows_is_refused_by_every_list() throws SQLException {
        for (var operation : Description.served().operations()) {
            if (!operation.queryParameters().isEmpty()) {
                for (var query :
                        List.of("?shoeSize=7", "?", "?=", "?&", "?%00=1", "?%ZZ=1", "?a%FFb", "?limit", "?limit[]=1")) {
                    tried(operation + query, () -> ask(operation, query));
                }
                assertThat(ask(operation, "?shoeSize=7").statusCode())
                        .as(operation.id())
                        .isEqualTo(400);
            }
        }
    }

    private static String cursor(String content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(content));
    }

    private Response ask(Description.Operation operation, String query) {
        RequestSpecification request = org.as("admin").urlEncodingEnabled(false);
        if (operation.takesABody()) {
            request.contentType(ContentType.JSON).body("{}");
        }
        return request.request(operation.method(), world.fill(operation.path()) + query);
    }

    @Test
    void whatever_stands_for_an_id_is_nobodys() throws SQLException {
        for (var operation : Description.served().operations()) {
            if (!operation.path().contains("{")) {
                continue;
            }
            for (var id : List.of(
                    "7",
                    "x",
                    "%00",
                    "%20",
                    "%ZZ",
                    "%",
                    "%FF",
                    "%F0%9F%97%BF",
                    "%27%20or%201%3D1",
                    "null",
                    "-1",
                    "1-1-1-1-1",
                    "00000000-0000-0000-0000-000000000000",
                    "01936f2e7a107c3a9d520f6b3c1e8a01",
                    "%7B%7D",
                    ";a=b",
                    "x".repeat(2_000))) {
                var path = operation.path().replaceAll("\\{[^/}]+}", id.replace("\\", "\\\\"));
                var answer = tried(operation + " of " + id, () -> {
                    var request = org.as("admin").urlEncodingEnabled(false);
                    if (operation.takesABody()) {
                        request.contentType(ContentType.JSON)
                                .body(Description.served().example(operation).encode());
                    }
                    return request.request(operation.method(), path);
                });
                assertThat(answer.statusCode()).as(operation + " of " + id).isIn(400, 404);
            }
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
                "*/*",
                "application/x-www-form-urlencoded",
                "application/vnd.api+json",
                ";",
                "ä/ö"
            })
    void whatever_the_type_of_a_body_is_called(String type) throws SQLException {
        for (var operation : operationsWithBodies()) {
            tried(
                    operation + " as " + type,
                    () -> org.as("admin")
                            .config(io.restassured.RestAssured.config()
                                    .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                            .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                            .header("Content-Type", type)
                            .body(utf8("{\"shoeSize\": 7}"))
                            .request(operation.method(), world.fill(operation.path())));
        }
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
                "application/json;q=99999999999999999999"
            })
    void whatever_somebody_says_they_accept(String accept) throws SQLException {
        tried(
                "accepting " + accept,
                () -> org.as("admin").header("Accept", accept).get(CUSTOMERS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "",
                "00-00000000000000000000000000000000-0000000000000000-00",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01",
                "00-x'; drop table-1-01"
            })
    void whatever_stands_in_the_trace(String parent) throws SQLException {
        tried(
                "traced by " + parent,
                () -> org.as("admin", "{\"name\": \"Traced " + parent.hashCode() + "\"}")
                        .header("traceparent", parent)
                        .post(CUSTOMERS));
    }

    @Test
    void a_body_above_every_limit_is_a_problem_too() throws SQLException {
        var large = utf8("{\"name\": \"" + "x".repeat(12 << 20) + "\"}");
        for (var operation : operationsWithBodies()) {
            assertThat(tried(operation + " with 12 MiB", () -> send(operation, large))
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void a_body_where_none_is_taken_is_passed_over() throws SQLException {
        tried("a read with a body", () -> org.as("admin", "{").get(CUSTOMERS));
        tried("a deletion with a body", () -> org.as("admin", "[").delete(CUSTOMERS + "/" + World.NOWHERE));
    }
}
