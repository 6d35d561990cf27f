package dev.cairn.domain.telemetry.published;

import java.util.Optional;

/** What all leaves have: where they look, and what their author says of them. */
record Place(Path path, Optional<String> description) {
    /** The place and what is there, as a sentence begins: {@code count 150}. */
    String with(Object seen) {
        return saying(Shown.of(seen));
    }

    /** The place and what is there in words of one's own. */
    String saying(String shown) {
        return path.isWhole() ? shown : path.name() + " " + shown;
    }

    /** What is looked at, as a sentence begins: {@code enabled}. */
    String subject() {
        return path.isWhole() ? "the value" : path.name();
    }
}
