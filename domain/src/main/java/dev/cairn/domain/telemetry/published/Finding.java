package dev.cairn.domain.telemetry.published;

import dev.cairn.domain.telemetry.published.Evaluation.Verdict;

/** What a leaf finds about a value that is there, in a sentence. */
record Finding(Verdict verdict, String sentence) {
    static Finding of(boolean met, String sentence) {
        return new Finding(met ? Verdict.MET : Verdict.UNMET, sentence);
    }

    static Finding error(String sentence) {
        return new Finding(Verdict.ERROR, sentence);
    }
}
