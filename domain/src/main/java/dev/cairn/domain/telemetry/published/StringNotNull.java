package dev.cairn.domain.telemetry.published;

import java.util.Map;

/** The value is a text with something in it. */
record StringNotNull(Place place) implements Leaf {
    static final String TYPE = "string_not_null";

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
        return Requirement.of("not blank");
    }

    @Override
    public Finding find(Object seen, Judging judging) {
        if (!(seen instanceof String text)) {
            return Finding.error(place.with(seen) + " is not a text");
        }
        return text.isBlank()
                ? Finding.of(false, place.subject() + " is blank")
                : Finding.of(true, place.with(seen) + " is not blank");
    }
}
