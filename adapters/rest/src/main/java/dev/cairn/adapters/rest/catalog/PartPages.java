package dev.cairn.adapters.rest.catalog;

import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Cuts pages out of what a product holds and is read with it: a few hundred at most. The cursor is a place in the list. */
final class PartPages {
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,6}");

    private PartPages() {}

    /** Parts of a product have one order. */
    enum Order {}

    static <T> Page<T> of(List<T> all, PageRequest<Order> page) {
        var from = Math.min(all.size(), page.cursor().map(PartPages::place).orElse(page.offset()));
        var to = Math.min(all.size(), from + page.limit());
        return new Page<>(
                all.subList(from, to),
                page.cursor().isPresent() ? Optional.empty() : Optional.of((long) all.size()),
                to < all.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
    }

    private static int place(String cursor) {
        if (!PLACE.matcher(cursor).matches()) {
            throw new DomainException(
                    ErrorCode.VALIDATION_ERROR,
                    "The request has a fault.",
                    new Fault("/cursor", Fault.Code.FORMAT, "is none of this list"));
        }
        return Integer.parseInt(cursor);
    }
}
