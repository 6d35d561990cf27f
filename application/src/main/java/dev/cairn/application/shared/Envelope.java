package dev.cairn.application.shared;

import java.util.Optional;

/**
 * What a command arrives in.
 *
 * @param caller who asks
 * @param origin from where
 * @param retryKey how a repetition is recognised, when the caller wants that
 * @param renderer how the result becomes the answer
 */
public record Envelope<R, A>(Caller caller, Origin origin, Optional<RetryKey> retryKey, Renderer<R, A> renderer) {
    /** An envelope for calls from inside, whose answer is the result itself. */
    public static <R> Envelope<R, R> plain(Caller caller, Origin origin) {
        return new Envelope<>(caller, origin, Optional.empty(), result -> result);
    }
}
