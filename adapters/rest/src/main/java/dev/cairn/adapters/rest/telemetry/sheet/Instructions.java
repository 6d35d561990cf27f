package dev.cairn.adapters.rest.telemetry.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the sheet Instructions says. */
final class Instructions {
    private static final int MAX_NAMED = 20;

    private Instructions() {}

    /** The lines; rows whose value was too long for a cell are named. */
    static List<String> lines(List<Integer> left) {
        var lines = new ArrayList<>(List.of(
                "How to fill in the sheet Telemetry_Data",
                "Fill in the yellow columns: Current Value, Date and Notes. The grey ones say what is meant and are locked; "
                        + "the protection has no password and can be taken off, to add a row for a second date, say.",
                "Each row is one value of one attribute. It is found by Task Name and Attribute Name.",
                "Current Value, by Data Type:",
                "BOOLEAN: TRUE or FALSE; yes, no, on, off, 1 and 0 are understood.",
                "NUMBER: 1234.5 or 1,234.5. Numbers of more than 15 digits are kept exactly when the cell holds them as text.",
                "PERCENTAGE: 0 to 100, with or without the sign %: 75 and 75% are the same.",
                "STRING: any text, up to 10,000 characters.",
                "DATE: a date, or a text such as 2026-11-21.",
                "TIMESTAMP: a date with a time, a text such as 2026-11-21T09:00:00Z, or milliseconds since 1970.",
                "JSON: a JSON value such as {\"count\": 150}; what is no JSON is taken as a text.",
                "Date says when the value was observed: a date, or a text such as 2026-11-21 (the beginning of that day) or "
                        + "2026-11-21T09:00:00Z. Times are UTC. Left blank, it is the time of the import.",
                "Notes are free text of up to 5,000 characters.",
                "A row with a blank Current Value is skipped. Nothing is deleted by leaving a row out.",
                "A row that has not been changed is recognised and stored only once.",
                "A row that cannot be taken is listed in the answer with its row number, a code and the reason, and the other "
                        + "rows go in. Such are formulas, values that do not fit the Data Type, names that are not found, "
                        + "and two different values for the same attribute and Date.",
                "A text that begins with = + - or @ has an apostrophe in front, so that it is not taken for a formula. The "
                        + "import takes it off again; leave it there.",
                "At most 10,000 rows with a value and 10 MiB are taken at once. Files with macros are refused."));
        if (!left.isEmpty()) {
            lines.add("Left blank, because the value is longer than a cell can hold (32,767 characters): row "
                    + left.stream().limit(MAX_NAMED).map(String::valueOf).collect(Collectors.joining(", "))
                    + (left.size() > MAX_NAMED ? " and " + (left.size() - MAX_NAMED) + " more." : "."));
        }
        return lines;
    }
}
