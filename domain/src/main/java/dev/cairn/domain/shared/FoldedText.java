package dev.cairn.domain.shared;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text as it is compared when case must not matter: trimmed, NFC, lower-cased by Unicode and not by any locale.
 *
 * @param value the folded form
 */
public record FoldedText(String value) {
    /** Folds a text as it was written. */
    public static FoldedText of(String written) {
        return new FoldedText(
                Normalizer.normalize(written.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    }
}
