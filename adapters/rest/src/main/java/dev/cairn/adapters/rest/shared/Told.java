package dev.cairn.adapters.rest.shared;

import org.jspecify.annotations.Nullable;

/**
 * A failure as a log may keep it: which classes failed where. Libraries put what they worked on into their messages, so only
 * those are kept that programmers wrote: our own, and the JDK's about the program itself.
 */
final class Told extends Throwable {
    private static final long serialVersionUID = 1L;

    /** How far a chain of causes is followed. */
    private static final int DEPTH = 10;

    private final String words;

    private Told(Throwable failure, @Nullable Throwable cause) {
        super(null, cause);
        words = failure.getClass().getName() + (isOurs(failure) ? ": " + failure.getMessage() : "");
        setStackTrace(failure.getStackTrace());
    }

    static Told of(Throwable failure) {
        return of(failure, DEPTH);
    }

    private static Told of(Throwable failure, int depth) {
        var cause = failure.getCause();
        return new Told(failure, cause == null || depth == 0 ? null : of(cause, depth - 1));
    }

    private static boolean isOurs(Throwable failure) {
        var message = failure.getMessage();
        if (message == null || failure.getCause() != null && message.contains(String.valueOf(failure.getCause()))) {
            return false; // the words of another
        }
        return failure.getClass().getName().startsWith("dev.cairn.")
                || failure instanceof NullPointerException
                || failure instanceof ClassCastException
                || failure.getClass() == IllegalStateException.class && isThrownByUs(failure);
    }

    private static boolean isThrownByUs(Throwable failure) {
        var stack = failure.getStackTrace();
        return stack.length > 0 && stack[0].getClassName().startsWith("dev.cairn.");
    }

    /** A log for machines has a place for the message, one for people prints the whole. */
    @Override
    public String getMessage() {
        return words;
    }

    @Override
    public String toString() {
        return words;
    }
}
