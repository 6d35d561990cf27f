package dev.cairn.adapters.persistence.shared;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes few rows as rows. Statements take their rows as one array for each column, so that there is one text for a row or a
 * thousand; but each array costs the server some two microseconds, to read it, to set up what takes it apart, and to ask that
 * for the next row. A status is 53 of them: a tenth of what the server does for it.
 */
final class FewRows {
    /** More rows than these stay arrays: each number of rows is a text of its own, which each connection prepares. */
    static final int MOST = 2;

    private static final Pattern ARRAYS =
            Pattern.compile("unnest\\(([^)]*)\\)(\\s+with ordinality)?(\\s+as\\s+\\w+\\([^)]*\\))");

    private static final Pattern ARRAY = Pattern.compile("\\$(\\d+)::(\\w+)\\[]");

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

    private static final Map<Kind, FewRows> KNOWN = new ConcurrentHashMap<>();

    private final String sql;

    /** Which element of which argument each new argument is. */
    private final List<Cell> cells;

    private record Kind(String sql, int rows) {}

    /** @param row which element of the array; none where the argument is taken as it is */
    private record Cell(int argument, Optional<Integer> row) {
        private @Nullable Object of(@Nullable Object[] arguments) {
            var argument = arguments[this.argument];
            return row.isPresent() ? Array.get(argument, row.get()) : argument;
        }
    }

    private FewRows(Kind kind) {
        var placed = new ArrayList<Cell>();
        var arrays = ARRAYS.matcher(kind.sql()).results().findFirst().orElseThrow();
        var before = renumbered(kind.sql().substring(0, arrays.start()), placed);
        var rows = rows(arrays, kind.rows(), placed);
        var after = renumbered(kind.sql().substring(arrays.end()), placed);
        this.sql = before + rows + after;
        this.cells = List.copyOf(placed);
    }

    /**
     * The same statements, with rows instead of arrays where all that have any have few of them: were each to choose for
     * itself, there would be a text for each choice of each.
     */
    static List<Statement> spread(List<Statement> statements) {
        return statements.stream().allMatch(statement -> rows(statement) <= MOST)
                ? statements.stream().map(FewRows::spread).toList()
                : statements;
    }

    /** How many rows it takes as arrays; none when it takes no arrays. */
    private static int rows(Statement statement) {
        var arrays = ARRAYS.matcher(statement.sql());
        if (!arrays.find()) {
            return 0;
        }
        var first = ARRAY.matcher(arrays.group(1));
        return first.find() ? Array.getLength(statement.arguments()[Integer.parseInt(first.group(1)) - 1]) : 0;
    }

    private static Statement spread(Statement statement) {
        var rows = rows(statement);
        if (rows == 0) {
            return statement;
        }
        var few = KNOWN.computeIfAbsent(new Kind(statement.sql(), rows), FewRows::new);
        return new Statement(
                few.sql,
                few.cells.stream().map(cell -> cell.of(statement.arguments())).toArray());
    }

    /** A part of the text that stays, with the numbers its parameters have now. */
    private static String renumbered(String part, List<Cell> placed) {
        return PARAMETER.matcher(part).replaceAll(found -> {
            placed.add(new Cell(Integer.parseInt(found.group(1)) - 1, Optional.empty()));
            return "\\$" + placed.size();
        });
    }

    private static String rows(MatchResult arrays, int rows, List<Cell> placed) {
        var columns = ARRAY.matcher(arrays.group(1)).results().toList();
        if (columns.size() != arrays.group(1).split(",").length) {
            throw new IllegalStateException("not all of these say their type in one word: " + arrays.group(1));
        }
        var numbered = arrays.group(2) != null;
        return IntStream.range(0, rows)
                .mapToObj(row -> columns.stream()
                        .map(column -> {
                            placed.add(new Cell(Integer.parseInt(column.group(1)) - 1, Optional.of(row)));
                            return "$" + placed.size() + "::" + column.group(2);
                        })
                        .collect(Collectors.joining(", ", "(", numbered ? ", " + (row + 1) + ")" : ")")))
                .collect(Collectors.joining(", ", "(values ", ")" + arrays.group(3)));
    }
}
