package dev.cairn.application.shared;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The road of every command: right of the role, the command's own form, transaction, a repetition's answer, gate, work,
 * the answer kept for a repetition. It is final here, so whoever writes a use case cannot leave a part of it out. There are
 * two sorts of them, {@link Change} and {@link Creation}.
 */
public abstract sealed class Handler<C extends GuardedCommand, R> implements UseCase<C, R> permits Change, Creation {
    /** How often work that lost a race is tried again. */
    private static final int RETRIES = 3;

    private final Frame frame;
    private final Permission permission;

    /** What every handler stands in, made once. */
    public record Frame(UnitOfWork unitOfWork, Gate gate, KeptAnswers answers, Clock clock, Ids ids) {}

    Handler(Frame frame, Permission permission) {
        this.frame = frame;
        this.permission = permission;
    }

    @Override
    public final <A> Uni<A> handle(Envelope<R, A> envelope, Supplier<C> make) {
        return Uni.createFrom().deferred(() -> {
            var caller = envelope.caller();
            frame.gate().demand(permission, caller);
            var command = make.get();
            var terms = envelope.terms().get();
            var work = new Work(
                    command.getClass(), caller, envelope.origin(), frame.gate().sight(caller));
            return frame.unitOfWork()
                    .in(
                            work,
                            () -> terms.errand()
                                    .begin()
                                    .chain(() -> once(
                                                    terms.retry(),
                                                    caller,
                                                    command.target(),
                                                    () -> answer(command, terms.precondition(), envelope))
                                            .call(terms.errand()::end)))
                    .onFailure(LostRace.class)
                    .retry()
                    .atMost(RETRIES)
                    .onFailure(LostRace.class)
                    .transform(lost -> new DomainException(
                            ErrorCode.UNAVAILABLE, "Others change the same data just now; try again shortly."));
        });
    }

    /** The instant is that of the work itself: whoever waited at the gate for a lock comes after who held it. */
    private <A> Uni<A> answer(C command, Precondition precondition, Envelope<R, A> envelope) {
        var caller = envelope.caller();
        return frame.gate()
                .admit(permission, caller, command.target())
                .chain(() -> execute(command, new Call(caller, precondition, now())))
                .map(envelope.renderer()::render);
    }

    /**
     * Does the work, or gives the answer again that it had. A repetition asks for nothing that is not done already, so that
     * the account was closed since is no reason; but whoever does not see the target any more learns nothing of it.
     */
    private <A> Uni<A> once(Optional<Retry<A>> retry, Caller caller, Target target, Supplier<Uni<A>> work) {
        if (retry.isEmpty()) {
            return work.get();
        }
        var key = retry.get().key();
        var answers = frame.answers();
        return answers.find(caller, key, now().minus(KeptAnswer.LIFE))
                .chain(kept -> kept.map(answer -> frame.gate()
                                .show(caller, target)
                                .map(seen -> retry.get().replay().apply(answer)))
                        .orElseGet(() -> work.get().call(answer -> keep(caller, retry.get(), answer))));
    }

    private <A> Uni<Void> keep(Caller caller, Retry<A> retry, A answer) {
        return retry.keep()
                .map(keep -> frame.answers().keep(caller, retry.key(), keep.apply(answer), now()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Instant now() {
        return frame.clock().instant();
    }

    /** The permission that the use case asks for. */
    public final Permission permission() {
        return permission;
    }

    /** Makes ids for what the use case brings into the world. */
    protected final Ids ids() {
        return frame.ids();
    }

    /** The work itself. The gate has let the command pass, the transaction is open. */
    abstract Uni<R> execute(C command, Call call);
}
