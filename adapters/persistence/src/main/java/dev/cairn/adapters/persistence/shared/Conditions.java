package dev.cairn.adapters.persistence.shared;

import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The conditions of one list and their arguments; values are bound, never written into the text. */
public final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> arguments = new ArrayList<>();

    /** Adds a condition; the question mark in it stands for the argument. */
    public Conditions add(String condition, Object argument) {
        arguments.add(argument);
        conditions.add(condition.replace("?", "$" + arguments.size()));
        return this;
    }

    /** Adds a condition without an argument. */
    public Conditions add(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds that a folded text stands anywhere in one of the folded columns. */
    public Conditions addSearch(String text, String... columns) {
        var literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return add(
                Arrays.stream(columns).map(column -> column + " like ?").collect(Collectors.joining(" or ", "(", ")")),
                "%" + literal + "%");
    }

    /** Reads one page: the items and, without a cursor, how many there are in all. */
    public <K extends Enum<K>, T> Uni<Page<T>> page(
            Reads reads,
            ReadScope scope,
            String select,
            String from,
            Keyset<K, T> walk,
            PageRequest<K> page,
            Function<Line, T> read) {
        var counted = where();
        var countedArguments = arguments.toArray();
        walk.after(page, arguments).ifPresent(conditions::add);
        // One more than asked for tells whether there is a next page.
        arguments.add((long) page.limit() + 1);
        arguments.add((long) page.offset());
        var sql = select + where() + " order by " + walk.order(page) + " limit $" + (arguments.size() - 1) + " offset $"
                + arguments.size();
        return reads.list(scope, sql, read, arguments.toArray()).chain(items -> {
            if (page.cursor().isPresent()) {
                return Uni.createFrom().item(walk.page(page, items, Optional.empty()));
            }
            return reads.list(scope, "select count(*) from " + from + counted, Line::whole, countedArguments)
                    .map(total -> walk.page(page, items, Optional.of(total.get(0))));
        });
    }

    private String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
