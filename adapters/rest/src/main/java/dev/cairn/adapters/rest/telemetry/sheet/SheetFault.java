package dev.cairn.adapters.rest.telemetry.sheet;

import dev.cairn.domain.shared.Fault;

/**
 * A row that cannot be taken.
 *
 * @param row its number as spreadsheet programs show it; the header is 1
 * @param code what sort of fault it is
 * @param message what is wrong, in a sentence for whoever filled it in
 */
public record SheetFault(int row, Fault.Code code, String message) {}
