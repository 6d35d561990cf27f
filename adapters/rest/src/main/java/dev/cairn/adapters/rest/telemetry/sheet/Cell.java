package dev.cairn.adapters.rest.telemetry.sheet;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** What stands in a cell, whichever sort of file it is in. */
sealed interface Cell {
    /** What it shows, as a plain text without the marks of neutralisation. */
    String text();

    /** Whether there is nothing in it to see. */
    default boolean isBlank() {
        return text().isBlank();
    }

    /** A text, as it was meant: marks of neutralisation are taken off. */
    record Words(String text) implements Cell {}

    /** A number. */
    record Figure(BigDecimal number) implements Cell {
        @Override
        public String text() {
            return number.toPlainString();
        }
    }

    /** A number that the program shows as a percentage: 0.75 for 75 %. */
    record Share(BigDecimal number) implements Cell {
        @Override
        public String text() {
            return hundredfold().toPlainString() + "%";
        }

        BigDecimal hundredfold() {
            return number.movePointRight(2);
        }
    }

    /** A number that the program shows as a day or a time. */
    record Moment(LocalDateTime time) implements Cell {
        @Override
        public String text() {
            return isDay() ? time.toLocalDate().toString() : time + "Z";
        }

        boolean isDay() {
            return time.equals(time.toLocalDate().atStartOfDay());
        }
    }

    /** True or false. */
    record Flag(boolean flag) implements Cell {
        @Override
        public String text() {
            return String.valueOf(flag);
        }
    }

    /** A formula; what it last came to may be out of date, so it is not looked at. */
    record Formula() implements Cell {
        @Override
        public String text() {
            return "a formula";
        }
    }

    /** What the program shows as an error, such as {@code #N/A}. */
    record Broken() implements Cell {
        @Override
        public String text() {
            return "an error";
        }
    }
}
