package dev.cairn.domain.adoption;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Text;
import java.util.Optional;

/**
 * What somebody says about a change of status.
 *
 * @param value 1 to 5,000 characters, kept as written
 */
public record StatusNote(String value) {
    /** The longest note. */
    public static final int MAX = 5_000;

    public StatusNote {
        if (value.isBlank()) {
            throw DomainException.invalid(Fault.Code.REQUIRED, "must not be blank");
        }
        value = Text.bounded(value, MAX);
    }

    /** The note somebody wrote; a blank one says nothing and is none. */
    public static Optional<StatusNote> of(String written) {
        return written.isBlank() ? Optional.empty() : Optional.of(new StatusNote(written));
    }

    /** A note that the service writes: what is too long ends in an ellipsis. */
    static StatusNote cut(String text) {
        return new StatusNote(
                text.codePointCount(0, text.length()) <= MAX
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, MAX - 1)) + "…");
    }
}
