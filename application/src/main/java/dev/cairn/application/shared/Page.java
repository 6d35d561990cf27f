package dev.cairn.application.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param items what is on the page
 * @param total how many there are in all; absent when a cursor was given
 * @param nextCursor where the next page starts; absent on the last one
 */
public record Page<T>(List<T> items, Optional<Long> total, Optional<String> nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /** The same page of something else. */
    public <U> Page<U> map(Function<T, U> change) {
        return new Page<>(items.stream().map(change).toList(), total, nextCursor);
    }
}
