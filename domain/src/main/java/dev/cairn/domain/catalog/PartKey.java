package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.Text;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The name by which documents know a part of a product. It never changes, so a document written long ago still finds
 * its part.
 *
 * @param value 1 to 100 characters, unique among the parts of one kind in a product
 */
public record PartKey(String value) {
    /** The longest key, in characters. */
    public static final int MAX = 100;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    public PartKey {
        value = Text.required(value, MAX);
    }

    /** The key of a part that came without one: a slug of its name, with "-2", "-3" … while that is taken. */
    static PartKey of(String name, Predicate<PartKey> taken) {
        var slug = slug(name);
        var key = new PartKey(slug);
        for (int n = 2; taken.test(key); n++) {
            var suffix = "-" + n;
            key = new PartKey(cut(slug, MAX - suffix.length()) + suffix);
        }
        return key;
    }

    /** Refuses a key for a new part that another part has. */
    static void demandFree(Optional<PartKey> taken) {
        var faults = new Faults();
        taken.ifPresent(key -> faults.add("/key", Fault.Code.DUPLICATE, "another part has this key"));
        faults.orThrow();
    }

    /** Refuses another key for a part that has one; saying the same again is fine. */
    static void demandSame(PartKey present, Optional<PartKey> said) {
        var faults = new Faults();
        said.filter(key -> !key.equals(present))
                .ifPresent(key -> faults.add(
                        "/key", Fault.Code.ENUM, "a key does not change: \"" + present.value + "\" or none"));
        faults.orThrow();
    }

    private static String slug(String name) {
        var bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        var dashed = GAPS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("-");
        var trimmed =
                EDGES.matcher(Normalizer.normalize(dashed, Normalizer.Form.NFC)).replaceAll("");
        return trimmed.isEmpty() ? "part" : cut(trimmed, MAX);
    }

    private static String cut(String text, int max) {
        var length = Math.min(max, text.codePointCount(0, text.length()));
        return EDGES.matcher(text.substring(0, text.offsetByCodePoints(0, length)))
                .replaceAll("");
    }
}
