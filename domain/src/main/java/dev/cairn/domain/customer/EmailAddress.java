package dev.cairn.domain.customer;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.FoldedText;
import java.util.regex.Pattern;

/**
 * An e-mail address, valid by its form: a dotted local part of at most 64 characters and a domain of at least two
 * labels; quoted local parts and address literals are not taken.
 *
 * @param value the address as it was written, at most 254 characters
 */
public record EmailAddress(String value) {
    /** The longest address, in characters. */
    public static final int MAX = 254;

    private static final String ATOM = "[^\\s\\p{Cntrl}@.\"(),:;<>\\[\\]\\\\]++";
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
    private static final String LAST_LABEL = "[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}]";
    private static final Pattern FORM =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+@(?:" + LABEL + "\\.)+" + LAST_LABEL);

    public EmailAddress {
        value = value.strip();
        if (value.length() > MAX
                || value.indexOf('@') > 64
                || !FORM.matcher(value).matches()) {
            throw DomainException.invalid(Fault.Code.FORMAT, "an e-mail address such as ops@acme.example");
        }
    }

    /** The address as it is compared: case does not matter. */
    public FoldedText folded() {
        return FoldedText.of(value);
    }
}
