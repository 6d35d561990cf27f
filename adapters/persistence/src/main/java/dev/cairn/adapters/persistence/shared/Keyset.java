package dev.cairn.adapters.persistence.shared;

import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.Sort;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import io.vertx.core.json.JsonArray;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Walks a list by the values of its order instead of by counting rows, so that the last page costs what the first does.
 * The cursor holds the order it belongs to and the values where the page ended; the id is always the last of them.
 *
 * @param <K> the keys that the list can be sorted by
 * @param <T> what the list holds
 */
public final class Keyset<K extends Enum<K>, T> {
    private final Function<K, Column<T>> columns;
    private final List<Column<T>> last;
    private final boolean lastDescending;

    /**
     * A column to sort by, never null.
     *
     * @param sql how it is named in the query
     * @param parse from the cursor's text to the statement's argument; fails for what it did not write
     * @param value from an item to the cursor's text
     */
    public record Column<T>(String sql, Function<String, Object> parse, Function<T, String> value) {
        /** A column of texts. */
        public static <T> Column<T> text(String sql, Function<T, String> value) {
            return new Column<>(sql, Keyset::storable, value);
        }

        /** A column of instants. */
        public static <T> Column<T> instant(String sql, Function<T, Instant> value) {
            return new Column<>(sql, Keyset::time, value.andThen(Instant::toString));
        }

        /** A column of whole numbers. */
        public static <T> Column<T> whole(String sql, Function<T, Integer> value) {
            return new Column<>(sql, Integer::valueOf, value.andThen(String::valueOf));
        }

        /** A column of decimals. */
        public static <T> Column<T> decimal(String sql, Function<T, BigDecimal> value) {
            return new Column<>(sql, Keyset::figure, value.andThen(BigDecimal::toPlainString));
        }

        /** A column of ids. */
        public static <T> Column<T> uuid(String sql, Function<T, UUID> value) {
            return new Column<>(sql, Keyset::id, value.andThen(UUID::toString));
        }
    }

    /** A list that is sorted by keys of the caller's choice, and by its id in the end. */
    public Keyset(Function<K, Column<T>> columns, Column<T> id) {
        this(columns, List.of(id), false);
    }

    private Keyset(Function<K, Column<T>> columns, List<Column<T>> last, boolean lastDescending) {
        this.columns = columns;
        this.last = List.copyOf(last);
        this.lastDescending = lastDescending;
    }

    /** A list that has one order, from the least to the greatest. */
    public static <K extends Enum<K>, T> Keyset<K, T> ascending(List<Column<T>> columns) {
        return new Keyset<>(Keyset::noKey, columns, false);
    }

    /** A list that has one order, from the greatest to the least. */
    public static <K extends Enum<K>, T> Keyset<K, T> descending(List<Column<T>> columns) {
        return new Keyset<>(Keyset::noKey, columns, true);
    }

    private static <K extends Enum<K>, T> Column<T> noKey(K key) {
        throw new IllegalStateException("this list is not sorted by " + key);
    }

