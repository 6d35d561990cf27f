package dev.cairn.application.shared;

import dev.cairn.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;

/**
 * The road of a command that changes what is there: find and lock it, see whether it is in the state that the caller
 * means, change it. The order is final here, so no change can leave out the look.
 *
 * @param <T> what is changed
 */
public abstract non-sealed class Change<C extends GuardedCommand, T extends Versioned, R> extends Handler<C, R> {
    protected Change(Frame frame, Permission permission) {
        super(frame, permission);
    }

    @Override
    final Uni<R> execute(C command, Call call) {
        return find(command).chain(found -> {
            call.precondition().admit(found);
            return change(found, command, call);
        });
    }

    /** What the command is about, locked until the unit of work ends. Fails with its NOT_FOUND. */
    protected abstract Uni<T> find(C command);

    /** The work itself: one behaviour, save. */
    protected abstract Uni<R> change(T found, C command, Call call);
}
