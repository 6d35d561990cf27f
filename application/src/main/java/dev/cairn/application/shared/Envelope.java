package dev.cairn.application.shared;

import java.util.function.Supplier;

/**
 * What a command arrives in.
 *
 * @param caller who asks
 * @param origin from where
 * @param terms what the caller asks for beside the command; looked at once the right as such is established
 * @param renderer how the result becomes the answer
 */
public record Envelope<R, A>(Caller caller, Origin origin, Supplier<Terms<A>> terms, Renderer<R, A> renderer) {
    /** An envelope for calls from inside, whose answer is the result itself. */
    public static <R> Envelope<R, R> plain(Caller caller, Origin origin) {
        return new Envelope<>(caller, origin, Terms::none, result -> result);
    }
}
