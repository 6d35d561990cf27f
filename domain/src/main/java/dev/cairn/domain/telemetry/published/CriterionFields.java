package dev.cairn.domain.telemetry.published;

import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The members of one written criterion, read by name and type; faults are collected with their pointers. */
final class CriterionFields {
    private final Map<?, ?> members;
    private final String pointer;
    private final Faults faults;
    private final Set<Object> asked = new HashSet<>();

    CriterionFields(Map<?, ?> members, String pointer, Faults faults) {
        this.members = members;
        this.pointer = pointer;
        this.faults = faults;
    }

    /** Where a member stands. */
    String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** Whether a member is there and not null. */
    boolean has(String name) {
        asked.add(name);
        return members.get(name) != null;
    }

    /** Notes what is wrong with a member. */
    <T> Optional<T> fault(String name, Fault.Code code, String message) {
        faults.add(at(name), code, message);
        return Optional.empty();
    }

    /** A member that is there and not null. */
    Optional<Object> maybe(String name) {
        asked.add(name);
        return Optional.ofNullable(members.get(name));
    }

    /** A member that has to be there. */
    Optional<Object> any(String name) {
        var value = maybe(name);
        return value.isPresent() ? value : fault(name, Fault.Code.REQUIRED, "must be given");
    }

    Optional<Boolean> flag(String name) {
        return any(name)
                .flatMap(value -> value instanceof Boolean flag
                        ? Optional.of(flag)
                        : fault(name, Fault.Code.TYPE, "must be true or false"));
    }

    /** Truth where nothing is said. */
    boolean flag(String name, boolean otherwise) {
        return has(name) ? flag(name).orElse(otherwise) : otherwise;
    }

    Optional<BigDecimal> number(String name) {
        return any(name)
                .flatMap(value -> value instanceof BigDecimal number
                        ? figure(number, name)
                        : fault(name, Fault.Code.TYPE, "must be a number"));
    }

    private Optional<BigDecimal> figure(BigDecimal number, String name) {
        return Reading.isFigure(number)
                ? Optional.of(number)
                : fault(
                        name,
                        Fault.Code.RANGE,
                        "must lie between -10^30 and 10^30 and have at most " + Reading.MAX_DECIMALS + " decimals");
    }

    /** A text that says something, of at most so many characters. */
    Optional<String> text(String name, int max) {
        return any(name).flatMap(value -> text(value, name)).flatMap(text -> bounded(text, name, 1, max));
    }

    private Optional<String> text(Object value, String name) {
        return value instanceof String text ? Optional.of(text) : fault(name, Fault.Code.TYPE, "must be a text");
    }

    private Optional<String> bounded(String text, String name, int min, int max) {
        var length = text.codePointCount(0, text.length());
        return length >= min && length <= max
                ? Optional.of(text)
                : fault(name, Fault.Code.LENGTH, (min > 0 ? min + " to " : "at most ") + max + " characters");
    }

    /** One of the constants of an enum, in lower case. */
    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return any(name).flatMap(value -> text(value, name)).flatMap(text -> {
            var named = Arrays.stream(type.getEnumConstants())
                    .filter(constant -> lower(constant).equals(text))
                    .findFirst();
            return named.isPresent()
                    ? named
                    : fault(
                            name,
                            Fault.Code.ENUM,
                            "one of "
                                    + Arrays.stream(type.getEnumConstants())
                                            .map(CriterionFields::lower)
                                            .collect(Collectors.joining(", ")));
        });
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A list of some members, at most so many. */
    Optional<List<?>> list(String name, int max) {
        return any(name).flatMap(value -> {
            if (!(value instanceof List<?> list)) {
                return fault(name, Fault.Code.TYPE, "must be a list");
            }
            return list.isEmpty() || list.size() > max
                    ? fault(name, Fault.Code.LENGTH, "1 to " + max + " members")
                    : Optional.of(list);
        });
    }

    /** What the author says of it. */
    Optional<String> description() {
        return maybe("description")
                .flatMap(value -> text(value, "description"))
                .flatMap(text -> bounded(text, "description", 0, Criterion.MAX_DESCRIPTION));
    }

    /** The place it looks at, inside the place that stands before it. */
    Path path(Path before) {
        return maybe("path")
                .flatMap(value -> text(value, "path"))
                .flatMap(text -> bounded(text, "path", 0, Criterion.MAX_TEXT))
                .flatMap(this::path)
                .map(before::then)
                .filter(path -> path.pointer().length() <= Criterion.MAX_TEXT || isTooLong())
                .orElse(before);
    }

    private Optional<Path> path(String written) {
        var path = Path.of(written);
        return path.isPresent()
                ? path
                : fault("path", Fault.Code.FORMAT, "must be a JSON pointer (RFC 6901), such as /users/active");
    }

    private boolean isTooLong() {
        return fault("path", Fault.Code.LENGTH, "at most " + Criterion.MAX_TEXT + " characters with what stands before")
                .isPresent();
    }

    /** A member that several names are known for; the first that is there. */
    <T> Optional<T> either(String usual, String other, Function<String, Optional<T>> read) {
        return read.apply(!has(usual) && has(other) ? other : usual);
    }

    /** Says that everything was asked for: whatever else is there, and not null, is unknown. */
    void noMore() {
        members.keySet().stream()
                .filter(name -> !asked.contains(name) && members.get(name) != null)
                .forEach(name -> fault(String.valueOf(name), Fault.Code.UNKNOWN, "there is no such property here"));
    }
}
