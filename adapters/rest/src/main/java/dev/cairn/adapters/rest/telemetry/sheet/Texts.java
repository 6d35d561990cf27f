package dev.cairn.adapters.rest.telemetry.sheet;

import dev.cairn.adapters.rest.shared.JsonFields;
import dev.cairn.domain.shared.Fault;

/** What holds for any text of a row. */
final class Texts {
    private Texts() {}

    /** No text may hold what a database cannot keep. */
    static String check(String column, String text) {
        if (!JsonFields.isClean(text)) {
            throw new RowFault(Fault.Code.FORMAT, "The " + column + " holds a character that cannot be kept.");
        }
        return text;
    }
}
