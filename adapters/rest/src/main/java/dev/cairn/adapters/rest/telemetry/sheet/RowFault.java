package dev.cairn.adapters.rest.telemetry.sheet;

import dev.cairn.domain.shared.Fault;
import java.io.Serial;

/** Says no to the row at hand; the rows after it are read all the same. */
final class RowFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Fault.Code code;

    RowFault(Fault.Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    SheetFault at(int row) {
        return new SheetFault(row, code, String.valueOf(getMessage()));
    }
}
