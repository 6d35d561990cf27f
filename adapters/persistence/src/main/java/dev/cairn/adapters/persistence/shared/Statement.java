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

    /** Texts once fused: they are few, made of the texts in the code, and the same for every request of a kind. */
    private static final Map<List<Text>, String> FUSED = new ConcurrentHashMap<>();

    private record Text(String sql, int arguments) {}

    /**
     * Several statements as one, each a common table expression. They all see the data as it was before, so none may
     * touch a row that another one writes; foreign keys are looked at when all are done.
     */
    static Statement fuse(List<Statement> statements) {
        if (statements.size() == 1) {
            return statements.get(0);
        }
        var texts = new ArrayList<Text>(statements.size());
        var arguments = new ArrayList<@Nullable Object>();
        for (var statement : statements) {
            texts.add(new Text(statement.sql(), statement.arguments().length));
            Collections.addAll(arguments, statement.arguments());
        }
        return new Statement(FUSED.computeIfAbsent(texts, Statement::fused), arguments.toArray());
    }

    private static String fused(List<Text> texts) {
        var sql = new StringBuilder("with ");
        var before = 0;
        for (int i = 0; i < texts.size(); i++) {
            var offset = before;
            var renumbered = PARAMETER
                    .matcher(texts.get(i).sql())
                    .replaceAll(found -> "\\$" + (Integer.parseInt(found.group(1)) + offset));
            sql.append(i == 0 ? "w" : ", w")
                    .append(i)
                    .append(" as (")
                    .append(renumbered)
                    .append(')');
            before += texts.get(i).arguments();
        }
        return sql.append(" select 1").toString();
    }
}
