package dev.cairn.domain.telemetry.published;

import java.util.Map;

/** The value, read as a boolean, is the expected one. */
record BooleanFlag(Place place, boolean expectedValue) implements Leaf {
    static final String TYPE = "boolean_flag";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Map<String, Object> own() {
        return Map.of("expectedValue", expectedValue);
    }

    @Override
    public Requirement asks() {
        return new Requirement("is", String.valueOf(expectedValue));
    }

    @Override
    public Finding find(Object seen, Judging judging) {
        return Reading.truth(seen)
                .map(truth -> truth == expectedValue
                        ? Finding.of(true, place.subject() + " is " + truth)
                        : Finding.of(false, place.subject() + " is " + truth + " and should be " + expectedValue))
                .orElseGet(() -> Finding.error(place.with(seen) + " is neither true nor false"));
    }
}
