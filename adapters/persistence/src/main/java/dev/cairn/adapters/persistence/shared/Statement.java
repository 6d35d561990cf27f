package dev.cairn.adapters.persistence.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /**
     * Several statements as one, each a common table expression. They all see the data as it was before, so none may
     * touch a row that another one writes; foreign keys are looked at when all are done.
     */
    static Statement fuse(List<Statement> statements) {
        if (statements.size() == 1) {
            return statements.get(0);
        }
        var sql = new StringBuilder("with ");
        var arguments = new ArrayList<@Nullable Object>();
        for (int i = 0; i < statements.size(); i++) {
            var offset = arguments.size();
            var renumbered = PARAMETER
                    .matcher(statements.get(i).sql())
                    .replaceAll(found -> "\\$" + (Integer.parseInt(found.group(1)) + offset));
            sql.append(i == 0 ? "w" : ", w")
                    .append(i)
                    .append(" as (")
                    .append(renumbered)
                    .append(')');
            arguments.addAll(Arrays.asList(statements.get(i).arguments()));
        }
        return new Statement(sql.append(" select 1").toString(), arguments.toArray());
    }
}
