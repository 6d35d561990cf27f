package dev.cairn.domain.telemetry.published;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The value is a text that is, or holds, another; or in which a regular expression finds something. */
record StringMatch(Place place, Mode mode, String pattern, boolean caseSensitive) implements Leaf {
    static final String TYPE = "string_match";

    /** How a text is compared. */
    enum Mode {
        EXACT("is", "is not", comparing(String::equals)),
        CONTAINS("contains", "does not contain", comparing(String::contains)),
        STARTS_WITH("starts with", "does not start with", comparing(String::startsWith)),
        ENDS_WITH("ends with", "does not end with", comparing(String::endsWith)),
        REGEX("matches", "does not match", StringMatch::matches);

        private final String met;
        private final String unmet;
        private final Comparison comparison;

        Mode(String met, String unmet, Comparison comparison) {
            this.met = met;
            this.unmet = unmet;
            this.comparison = comparison;
        }

        private static Comparison comparing(BiPredicate<String, String> holds) {
            return (match, text, judging) -> Optional.of(holds.test(match.folded(text), match.folded(match.pattern)));
        }
    }

    private interface Comparison {
        /** Whether it holds; nothing when finding out is too expensive. */
        Optional<Boolean> holds(StringMatch match, String text, Judging judging);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Map<String, Object> own() {
        var own = new LinkedHashMap<String, Object>();
        own.put("mode", mode.name().toLowerCase(Locale.ROOT));
        own.put("pattern", pattern);
        if (caseSensitive) {
            own.put("caseSensitive", true);
        }
        return own;
    }

    @Override
    public Requirement asks() {
        return new Requirement(mode.met, pattern);
    }

    @Override
    public Finding find(Object seen, Judging judging) {
        if (!(seen instanceof String text)) {
            return Finding.error(place.with(seen) + " is not a text");
        }
        return mode.comparison
                .holds(this, text, judging)
                .map(met -> Finding.of(
                        met, place.with(text) + " " + (met ? mode.met : mode.unmet) + " " + Shown.quoted(pattern)))
                .orElseGet(() -> Finding.error(
                        "matching " + place.with(text) + " with " + Shown.quoted(pattern) + " is too expensive"));
    }

    private Optional<Boolean> matches(String text, Judging judging) {
        var regex = Regex.of(pattern, caseSensitive);
        return judging.spend(regex.cost(text)) ? Optional.of(regex.finds(text)) : Optional.empty();
    }

    /** As names are compared when case does not matter; white space is part of a value and stays. */
    private String folded(String text) {
        return caseSensitive
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
