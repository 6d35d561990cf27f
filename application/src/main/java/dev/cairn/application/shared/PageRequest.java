package dev.cairn.application.shared;

import java.util.List;
import java.util.Optional;

/**
 * Which part of a list is wanted, and in which order.
 *
 * @param limit how many at most, 1 to 200
 * @param offset how many to pass over; 0 with a cursor
 * @param cursor where an earlier page ended
 * @param sort the order; the id, and so the time of creation, is always its last key, descending when all others are
 */
public record PageRequest<K extends Enum<K>>(int limit, int offset, Optional<String> cursor, List<Sort<K>> sort) {
    /** The most that one page holds. */
    public static final int MAX_LIMIT = 200;

    /** What a page holds when nobody says. */
    public static final int DEFAULT_LIMIT = 50;

    public PageRequest {
        sort = List.copyOf(sort);
    }
}
