package dev.cairn.domain.telemetry.published;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/** The value, read as a number, stands to a threshold as it should; compared exactly. */
record NumberThreshold(Place place, Operator operator, BigDecimal threshold) implements Leaf {
    static final String TYPE = "number_threshold";

    /** How a number may stand to another. */
    enum Operator {
        GREATER_THAN(">", order -> order > 0),
        GREATER_THAN_OR_EQUAL("≥", order -> order >= 0),
        LESS_THAN("<", order -> order < 0),
        LESS_THAN_OR_EQUAL("≤", order -> order <= 0),
        EQUALS("=", order -> order == 0),
        NOT_EQUALS("≠", order -> order != 0);

        private final String sign;
        private final IntPredicate holds;

        Operator(String sign, IntPredicate holds) {
            this.sign = sign;
            this.holds = holds;
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Map<String, Object> own() {
        return Map.of("operator", operator.name().toLowerCase(Locale.ROOT), "threshold", threshold);
    }

    @Override
    public Requirement asks() {
        return new Requirement(operator.name().toLowerCase(Locale.ROOT).replace('_', ' '), Shown.number(threshold));
    }

    @Override
    public Finding find(Object seen, Judging judging) {
        return Reading.percentage(seen)
                .map(number -> {
                    var met = operator.holds.test(number.compareTo(threshold));
                    return Finding.of(
                            met,
                            place.with(number) + (met ? " " : " is not ") + operator.sign + " "
                                    + Shown.number(threshold));
                })
                .orElseGet(() -> Finding.error(place.with(seen) + " is not a number"));
    }
}
