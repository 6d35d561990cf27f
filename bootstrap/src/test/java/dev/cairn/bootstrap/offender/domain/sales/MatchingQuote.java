package dev.cairn.bootstrap.offender.domain.sales;

import com.google.re2j.Pattern;

/** A context that is not telemetry's and matches with its library. */
public class MatchingQuote {
    boolean isGross(String total) {
        return Pattern.matches("[0-9]+ gross", total);
    }
}
