package dev.cairn.adapters.persistence.shared;

import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.data.Numeric;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of a result, read from left to right in the order of the select list. It does not matter which driver brought
 * the row.
 */
public final class Line {
    private final IntFunction<@Nullable Object> cells;
    private int next;

    private Line(IntFunction<@Nullable Object> cells) {
        this.cells = cells;
    }

    static Line of(Row row) {
        return new Line(row::getValue);
    }

    static Line of(@Nullable Object[] row) {
        return new Line(column -> row[column]);
    }

    private @Nullable Object cell() {
        return cells.apply(next++);
    }

    private Object present() {
        return Objects.requireNonNull(cell(), "a column that is never null was null");
    }

    /** Passes columns over. */
    public void skip(int columns) {
        next += columns;
    }

    /** The next column, a text. */
    public String text() {
        return present().toString();
    }

    /** The next column, a text that may be absent. */
    public Optional<String> maybeText() {
        return Optional.ofNullable(cell()).map(Object::toString);
    }

    /** The next column, the name of an enum's constant. */
    public <E extends Enum<E>> E constant(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    /** The next column, the name of an enum's constant that may be absent. */
    public <E extends Enum<E>> Optional<E> maybeConstant(Class<E> type) {
        return maybeText().map(name -> Enum.valueOf(type, name));
    }

    /** The next column, an id. */
    public UUID uuid() {
        return (UUID) present();
    }

    /** The next column, an id that may be absent. */
    public Optional<UUID> maybeUuid() {
        return Optional.ofNullable((UUID) cell());
    }

    /** The next column, a whole number. */
    public long whole() {
        return ((Number) present()).longValue();
    }

    /** The next column, a whole number of 32 bits. */
    public int count() {
        return ((Number) present()).intValue();
    }

    /** The next column, a truth value. */
    public boolean flag() {
        return (Boolean) present();
    }

    /** The next column, a decimal in the scale of its column. */
    public BigDecimal decimal() {
        var value = present();
        return value instanceof Numeric numeric ? numeric.bigDecimalValue() : (BigDecimal) value;
    }

    /** The next column, an instant. */
    public Instant instant() {
        return instant(present());
    }

    /** The next column, an instant that may be absent. */
    public Optional<Instant> maybeInstant() {
        return Optional.ofNullable(cell()).map(Line::instant);
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    /** The next column, an array of texts. */
    public List<String> texts() {
        return List.of((String[]) present());
    }

    /** The next column, an array of ids. */
    public List<UUID> uuids() {
        return List.of((UUID[]) present());
    }

    /** The next column, an array of instants. */
    public List<Instant> instants() {
        return Stream.of((Object[]) present()).map(Line::instant).toList();
    }

    /** The next column, a JSON array. */
    public JsonArray jsonArray() {
        return (JsonArray) present();
    }

    /** The next column, a JSON array of texts. */
    public List<String> jsonTexts() {
        return jsonArray().stream().map(String.class::cast).toList();
    }
}
