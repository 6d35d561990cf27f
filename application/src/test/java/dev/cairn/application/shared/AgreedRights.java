package dev.cairn.application.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The table of rights as it was agreed on, in its own words; written anew and not taken from the code, which is compared
 * with it: the matrix cell by cell, the API call by call.
 */
public final class AgreedRights {
    private static final String TABLE = """
            | right               | ADMIN | CSS | SALES    | SUPPORT | SME     | USER     | VIEWER | CUSTOMER | SERVICE |
            | CUSTOMER_READ       | all   | all | pipeline | all     | granted | assigned | all    | own      | scoped  |
            | CUSTOMER_CREATE     | all   | all | all      | –       | –       | –        | –      | –        | –       |
            | CUSTOMER_UPDATE     | all   | all | assigned | –       | –       | assigned | –      | –        | –       |
            | CUSTOMER_DELETE     | all   | –   | –        | –       | –       | –        | –      | –        | –       |
            | ACCOUNT_STATUS      | all   | –   | –        | –       | –       | –        | –      | –        | –       |
            | ADOPTION_WRITE      | all   | all | –        | –       | –       | –        | –      | –        | –       |
            | TASK_STATUS         | all   | all | –        | –       | –       | assigned | –      | –        | –       |
            | TELEMETRY_WRITE     | all   | all | –        | –       | –       | assigned | –      | –        | scoped  |
            | FILTER_PREFERENCE   | all   | all | pipeline | all     | granted | assigned | all    | –        | –       |
            | CATALOG_READ        | all   | all | all      | all     | all     | all      | all    | –        | all     |
            | CATALOG_WRITE       | all   | –   | –        | –       | all     | –        | –      | –        | –       |
            | AUDIT_READ          | all   | –   | –        | –       | –       | –        | –      | –        | –       |
            | CUSTOMER_AUDIT_READ | all   | all | –        | –       | –       | –        | –      | –        | –       |
            | JOB_READ            | all   | assigned | assigned | assigned | assigned | assigned | assigned | assigned | assigned |
            | JOB_CANCEL          | all   | assigned | assigned | assigned | assigned | assigned | assigned | assigned | assigned |""";

    private static final Map<String, Map<String, String>> WORDS = words();

    private AgreedRights() {}

    /** The word that stands in a cell: "–", "all", "assigned", "pipeline", "granted", "own" or "scoped". */
    public static String word(Permission right, Role role) {
        return WORDS.get(right.name()).get(role.name());
    }

    /** The names of the rows, in no order. */
    public static List<String> rights() {
        return List.copyOf(WORDS.keySet());
    }

    private static Map<String, Map<String, String>> words() {
        var lines = TABLE.lines().map(AgreedRights::cells).toList();
        var roles = lines.get(0);
        return lines.stream().skip(1).collect(Collectors.toMap(row -> row.get(0), row -> {
            var words = new TreeMap<String, String>();
            for (int i = 1; i < roles.size(); i++) {
                words.put(roles.get(i), row.get(i));
            }
            return words;
        }));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|"))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
