package dev.cairn.adapters.rest.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a JSON object by name and type, and collects every fault with its pointer: wrong types, unknown
 * constants, and, when {@link #noMore()} is said, members that nobody asked for. A member that is null is absent. What
 * the values may be is not judged here but by the domain.
 */
public final class JsonFields {
    /** The most members of a list, anywhere. */
    public static final int MAX_LIST = 10_000;

    /** The widest exponent of a number, anywhere; beyond it a number is no figure but an attack. */
    private static final int MAX_EXPONENT = 400;

    private final JsonNode object;
    private final String pointer;
    private final Faults faults;
    private final Set<String> asked = new HashSet<>();

    private JsonFields(JsonNode object, String pointer, Faults faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
    }

    /** The fields of a body; an empty body has none, and everything that is required is missing from it. */
    public static JsonFields of(Body body, Faults faults) {
        var root = body.content().orElseGet(JsonNodeFactory.instance::objectNode);
        checkTexts(root, "", faults);
        return object(root, "", faults);
    }

    private static JsonFields object(JsonNode node, String pointer, Faults faults) {
        if (!node.isObject()) {
            faults.add(pointer, Fault.Code.TYPE, "must be an object");
        }
        return new JsonFields(node, pointer, faults);
    }

    /** Where this object stands in the body. */
    public String pointer() {
        return pointer;
    }

    /** Makes something of what was read here; its faults are told at this place. */
    public <T> Optional<T> at(Supplier<T> make) {
        return faults.at(pointer, make);
    }

    /** Whether the member is there, be it null. */
    public boolean has(String name) {
        asked.add(name);
        return object.has(name);
    }

    /** A text. */
    public Optional<String> text(String name) {
        return member(name, (node, at) -> text(node, at));
    }

    /** A truth value. */
    public Optional<Boolean> flag(String name) {
        return member(name, (node, at) -> node.isBoolean() ? node.booleanValue() : wrong(at, "true or false"));
    }

    /** A decimal number. */
    public Optional<BigDecimal> decimal(String name) {
        return member(name, (node, at) -> node.isNumber() ? node.decimalValue() : wrong(at, "a number"));
    }

    /** A whole number of 32 bits. */
    public Optional<Integer> whole(String name) {
        return member(name, (node, at) -> {
            if (!node.isNumber()) {
                return wrong(at, "a whole number");
            }
            try {
                return node.decimalValue().intValueExact();
            } catch (ArithmeticException notWholeOrTooLarge) {
                faults.add(at, Fault.Code.RANGE, "must be a whole number of 32 bits");
                return null;
            }
        });
    }

    /** One of the constants of an enum. */
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return member(name, (node, at) -> {
            var text = text(node, at);
            if (text == null) {
                return null;
            }
            for (var constant : type.getEnumConstants()) {
                if (constant.name().equals(text)) {
                    return constant;
                }
            }
            faults.add(at, Fault.Code.ENUM, "one of " + Arrays.toString(type.getEnumConstants()));
            return null;
        });
    }

    /** An instant, with whatever offset. */
    public Optional<Instant> instant(String name) {
        return member(name, (node, at) -> {
            var text = text(node, at);
            return text == null ? null : Times.instant(text, at, faults).orElse(null);
        });
    }

    /** An instant that the domain judges: one beyond every calendar is the calendar's last or first. */
    public Optional<Instant> anyInstant(String name) {
        return member(name, (node, at) -> {
            var text = text(node, at);
            return text == null ? null : Times.clamped(text, at, faults).orElse(null);
        });
    }

    /** An id; an odd one is nobody's and is not found later. */
    public Optional<UUID> id(String name) {
        return text(name).map(PathIds::uuid);
    }

    /** An id that the client makes itself; an odd one is a fault. */
    public Optional<UUID> key(String name) {
        return member(name, (node, at) -> {
            var text = text(node, at);
            if (text == null || PathIds.isUuid(text)) {
                return text == null ? null : UUID.fromString(text);
            }
            faults.add(at, Fault.Code.FORMAT, "a UUID");
            return null;
        });
    }

    /** A list of texts; empty when absent. What is no text keeps its place, so that later ones keep theirs. */
    public List<String> texts(String name) {
        return list(name, (node, at) -> {
            var text = text(node, at);
            return text == null ? "" : text;
        });
    }

    /** A list of texts, where an absent one says something else than an empty one. */
    public Optional<List<String>> maybeTexts(String name) {
        var texts = texts(name);
        return object.hasNonNull(name) ? Optional.of(texts) : Optional.empty();
    }

    /** A list of ids; odd ones are nobody's. */
    public List<UUID> ids(String name) {
        return texts(name).stream().map(PathIds::uuid).toList();
    }

    /** An object. */
    public Optional<JsonFields> object(String name) {
        return member(name, (node, at) -> object(node, at, faults));
    }

    /** A list of objects; empty when absent. */
    public List<JsonFields> objects(String name) {
        return list(name, (node, at) -> object(node, at, faults));
    }

    /** An object of whatever members, as a value. */
    public Optional<JsonObject> anyObject(String name) {
        return member(name, (node, at) -> node.isObject() ? new JsonObject(members(node)) : wrong(at, "an object"));
    }

    /** Whatever value but null. */
    public Optional<JsonValue> anyValue(String name) {
        return member(name, (node, at) -> new JsonValue(Objects.requireNonNull(value(node))));
    }

    /** Says that the member has to be there. */
    public JsonFields required(String name) {
        if (object.isObject() && !object.hasNonNull(name)) {
            faults.add(at(name), Fault.Code.REQUIRED, "must be given");
        }
        return this;
    }

    /** Says that everything was asked for: whatever else is there is unknown. */
    public void noMore() {
        object.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                faults.add(at(name), Fault.Code.UNKNOWN, "there is no such property here");
            }
        });
    }

    private <T> Optional<T> member(String name, BiFunction<JsonNode, String, @Nullable T> read) {
        asked.add(name);
        var node = object.get(name);
        return node == null || node.isNull() ? Optional.empty() : Optional.ofNullable(read.apply(node, at(name)));
    }

    private <T> List<T> list(String name, BiFunction<JsonNode, String, @Nullable T> read) {
        asked.add(name);
        var node = object.get(name);
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!node.isArray() || node.size() > MAX_LIST) {
            if (node.isArray()) {
                faults.add(at(name), Fault.Code.LENGTH, "at most " + MAX_LIST + " items");
            } else {
                wrong(at(name), "a list");
            }
            return List.of();
        }
        var items = new ArrayList<T>(node.size());
        for (int i = 0; i < node.size(); i++) {
            var item = read.apply(node.get(i), at(name) + "/" + i);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private @Nullable String text(JsonNode node, String at) {
        return node.isTextual() ? node.textValue() : wrong(at, "a text");
    }

    private <T> @Nullable T wrong(String at, String wanted) {
        faults.add(at, Fault.Code.TYPE, "must be " + wanted);
        return null;
    }

    private String at(String name) {
        return pointer + "/" + escape(name);
    }

    /** A name as a step of a pointer (RFC 6901). */
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** No text of a request may hold what a database cannot keep, no number what nobody can mean. */
    private static void checkTexts(JsonNode node, String at, Faults faults) {
        if (node.isTextual() && !isClean(node.textValue())) {
            faults.add(at, Fault.Code.FORMAT, "holds a character that cannot be kept");
        } else if (node.isNumber() && !isFigure(node)) {
            faults.add(at, Fault.Code.RANGE, "is beyond any figure");
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                checkTexts(node.get(i), at + "/" + i, faults);
            }
        } else {
            node.properties().forEach(member -> {
                if (!isClean(member.getKey())) {
                    faults.add(at, Fault.Code.FORMAT, "a name in it holds a character that cannot be kept");
                }
                checkTexts(member.getValue(), at + "/" + escape(member.getKey()), faults);
            });
        }
    }

    private static boolean isFigure(JsonNode number) {
        var value = number.decimalValue();
        return Math.abs((long) value.precision() - value.scale()) <= MAX_EXPONENT && value.scale() <= MAX_EXPONENT;
    }

    /** Whether a text holds nothing that a database cannot keep: no NUL, no half of a character. */
    public static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Object> members(JsonNode object) {
        var members = new LinkedHashMap<String, Object>();
        object.properties().forEach(member -> members.put(member.getKey(), value(member.getValue())));
        return members;
    }

    @SuppressWarnings("NullAway") // a null inside free JSON is a value
    private static Object value(JsonNode node) {
        if (node.isObject()) {
            return members(node);
        }
        if (node.isArray()) {
            var items = new ArrayList<Object>(node.size());
            node.forEach(item -> items.add(value(item)));
            return items;
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        return node.isBoolean() ? node.booleanValue() : node.isNull() ? null : node.textValue();
    }
}
