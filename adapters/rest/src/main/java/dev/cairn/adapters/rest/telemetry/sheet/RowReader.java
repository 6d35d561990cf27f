package dev.cairn.adapters.rest.telemetry.sheet;

import static dev.cairn.adapters.rest.telemetry.sheet.Column.ATTRIBUTE_NAME;
import static dev.cairn.adapters.rest.telemetry.sheet.Column.CURRENT_VALUE;
import static dev.cairn.adapters.rest.telemetry.sheet.Column.DATA_TYPE;
import static dev.cairn.adapters.rest.telemetry.sheet.Column.DATE;
import static dev.cairn.adapters.rest.telemetry.sheet.Column.NOTES;
import static dev.cairn.adapters.rest.telemetry.sheet.Column.TASK_NAME;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.telemetry.published.DataType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a table row by row: the first row that holds anything is the header, all others are values. */
final class RowReader {
    private static final Cell NOTHING = new Cell.Words("");

    private record Key(String task, String attribute, Optional<Instant> date) {}

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final List<SheetEntry> entries = new ArrayList<>();
    private final List<SheetFault> faults = new ArrayList<>();
    private final Map<Key, JsonValue> seen = new HashMap<>();
    private int blank;

    /** Takes the next row; what is no cell is blank. */
    void row(int number, List<? extends Cell> cells) {
        if (cells.stream().allMatch(Cell::isBlank)) {
            return;
        }
        if (places.isEmpty()) {
            header(cells);
            return;
        }
        if (at(CURRENT_VALUE, cells).isBlank()) {
            blank++;
            return;
        }
        if (entries.size() + faults.size() == SheetLimits.MAX_ROWS) {
            throw DomainException.invalid(
                    Fault.Code.LENGTH, "at most " + SheetLimits.MAX_ROWS + " rows with a value in one file");
        }
        try {
            entries.add(entry(number, cells));
        } catch (RowFault fault) {
            faults.add(fault.at(number));
        }
    }

    /** What was read; refuses a table without a header. */
    SheetContent content() {
        if (places.isEmpty()) {
            header(List.of());
        }
        return new SheetContent(entries, faults, blank);
    }

    private void header(List<? extends Cell> cells) {
        var wrong = new Faults();
        for (int i = 0; i < cells.size(); i++) {
            var place = i;
            Column.titled(cells.get(i).text()).ifPresent(column -> {
                if (places.putIfAbsent(column, place) != null) {
                    wrong.add("/" + column.title(), Fault.Code.DUPLICATE, "this column stands twice in the header");
                }
            });
        }
        for (var column : Column.values()) {
            if (column.isNeeded() && !places.containsKey(column)) {
                wrong.add(
                        "/" + column.title(),
                        Fault.Code.REQUIRED,
                        "the header, which is the first row, has no column of this name");
            }
        }
        wrong.orThrow();
    }

    private Cell at(Column column, List<? extends Cell> cells) {
        var place = places.get(column);
        return place == null || place >= cells.size() ? NOTHING : cells.get(place);
    }

    private SheetEntry entry(int number, List<? extends Cell> cells) {
        var task = name(TASK_NAME, cells);
        var attribute = name(ATTRIBUTE_NAME, cells);
        var type = dataType(readable(DATA_TYPE, cells).text().strip());
        var value = Values.value(readable(CURRENT_VALUE, cells), type);
        var date = Dates.read(readable(DATE, cells));
        var notes = notes(readable(NOTES, cells));
        var before = seen.putIfAbsent(new Key(task, attribute, date), value);
        if (before != null && !before.equals(value)) {
            throw new RowFault(
                    Fault.Code.DUPLICATE,
                    "An earlier row gives this attribute another value for the same Date; give them different dates.");
        }
        return new SheetEntry(number, task, attribute, type, value, date, notes);
    }

    private Cell readable(Column column, List<? extends Cell> cells) {
        var cell = at(column, cells);
        if (cell instanceof Cell.Formula) {
            throw new RowFault(
                    Fault.Code.TYPE, "The " + column.title() + " is a formula; put the value itself into the cell.");
        }
        if (cell instanceof Cell.Broken) {
            throw new RowFault(Fault.Code.TYPE, "The " + column.title() + " is an error of the spreadsheet program.");
        }
        if (cell.text().length() > SheetLimits.MAX_CELL) {
            throw new RowFault(
                    Fault.Code.LENGTH,
                    "The " + column.title() + " has more than " + SheetLimits.MAX_CELL + " characters.");
        }
        return cell;
    }

    private String name(Column column, List<? extends Cell> cells) {
        var name = readable(column, cells).text().strip();
        if (name.isEmpty()) {
            throw new RowFault(Fault.Code.REQUIRED, "The " + column.title() + " is missing.");
        }
        return Texts.check(column.title(), name);
    }

    private static DataType dataType(String written) {
        if (written.isEmpty()) {
            throw new RowFault(Fault.Code.REQUIRED, "The Data Type is missing.");
        }
        try {
            return DataType.valueOf(written.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new RowFault(Fault.Code.ENUM, "The Data Type is none of " + List.of(DataType.values()) + ".");
        }
    }

    private static Optional<String> notes(Cell cell) {
        var text = Texts.check(NOTES.title(), cell.text());
        if (text.codePointCount(0, text.length()) > SheetLimits.MAX_NOTES) {
            throw new RowFault(Fault.Code.LENGTH, "The Notes have more than " + SheetLimits.MAX_NOTES + " characters.");
        }
        return Optional.of(text).filter(some -> !some.isBlank());
    }
}
