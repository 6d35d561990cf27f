package dev.cairn.adapters.rest.shared;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads ids that clients send. */
public final class PathIds {
    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private PathIds() {}

    /** Whether the text has the form of an id. */
    static boolean isUuid(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * The id. What cannot be one becomes an id that nobody has, so that it is missed like any other, and two odd texts
     * stay two: ours are made of time, this one is made of the text.
     */
    public static UUID uuid(String text) {
        return isUuid(text) ? UUID.fromString(text) : UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
