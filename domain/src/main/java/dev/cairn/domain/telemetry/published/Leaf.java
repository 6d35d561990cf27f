package dev.cairn.domain.telemetry.published;

import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.telemetry.published.Evaluation.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A criterion that looks at one place of the value. */
sealed interface Leaf extends Judged
        permits BooleanFlag,
                NumberThreshold,
                NumberBetween,
                StringMatch,
                StringNotNull,
                In,
                Exists,
                TimestampComparison,
                TimestampNotNull {
    /** Where it looks, and what its author says of it. */
    Place place();

    /** What the notation has beside type, path and description. */
    Map<String, Object> own();

    /** What it asks of what it looks at. */
    Requirement asks();

    /** What it says of a value that is there and not null. */
    Finding find(Object seen, Judging judging);

    @Override
    default Optional<String> description() {
        return place().description();
    }

    @Override
    default Requirement requirement() {
        return place().path().isWhole() ? asks() : asks().before(place().path().pointer());
    }

    @Override
    default Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        if (!place().path().isWhole()) {
            fields.put("path", place().path().pointer());
        }
        fields.putAll(own());
        return fields;
    }

    @Override
    default Evaluation judge(Judging judging) {
        var path = place().path();
        var whole = judging.value();
        var selected = path.select(whole.content());
        if (selected.isEmpty()) {
            return new Evaluation(
                    type(),
                    Verdict.UNMET,
                    Optional.empty(),
                    "no value at " + path.shown(),
                    Optional.empty(),
                    List.of());
        }
        var seen = selected.get();
        var finding = find(seen, judging);
        return new Evaluation(
                type(),
                finding.verdict(),
                Optional.of(path.isWhole() ? whole : new JsonValue(seen)),
                finding.sentence(),
                finding.verdict() == Verdict.ERROR ? Optional.of(finding.sentence()) : Optional.empty(),
                List.of());
    }
}
