package dev.cairn.domain.telemetry.published;

import dev.cairn.domain.telemetry.published.Evaluation.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Another criterion is unmet; an error stays one. */
record Not(Optional<String> description, Judged criterion) implements Judged {
    static final String TYPE = "not";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Map<String, Object> fields() {
        return Map.of("criterion", criterion.toJson().members());
    }

    @Override
    public Requirement requirement() {
        return criterion.requirement().before("not");
    }

    @Override
    public Evaluation judge(Judging judging) {
        var inner = criterion.judge(judging);
        var verdict = switch (inner.verdict()) {
            case MET -> Verdict.UNMET;
            case UNMET -> Verdict.MET;
            case ERROR -> Verdict.ERROR;
        };
        var comment = switch (verdict) {
            case MET -> ", as it should be";
            case UNMET -> ", which should not be";
            case ERROR -> "";
        };
        return new Evaluation(TYPE, verdict, inner.seen(), inner.sentence() + comment, inner.error(), List.of(inner));
    }
}
