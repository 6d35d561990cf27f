package dev.cairn.domain.shared;

import java.util.regex.Pattern;

/**
 * An organisation, the tenant that every record belongs to. It comes from the token alone.
 *
 * @param value 1 to 64 letters, digits, {@code -} or {@code _}
 */
public record OrgId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public OrgId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an organisation id");
        }
    }

    /** Whether the text can name an organisation. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }
}
