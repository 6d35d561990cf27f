package dev.cairn.adapters.rest.telemetry.sheet;

import java.util.List;

/**
 * What a file holds.
 *
 * @param entries the values, in the order of their rows
 * @param faults the rows that cannot be taken, likewise
 * @param blank how many rows name an attribute and give no value
 */
public record SheetContent(List<SheetEntry> entries, List<SheetFault> faults, int blank) {
    public SheetContent {
        entries = List.copyOf(entries);
        faults = List.copyOf(faults);
    }
}
