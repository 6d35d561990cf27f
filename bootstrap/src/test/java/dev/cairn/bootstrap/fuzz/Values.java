package dev.cairn.bootstrap.fuzz;

import dev.cairn.bootstrap.support.Description;
import dev.cairn.bootstrap.support.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes values of a schema: such as it asks for, such as lie on its bounds, and such as it would never take. */
final class Values {
    private static final List<String> ALPHABETS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "ABC xyz 019-_.",
            "äöüßéñÇøłŞİı",
            "\uFB2C\u0130\u1E9E\u0301\u0308\u0345",
            "🗿👩‍👩‍👧🏳️\uD835\uDD38",
            "\uD800\uDBFF\uDC00\uDFFF",
            "\u0000\u0001\u0008\u001B\u007F\u0085\u009F",
            "\u202E\u2066\u200B\u200D\uFEFF\uFFFE\uFFFF",
            " \t\n\r\u00A0\u2003\u3000\u2028\u2029",
            "'\"`;-/*%_\\(){}[]<>&|$#!?^~:,=+@",
            "日本語العربيةעברית",
            "0123456789");

    private static final List<String> TEXTS = List.of(
            "x'; drop table customer; --",
            "' or '1'='1",
            "%_\\",
            "{\"$ne\": null}",
            "${jndi:ldap://127.0.0.1/x}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "null",
            "true",
            "-5",
            "NaN",
            "1e309",
            "http://",
            "https://a.example/\u0000",
            "https://user:secret@a.example:99999/",
            "ftp://a.example",
            "javascript:alert(1)",
            "HTTPS://A.EXAMPLE",
            "https://[::1]/",
            "https://xn--nxasmq6b.example",
            "a@b",
            "a@b.example",
            "\"a b\"@b.example",
            "a@b@c.example",
            "@b.example",
            "(a+)+$",
            "[",
            "(?<x>a)\\k<x>",
            "(?i)(?=.*a){1,99999}",
            World.NOWHERE);

    private static final List<String> TIMES = List.of(
            "2026-11-21T09:00:00Z",
            "2026-11-21T09:00:00.123456789+18:00",
            "2024-02-29T23:59:59-12:00",
            "1900-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "2023-02-29T00:00:00Z",
            "2026-11-21T24:00:00Z",
            "2016-12-31T23:59:60Z",
            "2026-11-21t09:00:00z",
            "2026-11-21 09:00:00Z",
            "2026-11-21T09:00:00",
            "2026-11-21",
            "20261121T090000Z",
            "0000-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "+10000-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59.999999999Z",
            "-999999999-01-01T00:00:00Z",
            "1899-12-31T23:59:59.999999Z",
            "2026-11-21T09:00:00+19:00",
            "2026-11-21T09:00:00[Europe/Berlin]",
            "1764000000");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-0.0",
            "1",
            "-1",
            "1.5",
            "99.99",
            "99.995",
            "100",
            "100.00",
            "100.001",
            "0.005",
            "1e2",
            "1E-2",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "1e300",
            "1e-300",
            "123456789012345678901234567890.123456789",
            "0.3333333333333333333333333333333333333333");

    private static final List<String> CRITERIA = List.of(
            "{\"type\": \"boolean_flag\", \"expectedValue\": true}",
            "{\"type\": \"number_threshold\", \"operator\": \"greater_than\", \"threshold\": 1e2}",
            "{\"type\": \"string_match\", \"mode\": \"regex\", \"pattern\": \"(a+)+$\"}",
            "{\"type\": \"timestamp_comparison\", \"mode\": \"within_days\", \"withinDays\": 30}",
            "{\"operator\": \"!=\", \"value\": \"off\", \"path\": \"/mode\"}",
            "{\"type\": \"timestamp\", \"mode\": \"within_days\", \"days\": 30}",
            "{\"type\": \"json\", \"path\": \"$..a[?(@.b > 1)]\", \"operator\": \"equals\", \"expectedValue\": null}",
            "{\"type\": \"and\", \"criteria\": []}",
            "{\"type\": \"not\"}",
            "{\"type\": 7}",
            "{\"operator\": \"and\", \"criteria\": [{\"type\": \"boolean_flag\", \"expectedValue\": \"x\"}]}",
            "{}");

    private final Random random;
    private final Description description;

    Values(Random random, Description description) {
        this.random = random;
        this.description = description;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A value that the schema takes, as far as it says. */
    Object valid(JsonObject given, int depth) {
        var schema = description.resolved(given);
        var constants = schema.getJsonArray("enum");
        if (constants != null) {
            return constants.getValue(random.nextInt(constants.size()));
        }
        return switch (String.valueOf(schema.getValue("type"))) {
            case "string" -> validText(schema);
            case "integer" -> between(schema).toBigInteger().intValue();
            case "number" -> between(schema);
            case "boolean" -> random.nextBoolean();
            case "array" -> list(schema, depth);
            default -> schema.containsKey("properties") ? object(schema, depth) : anyObject(depth);
        };
    }

    private Object validText(JsonObject schema) {
        var format = schema.getString("format", "");
        if (format.equals("uuid")) {
            return World.NOWHERE;
        }
        if (format.equals("date-time")) {
            return TIMES.get(random.nextInt(5));
        }
        int min = schema.getInteger("minLength", 0);
        int max = Math.min(schema.getInteger("maxLength", 40), chance(0.1) ? Integer.MAX_VALUE : 40);
        return letters(ALPHABETS.get(random.nextInt(3)), Math.max(min, random.nextInt(max + 1)));
    }

    private BigDecimal between(JsonObject schema) {
        var min = new BigDecimal(String.valueOf(schema.getValue("minimum", 0)));
        var max = new BigDecimal(String.valueOf(schema.getValue("maximum", 1000)));
        return min.add(max.subtract(min).multiply(BigDecimal.valueOf(random.nextInt(101), 2)))
                .setScale(2, java.math.RoundingMode.DOWN);
    }

    private JsonArray list(JsonObject schema, int depth) {
        var list = new JsonArray();
        int most = depth > 4 ? 0 : Math.min(3, schema.getInteger("maxItems", 3));
        int least = Math.min(schema.getInteger("minItems", 0), most);
        for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
            list.add(valid(schema.getJsonObject("items", new JsonObject()), depth + 1));
        }
        return list;
    }

    private JsonObject object(JsonObject schema, int depth) {
        var object = new JsonObject();
        var required = schema.getJsonArray("required", new JsonArray());
        for (var property : schema.getJsonObject("properties")) {
            if (required.contains(property.getKey()) || chance(0.5)) {
                object.put(property.getKey(), valid((JsonObject) property.getValue(), depth + 1));
            }
        }
        return object;
    }

    /** An object of whatever members; often such as criteria look like. */
    private JsonObject anyObject(int depth) {
        if (chance(0.7)) {
            return new JsonObject(of(CRITERIA));
        }
        var object = new JsonObject();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.put(letters(of(ALPHABETS), 1 + random.nextInt(5)), depth > 5 ? null : odd(new JsonObject()));
        }
        return object;
    }

    /** A value that the schema rather does not take: on its bounds, beyond them, or of another type. */
    Object odd(JsonObject given) {
        var schema = description.resolved(given);
        var type = String.valueOf(schema.getValue("type"));
        if (!schema.containsKey("type") || chance(0.3)) {
            type = of(List.of("string", "integer", "number", "boolean", "array", "object", "null"));
        }
        return switch (type) {
            case "string" -> oddText(schema);
            case "integer", "number" -> oddNumber(schema);
            case "boolean" -> of(List.<Object>of(true, false, "true", 0, 1));
            case "array" -> oddList(schema);
            case "null" -> null;
            default -> chance(0.5) ? anyObject(0) : deep(random.nextInt(40));
        };
    }

    private Object oddText(JsonObject schema) {
        if (schema.getString("format", "").equals("date-time") || chance(0.1)) {
            return of(TIMES);
        }
        if (schema.containsKey("enum") && chance(0.5)) {
            return schema.getJsonArray("enum").getString(0).toLowerCase(java.util.Locale.ROOT);
        }
        if (chance(0.4)) {
            return of(TEXTS);
        }
        int max = schema.getInteger("maxLength", 255);
        var lengths = List.of(0, 1, 2, max - 1, max, max + 1, max / 2, max / 3, 64, 255, 256, 5_001, 20_000);
        return letters(of(ALPHABETS), Math.max(0, of(lengths)));
    }

    String letters(String alphabet, int length) {
        var text = new StringBuilder();
        var points = alphabet.codePoints().toArray();
        while (text.length() < length) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    /** A short text of any alphabet. */
    String text() {
        return chance(0.4) ? of(TEXTS) : letters(of(ALPHABETS), random.nextInt(30));
    }

    private Object oddNumber(JsonObject schema) {
        if (chance(0.4)) {
            var bound = new BigDecimal(String.valueOf(schema.getValue(chance(0.5) ? "minimum" : "maximum", 0)));
            return bound.add(new BigDecimal(of(List.of("0", "1", "-1", "0.001", "-0.001", "0.01"))));
        }
        if (chance(0.1)) {
            return new BigInteger("9".repeat(1 + random.nextInt(390)));
        }
        return new BigDecimal(of(NUMBERS));
    }

    private JsonArray oddList(JsonObject schema) {
        var list = new JsonArray();
        var items = schema.getJsonObject("items", new JsonObject());
        Supplier<Object> item = () -> chance(0.5) ? valid(items, 3) : odd(items);
        int size = of(List.of(0, 1, 2, 2, 3, 51, 201, 1_001));
        var first = item.get();
        for (int i = 0; i < size; i++) {
            list.add(i % 2 == 1 && size < 4 ? first : size > 50 ? "t" + i : item.get());
        }
        if (size == 2 && chance(0.5)) {
            list.set(0, first);
        }
        return list;
    }

    private static JsonObject deep(int levels) {
        var object = new JsonObject();
        for (int i = 0; i < levels; i++) {
            object = new JsonObject().put("x", object);
        }
        return object;
    }

    /** Changes one place of a body, somewhere in it: another value, none, one more. */
    void disturb(JsonObject body, JsonObject given) {
        var schema = description.resolved(given);
        var properties = schema.getJsonObject("properties", new JsonObject());
        if (properties.isEmpty() || chance(0.1)) {
            body.put(chance(0.5) ? "shoeSize" : text(), odd(new JsonObject()));
            return;
        }
        var name = of(properties.fieldNames().stream().sorted().toList());
        var property = properties.getJsonObject(name);
        var here = body.getValue(name);
        if (here instanceof JsonObject object && chance(0.6)) {
            disturb(object, property);
        } else if (here instanceof JsonArray list
                && !list.isEmpty()
                && list.getValue(0) instanceof JsonObject object
                && description.resolved(property).containsKey("items")
                && chance(0.7)) {
            disturb(object, description.resolved(property).getJsonObject("items"));
        } else if (chance(0.15)) {
            body.remove(name);
        } else if (chance(0.15)) {
            body.putNull(name);
        } else {
            body.put(name, odd(property));
        }
    }
}
