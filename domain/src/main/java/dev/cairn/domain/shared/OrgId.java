package dev.cairn.domain.shared;

/**
 * An organisation, the tenant that every record belongs to. It comes from the token alone.
 *
 * @param value 1 to 64 letters, digits, {@code -} or {@code _}
 */
public record OrgId(String value) {
    private static final int MAX = 64;

    public OrgId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an organisation id");
        }
    }

    /** Whether the text can name an organisation. */
    public static boolean isValid(String text) {
        if (text.isEmpty() || text.length() > MAX) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isPart(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPart(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || character == '-'
                || character == '_';
    }
}