    /** A cursor comes back from outside: what no row of ours can hold is not one that we wrote. */
    private static String storable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not a text of a database");
        }
        return text;
    }

    private static BigDecimal figure(String text) {
        var figure = new BigDecimal(text);
        if (figure.precision() > 20 || Math.abs(figure.scale()) > 20) {
            throw new IllegalArgumentException("not a figure of a column");
        }
        return figure;
    }

    /** The JDK takes short forms too, which we never write. */
    private static UUID id(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("not an id of a column");
        }
        return id;
    }

    private static OffsetDateTime time(String text) {
        var time = Instant.parse(text).atOffset(ZoneOffset.UTC);
        if (time.getYear() < 1 || time.getYear() > 9_999) {
            throw new IllegalArgumentException("not a time of a column");
        }
        return time;
    }

    private record Step<T>(Column<T> column, boolean descending) {
        private String beyond() {
            return descending ? " < " : " > ";
        }
    }

    private List<Step<T>> steps(PageRequest<K> page) {
        var steps = new ArrayList<Step<T>>();
        for (var sort : page.sort()) {
            steps.add(new Step<>(columns.apply(sort.key()), sort.descending()));
        }
        var descending =
                lastDescending || !page.sort().isEmpty() && page.sort().stream().allMatch(Sort::descending);
        last.forEach(column -> steps.add(new Step<>(column, descending)));
        return steps;
    }

    /** The order, for behind {@code order by}. */
    public String order(PageRequest<K> page) {
        return steps(page).stream()
                .map(step -> step.column().sql() + (step.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    /**
     * The condition that passes over what earlier pages held; adds its arguments to those of the query. Empty without a
     * cursor.
     *
     * @throws DomainException VALIDATION_ERROR when the cursor is not one of this list in this order
     */
    public Optional<String> after(PageRequest<K> page, List<@Nullable Object> arguments) {
        return page.cursor().map(cursor -> {
            var steps = steps(page);
            var parameters = decode(cursor, page, steps).stream()
                    .map(value -> {
                        arguments.add(value);
                        return "$" + arguments.size();
                    })
                    .toList();
            var oneWay = steps.stream().map(Step::descending).distinct().count() == 1;
            return oneWay ? beyond(steps, parameters) : beyondByTurns(steps, parameters);
        });
    }

    /** All columns run the same way: the database compares them as a row, and starts in its index where the last page ended. */
    private static <T> String beyond(List<Step<T>> steps, List<String> parameters) {
        var columns = steps.stream().map(step -> step.column().sql()).collect(Collectors.joining(", "));
        return "(" + columns + ")" + steps.get(0).beyond() + "(" + String.join(", ", parameters) + ")";
    }

    /** Columns run both ways: the first of them alone says where to start, the rest is looked at row by row. */
    private static <T> String beyondByTurns(List<Step<T>> steps, List<String> parameters) {
        var ways = new ArrayList<String>();
        var equal = "";
        for (int i = 0; i < steps.size(); i++) {
            var column = steps.get(i).column().sql();
            ways.add("(" + equal + column + steps.get(i).beyond() + parameters.get(i) + ")");
            equal += column + " = " + parameters.get(i) + " and ";
        }
        var first = steps.get(0);
        return first.column().sql() + (first.descending() ? " <= " : " >= ") + parameters.get(0) + " and ("
                + String.join(" or ", ways) + ")";
    }

    /** Cuts the page out of what was read; one item more than the limit tells that there is a next page. */
    public Page<T> page(PageRequest<K> page, List<T> read, Optional<Long> total) {
        if (read.size() <= page.limit()) {
            return new Page<>(read, total, Optional.empty());
        }
        var items = read.subList(0, page.limit());
        return new Page<>(items, total, Optional.of(encode(page, items.get(items.size() - 1))));
    }

    private String encode(PageRequest<K> page, T last) {
        var content = new JsonArray().add(name(page));
        steps(page).forEach(step -> content.add(step.column().value().apply(last)));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(content.encode().getBytes(StandardCharsets.UTF_8));
    }

    private List<Object> decode(String cursor, PageRequest<K> page, List<Step<T>> steps) {
        try {
            var content = new JsonArray(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (content.size() != steps.size() + 1 || !name(page).equals(content.getString(0))) {
                throw foreign();
            }
            var values = new ArrayList<Object>();
            for (int i = 0; i < steps.size(); i++) {
                values.add(
                        steps.get(i).column().parse().apply((String) Objects.requireNonNull(content.getValue(i + 1))));
            }
            return values;
        } catch (DomainException refusal) {
            throw refusal;
        } catch (RuntimeException unreadable) {
            throw foreign();
        }
    }

    private static String name(PageRequest<?> page) {
        return page.sort().stream()
                .map(sort -> (sort.descending() ? "-" : "") + sort.key().name())
                .collect(Collectors.joining(","));
    }

    private static DomainException foreign() {
        return new DomainException(
                ErrorCode.VALIDATION_ERROR,
                "The request has a fault.",
                new Fault("/cursor", Fault.Code.FORMAT, "not a cursor of this list in this order"));
    }
}
