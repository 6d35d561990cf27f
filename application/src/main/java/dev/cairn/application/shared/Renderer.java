package dev.cairn.application.shared;

/**
 * Turns a result into the answer that the caller gets. It travels with the command, so that the answer of a repeatable
 * command can be kept in the transaction of its work.
 */
@FunctionalInterface
public interface Renderer<R, A> {
    /** The answer; must not fail and must not wait. */
    A render(R result);
}
