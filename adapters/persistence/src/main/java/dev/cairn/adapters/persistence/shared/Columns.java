package dev.cairn.adapters.persistence.shared;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a list of things into one array for each column: as many rows as there are, and still one statement. */
public final class Columns {
    private Columns() {}

    public static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    public static <T> @Nullable String[] maybeTexts(Collection<T> rows, Function<T, Optional<String>> value) {
        return rows.stream().map(row -> value.apply(row).orElse(null)).toArray(String[]::new);
    }

    public static <T> UUID[] ids(Collection<T> rows, Function<T, UUID> value) {
        return rows.stream().map(value).toArray(UUID[]::new);
    }

    public static <T> @Nullable UUID[] maybeIds(Collection<T> rows, Function<T, Optional<UUID>> value) {
        return rows.stream().map(row -> value.apply(row).orElse(null)).toArray(UUID[]::new);
    }

    public static <T> @Nullable OffsetDateTime[] maybeTimes(Collection<T> rows, Function<T, Optional<Instant>> value) {
        return rows.stream().map(row -> maybeTime(value.apply(row))).toArray(OffsetDateTime[]::new);
    }

    /** An instant as the driver takes it. */
    public static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The same where there may be none. */
    public static @Nullable OffsetDateTime maybeTime(Optional<Instant> instant) {
        return instant.map(Columns::time).orElse(null);
    }
}
