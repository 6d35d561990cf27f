package dev.cairn.adapters.rest.shared;

import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of a list. */
public record ListJson<T>(
        @Schema(required = true, description = "What is on the page.", maxItems = PageRequest.MAX_LIMIT)
        List<T> items,

        @Schema(
                description = "How many there are in all; absent when a cursor was given.",
                minimum = "0",
                examples = "1")
        Optional<Long> total,

        @Schema(
                description = "Where the next page starts, for the parameter cursor; absent on the last one.",
                minLength = 1,
                maxLength = Query.MAX_CURSOR)
        Optional<String> nextCursor) {
    /** A page of records as a page of their JSON shape. */
    public static <V, T> ListJson<T> of(Page<V> page, Function<V, T> shape) {
        var shaped = page.map(shape);
        return new ListJson<>(shaped.items(), shaped.total(), shaped.nextCursor());
    }
}
