package dev.cairn.adapters.rest.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The entity tag of a resource: {@code "<version>"}, or {@code "<version>-<digest>"} where the answer holds figures or parts
 * that move without the version. Whoever changes a resource means its version; whoever keeps a copy means the whole tag.
 *
 * @param value the tag with its quotes, as it stands in headers
 */
public record EntityTag(String value) {
    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})(?:-[A-Za-z0-9_-]*)?\"");
    private static final int DIGEST_BYTES = 9;

    /** The tag of a resource that only changes with its version. */
    public static EntityTag of(long version) {
        return new EntityTag("\"" + version + "\"");
    }

    /**
     * The tag of a resource that shows more than its version tells.
     *
     * @param figures what moves without the version; equal figures have equal texts
     */
    public static EntityTag of(long version, Object... figures) {
        var digest = sha256();
        for (var figure : figures) {
            digest.update(figure.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(head(digest.digest()));
        return new EntityTag("\"" + version + "-" + text + "\"");
    }

    /** The version that a tag of ours names; none when it is weak or not of ours. */
    static OptionalLong version(String tag) {
        var found = VERSION.matcher(tag);
        return found.matches() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
    }

    /** Whether a list of tags names this one; a weak tag counts as its strong twin, for it is only about reading. */
    boolean isAmong(Optional<TagList> tags) {
        return tags.filter(list -> list.isAny()
                        || list.tags().stream()
                                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                                .anyMatch(value::equals))
                .isPresent();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] head(byte[] whole) {
        return java.util.Arrays.copyOf(whole, DIGEST_BYTES);
    }
}
