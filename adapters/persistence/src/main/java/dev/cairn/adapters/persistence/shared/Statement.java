package dev.cairn.adapters.persistence.shared;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement that writes, and its arguments for {@code $1} and so on.
 *
 * @param sql one insert, update or delete
 * @param arguments its arguments
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Statement(String sql, @Nullable Object[] arguments) {
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

    /** Texts once fused: they are few, made of the texts in the code, and as many as there are kinds of requests with few rows or many. */
    private static final Map<List<Text>, String> FUSED = new ConcurrentHashMap<>();

    private static final int MOST_FUSED = 2_000;

    private record Text(String sql, int arguments) {}

    private static final Statement NOTHING = new Statement("select 1", new Object[0]);

    /**
     * Several statements as one, each a common table expression. They all see the data as it was before, so none may
     * touch a row that another one writes; foreign keys are looked at when all are done.
     */
    static Statement fuse(List<Statement> statements) {
        return statements.size() == 1 ? FewRows.spread(statements).get(0) : fuse(statements, NOTHING);
    }

    /** Statements as one, as {@link #fuse(List)}, that stand before a query and are done behind it. */
    static Statement fuse(List<Statement> statements, Statement query) {
        var texts = new ArrayList<Text>(statements.size() + 1);
        var arguments = new ArrayList<@Nullable Object>();
        for (var statement : FewRows.spread(statements)) {
            statement.addTo(texts, arguments);
        }
        query.addTo(texts, arguments);
        var known = FUSED.get(texts);
        if (known == null) {
            known = fused(texts);
            if (FUSED.size() < MOST_FUSED) {
                FUSED.put(texts, known);
            }
        }
        return new Statement(known, arguments.toArray());
    }

    private void addTo(List<Text> texts, List<@Nullable Object> all) {
        texts.add(new Text(sql, arguments.length));
        Collections.addAll(all, arguments);
    }

    private static String fused(List<Text> texts) {
        var whole = new StringBuilder();
        var last = texts.size() - 1;
        var before = 0;
        for (int i = 0; i <= last; i++) {
            var offset = before;
            var renumbered = PARAMETER
                    .matcher(texts.get(i).sql())
                    .replaceAll(found -> "\\$" + (Integer.parseInt(found.group(1)) + offset));
            if (i < last) {
                whole.append(i == 0 ? "with w" : ", w")
                        .append(i)
                        .append(" as (")
                        .append(renumbered)
                        .append(')');
            } else {
                whole.append(' ').append(renumbered);
            }
            before += texts.get(i).arguments();
        }
        return whole.toString();
    }
}
