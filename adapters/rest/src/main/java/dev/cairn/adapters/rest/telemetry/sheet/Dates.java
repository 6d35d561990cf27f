package dev.cairn.adapters.rest.telemetry.sheet;

import dev.cairn.domain.shared.Fault;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Times in cells: ISO texts of UTC to the microsecond when written; when read also days and the programs' own dates. */
final class Dates {
    private static final BigDecimal MILLIS_OF_DAY = BigDecimal.valueOf(86_400_000);

    /** 31 December 9999, the last day that programs know. */
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_466);

    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

    private Dates() {}

    static String written(Instant date) {
        return date.truncatedTo(ChronoUnit.MICROS).toString();
    }

    /** The time in the column Date; nothing when that is blank. */
    static Optional<Instant> read(Cell cell) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        if (cell instanceof Cell.Moment moment) {
            return Optional.of(moment.time().toInstant(ZoneOffset.UTC));
        }
        if (!(cell instanceof Cell.Words words)) {
            throw odd();
        }
        var text = words.text().strip();
        try {
            var time = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
            if (time.isBefore(Instant.parse("1900-01-01T00:00:00Z"))
                    || time.isAfter(Instant.parse("9999-12-31T23:59:59.999999999Z"))) {
                throw new RowFault(Fault.Code.RANGE, "The Date lies outside the years 1900 to 9999.");
            }
            return Optional.of(time.truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException none) {
            throw odd();
        }
    }

    private static RowFault odd() {
        return new RowFault(
                Fault.Code.FORMAT, "The Date is neither a date nor a text such as 2026-11-21 or 2026-11-21T09:00:00Z.");
    }

    /** The day and time that a program means by a number of days; nothing when no calendar has it. */
    static Optional<LocalDateTime> ofSerial(BigDecimal days, boolean since1904) {
        if (days.signum() < 0 || days.compareTo(LAST_SERIAL) >= 0 || !Values.isFigure(days)) {
            return Optional.empty();
        }
        var millis =
                days.multiply(MILLIS_OF_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return Optional.of((since1904 ? EPOCH_1904 : EPOCH).atStartOfDay().plus(millis, ChronoUnit.MILLIS));
    }
}
