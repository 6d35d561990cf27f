package dev.cairn.application.shared;

import java.util.function.Function;

/**
 * How a repeated request is recognised, and how its first answer is kept and given again.
 *
 * @param key what both requests carry
 * @param keep the answer as it is kept; must not wait
 * @param replay the answer that was kept, given again
 */
public record Retry<A>(RetryKey key, Function<A, KeptAnswer> keep, Function<KeptAnswer, A> replay) {}
