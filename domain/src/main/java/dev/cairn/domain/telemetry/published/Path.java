package dev.cairn.domain.telemetry.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A place inside a JSON value, RFC 6901.
 *
 * @param steps names of members and indices, unescaped; none for the whole value
 */
record Path(List<String> steps) {
    /** The whole value. */
    static final Path WHOLE = new Path(List.of());

    private static final int MAX_INDEX_DIGITS = 9;

    Path {
        steps = List.copyOf(steps);
    }

    /** The path that a pointer writes; nothing when it is none. */
    static Optional<Path> of(String pointer) {
        if (pointer.isEmpty()) {
            return Optional.of(WHOLE);
        }
        if (!pointer.startsWith("/") || !isEscapedWell(pointer)) {
            return Optional.empty();
        }
        var steps = new ArrayList<String>();
        for (var step : pointer.substring(1).split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return Optional.of(new Path(steps));
    }

    private static boolean isEscapedWell(String pointer) {
        for (int at = pointer.indexOf('~'); at >= 0; at = pointer.indexOf('~', at + 1)) {
            if (at + 1 == pointer.length() || (pointer.charAt(at + 1) != '0' && pointer.charAt(at + 1) != '1')) {
                return false;
            }
        }
        return true;
    }

    boolean isWhole() {
        return steps.isEmpty();
    }

    /** The place that the other path leads to from here. */
    Path then(Path inner) {
        var all = new ArrayList<>(steps);
        all.addAll(inner.steps);
        return new Path(all);
    }

    /** As RFC 6901 writes it. */
    String pointer() {
        return steps.stream()
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    /** As a person calls what is there. */
    String name() {
        return Shown.shortened(String.join("/", steps));
    }

    /** As a person is told where nothing is. */
    String shown() {
        return Shown.shortened(pointer());
    }

    /** What is there; JSON's null counts as nothing. */
    Optional<Object> select(Object whole) {
        Object here = whole;
        for (var step : steps) {
            here = inside(here, step);
            if (here == null) {
                return Optional.empty();
            }
        }
        return Optional.of(here);
    }

    @SuppressWarnings("NullAway") // nothing there is null, and so is JSON's null
    private static Object inside(Object here, String step) {
        if (here instanceof Map<?, ?> object) {
            return object.get(step);
        }
        if (here instanceof List<?> list && isIndex(step)) {
            var index = Integer.parseInt(step);
            return index < list.size() ? list.get(index) : null;
        }
        return null;
    }

    private static boolean isIndex(String step) {
        return !step.isEmpty()
                && step.length() <= MAX_INDEX_DIGITS
                && step.chars().allMatch(c -> c >= '0' && c <= '9')
                && (step.length() == 1 || step.charAt(0) != '0');
    }
}
