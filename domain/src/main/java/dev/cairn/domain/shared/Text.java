package dev.cairn.domain.shared;

/** The rule that all plain texts share: how long they may be, and whether blank counts as a text. */
public final class Text {
    private Text() {}

    /**
     * A text that must say something.
     *
     * @return the text without the white space around it
     * @throws DomainException VALIDATION_ERROR with REQUIRED when blank, LENGTH when longer than {@code max} characters
     */
    public static String required(String written, int max) {
        var text = written.strip();
        if (isUnseen(text)) {
            throw DomainException.invalid(Fault.Code.REQUIRED, "must not be blank");
        }
        return bounded(text, max);
    }

    private static boolean isUnseen(String text) {
        // Nearly always the first character is seen.
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isUnseen(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** White space of any sort, and characters that only steer others: nobody sees a name made of them. */
    private static boolean isUnseen(int character) {
        var type = Character.getType(character);
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || type == Character.FORMAT
                || type == Character.CONTROL;
    }

    /**
     * A text that may be anything up to a length, counted in code points.
     *
     * @throws DomainException VALIDATION_ERROR with LENGTH when longer than {@code max} characters
     */
    public static String bounded(String written, int max) {
        if (written.codePointCount(0, written.length()) > max) {
            throw DomainException.invalid(Fault.Code.LENGTH, "at most " + max + " characters");
        }
        return written;
    }
}
