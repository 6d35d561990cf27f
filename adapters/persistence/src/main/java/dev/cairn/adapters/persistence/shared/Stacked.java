package dev.cairn.adapters.persistence.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of several tables by one statement, the tables one after the other. A row has the columns of all tables, and those of
 * the others are null; what that costs is less than another statement.
 */
public final class Stacked {
    /** How many columns stand before those of the tables: the table's number, and the order. */
    private static final int HEAD = 2;

    private final String sql;
    private final int[] before;

    /**
     * One of the tables.
     *
     * @param table its name
     * @param alias what it is called in columns, order and condition
     * @param columns its columns, each with the alias; none holds a comma of its own
     * @param order a whole number by which its rows come
     * @param condition which rows
     */
    public record Part(String table, String alias, String columns, String order, String condition) {
        /** The same columns without a value. */
        private String absent() {
            return columns.replaceAll("\\b" + alias + "\\.(\\w+)", "(null::" + table + ").$1");
        }

        private int width() {
            return columns.split(",", -1).length;
        }

        private String select(int number, List<Part> all) {
            return all.stream()
                    .map(part -> part == this ? columns : part.absent())
                    .collect(Collectors.joining(
                            ", ",
                            "select " + number + ", " + order + ", ",
                            " from " + table + " " + alias + " where " + condition));
        }
    }

    private Stacked(String sql, int[] before) {
        this.sql = sql;
        this.before = before;
    }

    /** The statement over these tables; their conditions share its arguments. */
    public static Stacked of(Part... tables) {
        var parts = List.of(tables);
        var before = new int[parts.size()];
        for (int i = 1; i < before.length; i++) {
            before[i] = before[i - 1] + parts.get(i - 1).width();
        }
        var sql = IntStream.range(0, before.length)
                .mapToObj(number -> parts.get(number).select(number, parts))
                .collect(Collectors.joining(" union all ", "", " order by 1, 2"));
        return new Stacked(sql, before);
    }

    /** Its text. */
    public String sql() {
        return sql;
    }

    /** The rows of each table, in the tables' order, each at the first of its own columns. */
    public List<List<Line>> apart(List<Line> rows) {
        var apart = new ArrayList<List<Line>>();
        for (int i = 0; i < before.length; i++) {
            apart.add(new ArrayList<>());
        }
        for (var row : rows) {
            var number = row.count();
            row.skip(HEAD - 1 + before[number]);
            apart.get(number).add(row);
        }
        return apart;
    }
}
