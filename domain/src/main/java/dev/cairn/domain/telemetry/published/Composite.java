package dev.cairn.domain.telemetry.published;

import dev.cairn.domain.telemetry.published.Evaluation.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A criterion of several, all of which are judged so that each can be shown. */
sealed interface Composite extends Judged permits CompositeAnd, CompositeOr {
    /** Its parts, 1 to {@link Criterion#MAX_MEMBERS}. */
    List<Judged> criteria();

    /** How many are needed, as a sentence ends. */
    String needed();

    /** The verdict of one part that decides alone. */
    Verdict decisive();

    @Override
    default Requirement requirement() {
        return new Requirement(
                needed() + " of", criteria().stream().map(Composite::phrase).collect(Collectors.joining("; ")));
    }

    private static String phrase(Judged part) {
        var phrase = part.requirement().phrase();
        return part instanceof Leaf ? phrase : "(" + phrase + ")";
    }

    @Override
    default Map<String, Object> fields() {
        return Map.of(
                "criteria",
                criteria().stream().map(part -> part.toJson().members()).toList());
    }

    @Override
    default Evaluation judge(Judging judging) {
        var parts = criteria().stream().map(part -> part.judge(judging)).toList();
        var met = parts.stream().filter(Evaluation::isMet).count();
        var errors =
                parts.stream().filter(part -> part.verdict() == Verdict.ERROR).count();
        var verdict = verdict(parts, errors);
        var unclear = errors == 0 ? "" : ", " + errors + " cannot be judged";
        var sentence = met + " of " + parts.size() + " met" + unclear + ", " + needed() + " needed";
        return new Evaluation(
                type(),
                verdict,
                Optional.of(judging.value()),
                sentence,
                verdict == Verdict.ERROR ? Optional.of(sentence) : Optional.empty(),
                parts);
    }

    private Verdict verdict(List<Evaluation> parts, long errors) {
        if (parts.stream().anyMatch(part -> part.verdict() == decisive())) {
            return decisive();
        }
        if (errors > 0) {
            return Verdict.ERROR;
        }
        return decisive() == Verdict.MET ? Verdict.UNMET : Verdict.MET;
    }
}
