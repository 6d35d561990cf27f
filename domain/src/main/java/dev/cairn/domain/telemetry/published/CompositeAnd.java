package dev.cairn.domain.telemetry.published;

import dev.cairn.domain.telemetry.published.Evaluation.Verdict;
import java.util.List;
import java.util.Optional;

/** Every part is met. */
record CompositeAnd(Optional<String> description, List<Judged> criteria) implements Composite {
    static final String TYPE = "composite_and";

    CompositeAnd {
        criteria = List.copyOf(criteria);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String needed() {
        return "all";
    }

    @Override
    public Verdict decisive() {
        return Verdict.UNMET;
    }
}
