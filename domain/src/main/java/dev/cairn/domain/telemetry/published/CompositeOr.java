package dev.cairn.domain.telemetry.published;

import dev.cairn.domain.telemetry.published.Evaluation.Verdict;
import java.util.List;
import java.util.Optional;

/** At least one part is met. */
record CompositeOr(Optional<String> description, List<Judged> criteria) implements Composite {
    static final String TYPE = "composite_or";

    CompositeOr {
        criteria = List.copyOf(criteria);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String needed() {
        return "one";
    }

    @Override
    public Verdict decisive() {
        return Verdict.MET;
    }
}
