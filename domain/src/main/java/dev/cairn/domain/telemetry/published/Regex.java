package dev.cairn.domain.telemetry.published;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A regular expression of bounded size: matching takes time in proportion to its size and the text's length. What is
 * compiled takes a hundred times the memory of what is written, so only the latest are kept.
 */
final class Regex {
    /** The most instructions of a compiled expression. */
    static final int MAX_PROGRAM = 1_000;

    private static final int MAX_KEPT = 200;

    private static final Map<Written, Regex> KEPT =
            Collections.synchronizedMap(new LinkedHashMap<>(MAX_KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Written, Regex> eldest) {
                    return size() > MAX_KEPT;
                }
            });

    private record Written(String pattern, boolean caseSensitive) {}

    private final Pattern pattern;

    private Regex(Pattern pattern) {
        this.pattern = pattern;
    }

    /** What is wrong with an expression; nothing when it may be used. */
    static Optional<String> fault(String pattern) {
        // The library unrolls counted repetitions: a dozen characters would take all memory if it only tried.
        if (size(pattern) > MAX_PROGRAM) {
            return Optional.of("repeats too much");
        }
        try {
            return of(pattern, false).pattern.programSize() > MAX_PROGRAM
                    ? Optional.of("repeats too much")
                    : Optional.empty();
        } catch (PatternSyntaxException none) {
            return Optional.of("is not a regular expression: " + none.getDescription());
        }
    }

    /** How many instructions it takes, estimated without compiling it; never less than it does, but for a few. */
    static long size(String pattern) {
        return Size.of(pattern);
    }

    /** The expression; it was found to have no fault. */
    static Regex of(String pattern, boolean caseSensitive) {
        var written = new Written(pattern, caseSensitive);
        var kept = KEPT.get(written);
        if (kept == null) {
            kept = new Regex(Pattern.compile(pattern, caseSensitive ? 0 : Pattern.CASE_INSENSITIVE));
            KEPT.put(written, kept);
        }
        return kept;
    }

    /** What it takes at most to look for it in a text: instructions times characters. */
    long cost(String text) {
        return (long) pattern.programSize() * (text.length() + 1L);
    }

    /** Whether it matches anywhere. */
    boolean finds(String text) {
        return pattern.matcher(text).find();
    }

    /**
     * How large an expression gets when its counted repetitions are written out, never less than it is. What cannot be
     * understood here cannot be compiled either, and is refused before it is unrolled.
     */
    private static final class Size {
        private static final long ENOUGH = 1_000_000;

        private final String pattern;
        private final ArrayDeque<Long> open = new ArrayDeque<>();
        private int at;
        private long here;
        private long last;

        private Size(String pattern) {
            this.pattern = pattern;
        }

        static long of(String pattern) {
            var size = new Size(pattern);
            while (size.at < pattern.length()) {
                size.step();
            }
            var all = size.here + size.last;
            for (var outer : size.open) {
                all += outer;
            }
            return all;
        }

        private void step() {
            switch (pattern.charAt(at)) {
                case '\\' -> escape();
                case '[' -> {
                    set();
                    atom(1);
                }
                case '(' -> {
                    open.push(here + last);
                    here = 0;
                    last = 0;
                    at++;
                }
                case ')' -> {
                    // Where it begins, where it ends, and an instruction that does nothing when it is empty.
                    var inside = here + last + 3;
                    here = open.isEmpty() ? here + last : open.pop();
                    last = inside;
                    at++;
                }
                case '{' -> repetition();
                case '|', '*', '+', '?' -> {
                    // What may be empty takes one more instruction, which does nothing.
                    at++;
                    atom(2);
                }
                default -> {
                    at++;
                    atom(1);
                }
            }
        }

        private void atom(long size) {
            here += last;
            last = size;
        }

        private void escape() {
            var next = at + 1 < pattern.length() ? pattern.charAt(at + 1) : 0;
            if (next == 'Q') {
                var end = pattern.indexOf("\\E", at + 2);
                atom(1);
                here += (end < 0 ? pattern.length() : end) - at;
                at = end < 0 ? pattern.length() : end + 2;
                return;
            }
            at += 2;
            if ((next == 'p' || next == 'P' || next == 'x') && at < pattern.length() && pattern.charAt(at) == '{') {
                var end = pattern.indexOf('}', at);
                at = end < 0 ? pattern.length() : end + 1;
            }
            atom(1);
        }

        /** Skips a set of characters, in which nothing is repeated. */
        private void set() {
            at++;
            if (at < pattern.length() && pattern.charAt(at) == '^') {
                at++;
            }
            var first = true;
            while (at < pattern.length() && (first || pattern.charAt(at) != ']')) {
                first = false;
                if (pattern.startsWith("-[:", at)) {
                    // The end of a range or the start of a named set: where this one ends is not worth a guess.
                    here = ENOUGH;
                }
                if (pattern.startsWith("[:", at) && pattern.indexOf(":]", at) > 0) {
                    at = pattern.indexOf(":]", at) + 2;
                } else {
                    at += pattern.charAt(at) == '\\' ? 2 : 1;
                }
            }
            at = Math.min(at + 1, pattern.length());
        }

        private void repetition() {
            var end = pattern.indexOf('}', at);
            var inside = end < 0 ? "" : pattern.substring(at + 1, end);
            at++;
            if (!inside.matches("\\d+(,\\d*)?")) {
                atom(1);
                return;
            }
            long times = 1;
            for (var count : inside.split(",")) {
                times = Math.max(times, count.length() > 4 ? ENOUGH : Long.parseLong(count));
            }
            // An optional copy takes an instruction more, and so does the loop behind the last one.
            var grown = inside.contains(",") ? (last + 1) * (times + 1) : last * times;
            last = Math.min(ENOUGH, grown);
            at = end + 1;
        }
    }
}
