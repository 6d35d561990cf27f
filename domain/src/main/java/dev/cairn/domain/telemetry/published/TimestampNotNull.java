package dev.cairn.domain.telemetry.published;

import java.util.Map;

/** The value reads as a time. A text or number that does not is unmet, for that is the question. */
record TimestampNotNull(Place place) implements Leaf {
    static final String TYPE = "timestamp_not_null";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Map<String, Object> own() {
        return Map.of();
    }

    @Override
    public Requirement asks() {
        return Requirement.of("a time");
    }

    @Override
    public Finding find(Object seen, Judging judging) {
        if (!(seen instanceof String || seen instanceof Number)) {
            return Finding.error(place.with(seen) + " is not a time");
        }
        return Reading.instant(seen)
                .map(at -> Finding.of(true, place.saying(at.toString()) + " is a time"))
                .orElseGet(() -> Finding.of(false, place.with(seen) + " is not a time"));
    }
}
