package dev.cairn.domain.telemetry.published;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The value, read as a number, lies between two others, which count unless they are excluded. */
record NumberBetween(Place place, BigDecimal min, BigDecimal max, boolean inclusive) implements Leaf {
    static final String TYPE = "number_between";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Map<String, Object> own() {
        var own = new LinkedHashMap<String, Object>();
        own.put("min", min);
        own.put("max", max);
        if (!inclusive) {
            own.put("inclusive", false);
        }
        return own;
    }

    @Override
    public Requirement asks() {
        return new Requirement(
                "between", Shown.number(min) + " and " + Shown.number(max) + (inclusive ? "" : ", both excluded"));
    }

    @Override
    public Finding find(Object seen, Judging judging) {
        return Reading.percentage(seen)
                .map(number -> {
                    var nearest = inclusive ? 0 : 1;
                    var met = number.compareTo(min) >= nearest && max.compareTo(number) >= nearest;
                    return Finding.of(
                            met,
                            place.with(number) + (met ? " is between " : " is not between ") + Shown.number(min)
                                    + " and " + Shown.number(max) + (inclusive ? "" : ", both excluded"));
                })
                .orElseGet(() -> Finding.error(place.with(seen) + " is not a number"));
    }
}
