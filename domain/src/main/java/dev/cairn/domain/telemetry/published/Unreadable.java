package dev.cairn.domain.telemetry.published;

import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.telemetry.published.Evaluation.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was kept as a criterion and is none by today's rules: an error to every value, and told as it was kept. */
record Unreadable(JsonObject kept) implements Judged {
    private static final String SENTENCE = "these criteria are not valid any more and have to be written anew";

    @Override
    public String type() {
        return "unreadable";
    }

    @Override
    public Optional<String> description() {
        return Optional.empty();
    }

    @Override
    public Map<String, Object> fields() {
        return kept.members();
    }

    @Override
    public Requirement requirement() {
        return Requirement.of("");
    }

    @Override
    public JsonObject toJson() {
        return kept;
    }

    @Override
    public Evaluation judge(Judging judging) {
        return new Evaluation(
                type(), Verdict.ERROR, Optional.of(judging.value()), SENTENCE, Optional.of(SENTENCE), List.of());
    }
}
