package dev.cairn.domain.telemetry.published;

import java.util.Map;

/** A value is there. */
record Exists(Place place) implements Leaf {
    static final String TYPE = "exists";

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
        return Requirement.of("exists");
    }

    @Override
    public Finding find(Object seen, Judging judging) {
        return Finding.of(
                true,
                place.path().isWhole()
                        ? "there is a value"
                        : "there is a value at " + place.path().shown());
    }
}
