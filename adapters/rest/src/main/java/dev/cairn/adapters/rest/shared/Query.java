package dev.cairn.adapters.rest.shared;

import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.Sort;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.FoldedText;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads query parameters by name and type, and collects every fault; unknown parameters and values are refused. */
public final class Query {
    /** The longest text, in characters. */
    public static final int MAX_TEXT = 255;

    /** The longest cursor, in characters. */
    public static final int MAX_CURSOR = 4_000;

    /** The most that can be passed over. */
    public static final int MAX_OFFSET = 10_000_000;

    /** What a cursor looks like; clients do not look inside. */
    public static final String CURSOR_EXAMPLE = "MDE5MzZmMmUtN2ExMC03YzNhLTlkNTItMGY2YjNjMWU4YTAx";

    private final MultivaluedMap<String, String> parameters;
    private final Faults faults = new Faults();
    private final Set<String> asked = new HashSet<>();

    private Query(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /** The query of a request. */
    public static Query of(UriInfo uri) {
        return new Query(uri.getQueryParameters());
    }

    /** A text of 1 to 255 characters. */
    public Optional<String> text(String name) {
        return text(name, MAX_TEXT);
    }

    private Optional<String> text(String name, int max) {
        asked.add(name);
        var values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            faults.add(at(name), Fault.Code.DUPLICATE, "may be given once");
            return Optional.empty();
        }
        return values.stream().findFirst().filter(text -> {
            if (text.isBlank() || text.length() > max) {
                faults.add(at(name), Fault.Code.LENGTH, "1 to " + max + " characters");
                return false;
            }
            if (!JsonFields.isClean(text)) {
                faults.add(at(name), Fault.Code.FORMAT, "holds a character that cannot be compared");
                return false;
            }
            return true;
        });
    }

    /** A text that is compared without regard to case. */
    public Optional<FoldedText> folded(String name) {
        return text(name).map(FoldedText::of);
    }

    /** One of the constants of an enum. */
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return text(name).flatMap(text -> {
            var found = Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(text))
                    .findFirst();
            if (found.isEmpty()) {
                faults.add(at(name), Fault.Code.ENUM, "one of " + Arrays.toString(type.getEnumConstants()));
            }
            return found;
        });
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> flag(String name) {
        return text(name).flatMap(text -> {
            if (!text.equals("true") && !text.equals("false")) {
                faults.add(at(name), Fault.Code.ENUM, "true or false");
                return Optional.empty();
            }
            return Optional.of(Boolean.valueOf(text));
        });
    }

    /** Whether the parameter says its one word; any other is refused. */
    public boolean says(String name, String word) {
        var said = text(name);
        if (said.isPresent() && !said.get().equals(word)) {
            faults.add(at(name), Fault.Code.ENUM, word + " or nothing");
        }
        return said.isPresent();
    }

    /** An id; what cannot be one is nobody's. */
    public Optional<UUID> id(String name) {
        return text(name).map(PathIds::uuid);
    }

    /** An id that the client makes itself; an odd one is a fault. */
    public Optional<UUID> key(String name) {
        return text(name).flatMap(text -> {
            if (!PathIds.isUuid(text)) {
                faults.add(at(name), Fault.Code.FORMAT, "a UUID");
                return Optional.empty();
            }
            return Optional.of(UUID.fromString(text));
        });
    }

    /** An instant, with whatever offset. */
    public Optional<Instant> instant(String name) {
        return text(name).flatMap(text -> Times.instant(text, at(name), faults));
    }

    /** An instant that does not come before another; equal ones have nothing between them. */
    public Optional<Instant> instantNotBefore(Optional<Instant> start, String name) {
        var end = instant(name);
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            faults.add(at(name), Fault.Code.RANGE, "not before the time it starts from");
            return Optional.empty();
        }
        return end;
    }

    /** Which part of the list is wanted: limit, offset or cursor, and the order. */
    public <K extends Enum<K>> PageRequest<K> page(Class<K> keys) {
        return page(keys, PageRequest.DEFAULT_LIMIT);
    }

    /** The same, with a page size of its own when none is given. */
    public <K extends Enum<K>> PageRequest<K> page(Class<K> keys, int usualLimit) {
        var limit = number("limit", 1, PageRequest.MAX_LIMIT).orElse(usualLimit);
        var offset = number("offset", 0, MAX_OFFSET);
        var cursor = text("cursor", MAX_CURSOR);
        if (offset.isPresent() && cursor.isPresent()) {
            faults.add("/offset", Fault.Code.DUPLICATE, "either offset or cursor");
        }
        var sort = keys.getEnumConstants().length == 0 ? List.<Sort<K>>of() : sort(keys);
        return new PageRequest<>(limit, offset.orElse(0), cursor, sort);
    }

    private <K extends Enum<K>> List<Sort<K>> sort(Class<K> keys) {
        var sorts = new ArrayList<Sort<K>>();
        for (var part : text("sort").map(text -> text.split(",", -1)).orElse(new String[0])) {
            var descending = part.startsWith("-");
            var name = descending ? part.substring(1) : part;
            var key = Arrays.stream(keys.getEnumConstants())
                    .filter(constant -> camel(constant.name()).equals(name))
                    .findFirst();
            if (key.isEmpty()) {
                faults.add("/sort", Fault.Code.ENUM, "of " + names(keys) + ", each with - before it for the other way");
            } else if (sorts.stream().anyMatch(sort -> sort.key() == key.get())) {
                faults.add("/sort", Fault.Code.DUPLICATE, "each key once");
            } else {
                sorts.add(new Sort<>(key.get(), descending));
            }
        }
        return sorts;
    }

    private static <K extends Enum<K>> String names(Class<K> keys) {
        return Arrays.stream(keys.getEnumConstants())
                .map(Enum::name)
                .map(Query::camel)
                .collect(Collectors.joining(", "));
    }

    /** A constant as clients write it: {@code createdAt}. */
    public static String camel(String constant) {
        var words = constant.toLowerCase(Locale.ROOT).split("_", -1);
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    private Optional<Integer> number(String name, int min, int max) {
        return text(name).flatMap(text -> {
            // At most eight plain digits: no sign, no other script, no overflow.
            if (text.matches("[0-9]{1,8}")) {
                var number = Integer.parseInt(text);
                if (number >= min && number <= max) {
                    return Optional.of(number);
                }
            }
            faults.add(at(name), Fault.Code.RANGE, "a whole number from " + min + " to " + max);
            return Optional.empty();
        });
    }

    /** Says that everything was asked for, and refuses with all that was wrong. */
    public void noMore() {
        parameters.keySet().stream()
                .filter(name -> !asked.contains(name))
                .sorted()
                .forEach(name -> faults.add(at(name), Fault.Code.UNKNOWN, "there is no such parameter here"));
        faults.orThrow();
    }

    /** Where a parameter stands, as a pointer. */
    private static String at(String name) {
        return "/" + JsonFields.escape(name);
    }
}
