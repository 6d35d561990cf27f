package dev.cairn.application.shared;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * The road of every command: right of the role, the command's own form, transaction, gate, work. It is final here, so
 * whoever writes a use case cannot leave a part of it out.
 */
public abstract class Handler<C extends GuardedCommand, R> implements UseCase<C, R> {
    /** How often work that lost a race is tried again. */
    private static final int RETRIES = 3;

    private final Frame frame;
    private final Permission permission;

    /** What every handler stands in, made once. */
    public record Frame(UnitOfWork unitOfWork, Gate gate, Clock clock, Ids ids) {}

    protected Handler(Frame frame, Permission permission) {
        this.frame = frame;
        this.permission = permission;
    }

    @Override
    public final <A> Uni<A> handle(Envelope<R, A> envelope, Supplier<C> make) {
        return Uni.createFrom().deferred(() -> {
            var caller = envelope.caller();
            frame.gate().demand(permission, caller);
            var command = make.get();
            var work = new Work(
                    command.getClass(), caller, envelope.origin(), frame.gate().sight(caller));
            return frame.unitOfWork()
                    .in(
                            work,
                            () -> frame.gate()
                                    .admit(permission, caller, command.target())
                                    .chain(() -> execute(
                                            command,
                                            new Call(caller, frame.clock().instant()))))
                    .onFailure(LostRace.class)
                    .retry()
                    .atMost(RETRIES)
                    .onFailure(LostRace.class)
                    .transform(lost -> new DomainException(
                            ErrorCode.UNAVAILABLE, "Others change the same data just now; try again shortly."))
                    .map(envelope.renderer()::render);
        });
    }

    /** The permission that the use case asks for. */
    public final Permission permission() {
        return permission;
    }

    /** Makes ids for what the use case brings into the world. */
    protected final Ids ids() {
        return frame.ids();
    }

    /** The work itself: load, one behaviour, save. The gate has let the command pass, the transaction is open. */
    protected abstract Uni<R> execute(C command, Call call);
}
