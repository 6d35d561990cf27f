package dev.cairn.adapters.rest.telemetry.sheet;

import java.util.Locale;
import java.util.Optional;

/** The columns, in the order they are written. */
enum Column {
    TASK_NAME("Task Name", true, false, 32),
    ATTRIBUTE_NAME("Attribute Name", true, false, 32),
    DATA_TYPE("Data Type", true, false, 14),
    REQUIRED("Required", false, false, 10),
    OPERATOR("Operator", false, false, 22),
    EXPECTED_VALUE("Expected Value", false, false, 26),
    CURRENT_VALUE("Current Value", true, true, 30),
    DATE("Date", true, true, 30),
    NOTES("Notes", false, true, 48);

    private final String title;
    private final boolean needed;
    private final boolean editable;
    private final int width;

    Column(String title, boolean needed, boolean editable, int width) {
        this.title = title;
        this.needed = needed;
        this.editable = editable;
        this.width = width;
    }

    String title() {
        return title;
    }

    /** Whether a file without it cannot be read. */
    boolean isNeeded() {
        return needed;
    }

    /** Whether it is there to be filled in. */
    boolean isEditable() {
        return editable;
    }

    /** How wide it is, in characters. */
    int width() {
        return width;
    }

    /** The column of that title, ignoring case and the space around it. */
    static Optional<Column> titled(String title) {
        var wanted = title.strip().toLowerCase(Locale.ROOT);
        for (var column : values()) {
            if (column.title.toLowerCase(Locale.ROOT).equals(wanted)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
