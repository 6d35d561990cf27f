package dev.cairn.domain.telemetry.published;

import java.util.List;
import java.util.Map;

/** The value is one of a list: numbers by value, texts exactly. */
record In(Place place, List<Object> values) implements Leaf {
    static final String TYPE = "in";

    In {
        values = List.copyOf(values);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Map<String, Object> own() {
        return Map.of("values", values);
    }

    @Override
    public Requirement asks() {
        return new Requirement("one of", Shown.list(values));
    }

    @Override
    public Finding find(Object seen, Judging judging) {
        if (seen instanceof Map || seen instanceof List) {
            return Finding.error(place.subject() + " is " + Shown.of(seen) + ", not a text, number or boolean");
        }
        var met = values.contains(seen);
        return Finding.of(met, place.with(seen) + (met ? " is one of " : " is none of ") + Shown.list(values));
    }
}
