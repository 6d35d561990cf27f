package dev.cairn.adapters.rest.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The value of {@code If-Match} or {@code If-None-Match}, as RFC 9110 writes it.
 *
 * @param isAny whether it is {@code *}: whatever there is
 * @param tags the tags it lists
 */
record TagList(boolean isAny, List<String> tags) {
    private static final Pattern TAG = Pattern.compile("\\s*((?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")\\s*(?:,|$)");

    /** Reads the lines of a header; nothing when there is none, an empty list when it cannot be read. */
    static Optional<TagList> of(List<String> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var text = String.join(",", lines);
        if (text.strip().equals("*")) {
            return Optional.of(new TagList(true, List.of()));
        }
        var tags = new ArrayList<String>();
        var tag = TAG.matcher(text);
        var at = 0;
        while (tag.lookingAt()) {
            tags.add(tag.group(1));
            at = tag.end();
            tag.region(at, text.length());
            if (at == text.length()) {
                break;
            }
        }
        return Optional.of(new TagList(false, at == text.length() ? List.copyOf(tags) : List.of()));
    }

    /** Whether it says nothing that can be read. */
    boolean isUnreadable() {
        return !isAny && tags.isEmpty();
    }
}
