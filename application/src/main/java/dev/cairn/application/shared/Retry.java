package dev.cairn.application.shared;

import java.util.Optional;
import java.util.function.Function;

/**
 * How a repeated request is recognised, and how its first answer is kept and given again.
 *
 * @param key what both requests carry
 * @param keep the answer as it is kept; must not wait; absent where this is not yet the work that the answer is of
 * @param replay the answer that was kept, given again
 */
public record Retry<A>(RetryKey key, Optional<Function<A, KeptAnswer>> keep, Function<KeptAnswer, A> replay) {
    public Retry(RetryKey key, Function<A, KeptAnswer> keep, Function<KeptAnswer, A> replay) {
        this(key, Optional.of(keep), replay);
    }

    /** For a first step of work that takes several units: it gives the answer again that is kept, and keeps none. */
    public <B> Retry<B> ahead(Function<A, B> answered) {
        return new Retry<>(key, Optional.empty(), kept -> answered.apply(replay.apply(kept)));
    }
}
