package dev.cairn.domain.shared;

/** Something whose changes are counted. */
public interface Versioned {
    /** From 1; rises by one with every change that is kept, and with nothing else. */
    long version();
}
