package dev.cairn.domain.telemetry.published;

import dev.cairn.domain.shared.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * What a value says of a criterion, with the reason: one node of a tree that has the criterion's own shape.
 *
 * @param type the criterion's type
 * @param verdict met, unmet or error
 * @param seen the value it looked at; absent when its path selects nothing
 * @param sentence what a person understands: "count 150 ≥ 100"
 * @param error what went wrong; present exactly when the verdict is ERROR
 * @param children what its parts say, in their order
 */
public record Evaluation(
        String type,
        Verdict verdict,
        Optional<JsonValue> seen,
        String sentence,
        Optional<String> error,
        List<Evaluation> children) {
    public Evaluation {
        children = List.copyOf(children);
    }

    /** Kleene's three values. */
    public enum Verdict {
        MET,
        UNMET,
        ERROR
    }

    /** Whether the criterion is met. */
    public boolean isMet() {
        return verdict == Verdict.MET;
    }
}
