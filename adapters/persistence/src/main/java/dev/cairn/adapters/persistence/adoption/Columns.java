package dev.cairn.adapters.persistence.adoption;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a list of things into one array for each column: as many rows as there are, and still one statement. */
final class Columns {
    private Columns() {}

    static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    static <T> @Nullable String[] maybeTexts(Collection<T> rows, Function<T, Optional<String>> value) {
        return rows.stream().map(row -> value.apply(row).orElse(null)).toArray(String[]::new);
    }

    static <T> UUID[] ids(Collection<T> rows, Function<T, UUID> value) {
        return rows.stream().map(value).toArray(UUID[]::new);
    }

    static <T> @Nullable UUID[] maybeIds(Collection<T> rows, Function<T, Optional<UUID>> value) {
        return rows.stream().map(row -> value.apply(row).orElse(null)).toArray(UUID[]::new);
    }

    static <T> @Nullable OffsetDateTime[] maybeTimes(Collection<T> rows, Function<T, Optional<Instant>> value) {
        return rows.stream()
                .map(row -> value.apply(row).map(Columns::time).orElse(null))
                .toArray(OffsetDateTime[]::new);
    }

    /** An instant as the driver takes it. */
    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
