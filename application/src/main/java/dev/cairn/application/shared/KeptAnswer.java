package dev.cairn.application.shared;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An answer that was given once, as it goes over the wire.
 *
 * @param status its status
 * @param headers its own headers, by name
 * @param body its body, if it had one
 */
public record KeptAnswer(int status, Map<String, String> headers, Optional<String> body) {
    /** How long an answer is given again; afterwards the same key is new work. */
    public static final Duration LIFE = Duration.ofHours(24);

    public KeptAnswer {
        headers = Map.copyOf(headers);
    }
}
