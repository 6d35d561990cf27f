package dev.cairn.application.shared;

/** Something that somebody asks to be done, and that the gate has a say in. */
public interface GuardedCommand {
    /** Whose data it touches. */
    Target target();
}
