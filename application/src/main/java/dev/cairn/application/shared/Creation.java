package dev.cairn.application.shared;

import io.smallrye.mutiny.Uni;

/** The road of a command that brings something new into the world: there is no state yet that a caller could mean. */
public abstract non-sealed class Creation<C extends GuardedCommand, R> extends Handler<C, R> {
    protected Creation(Frame frame, Permission permission) {
        super(frame, permission);
    }

    @Override
    final Uni<R> execute(C command, Call call) {
        return create(command, call);
    }

    /** The work itself: load what it stands on, make it, bring it in. */
    protected abstract Uni<R> create(C command, Call call);
}
