package dev.cairn.adapters.rest.shared;

import java.util.UUID;
import java.util.regex.Pattern;

/** Reads ids that clients send. */
public final class PathIds {
    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** The id that nobody has. */
    private static final UUID NOBODY = new UUID(0, 0);

    private PathIds() {}

    /** The id; what cannot be one becomes the id that nobody has, so that it is missed like any other. */
    public static UUID uuid(String text) {
        return FORM.matcher(text).matches() ? UUID.fromString(text) : NOBODY;
    }
}
