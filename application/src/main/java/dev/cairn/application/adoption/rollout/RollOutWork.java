package dev.cairn.application.adoption.rollout;

import dev.cairn.application.adoption.rollout.port.RollOuts;
import dev.cairn.application.adoption.sync.PreviewPlanSync;
import dev.cairn.application.adoption.sync.SyncPlan;
import dev.cairn.application.jobs.published.JobTurn;
import dev.cairn.application.jobs.published.JobWatch;
import dev.cairn.application.jobs.published.JobWork;
import dev.cairn.application.jobs.published.TurnEnd;
import dev.cairn.application.shared.Apart;
import dev.cairn.application.shared.Envelope;
import dev.cairn.application.shared.Errand;
import dev.cairn.application.shared.Precondition;
import dev.cairn.application.shared.Renderer;
import dev.cairn.application.shared.Terms;
import dev.cairn.application.shared.UnitOfWork;
import dev.cairn.application.shared.Work;
import dev.cairn.domain.adoption.RollOutOutcome;
import dev.cairn.domain.adoption.RollOutPlan;
import dev.cairn.domain.jobs.published.JobKind;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.Serial;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Synchronises the plans of a roll-out, several at once, each as the caller himself would: by the same use case, in a
 * transaction of its own, past the gate, with events and audit. What came of a plan is noted in that very transaction, and what
 * is noted is not done again; so whatever happens to whoever does it, each plan is done once.
 */
@Singleton
public class RollOutWork implements JobWork {
    private final RollOuts rollOuts;
    private final SyncPlan sync;
    private final PreviewPlanSync preview;
    private final UnitOfWork unitOfWork;
    private final Clock clock;
    private final Apart apart;
    private final JobWatch watch;

    RollOutWork(
            RollOuts rollOuts,
            SyncPlan sync,
            PreviewPlanSync preview,
            UnitOfWork unitOfWork,
            Clock clock,
            Apart apart,
            JobWatch watch) {
        this.rollOuts = rollOuts;
        this.sync = sync;
        this.preview = preview;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.apart = apart;
        this.watch = watch;
    }

    /** The plan is through, or somebody else is at it, or nothing is to be begun any more: all of it no failure. */
    private static final class NotOurs extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        NotOurs() {
            super("not ours to begin", null, false, false);
        }
    }

    @Override
    public JobKind kind() {
        return JobKind.ROLL_OUT;
    }

    @Override
    public Uni<TurnEnd> turn(JobTurn turn) {
        return inHouse(turn, () -> rollOuts.waiting(turn.job(), turn.size()))
                .chain(plans -> Multi.createFrom()
                        .iterable(plans)
                        .onItem()
                        .transformToUni(plan -> one(turn, plan))
                        .merge(turn.hands())
                        .collect()
                        .asList()
                        .map(through -> end(turn, through)));
    }

    /** Fewer plans than there is room for, and all of them through: nothing is left. */
    private static TurnEnd end(JobTurn turn, List<Boolean> through) {
        return new TurnEnd(through.contains(true), through.size() < turn.size() && !through.contains(false));
    }

    /** Does one plan; whether it is through. Never fails: one plan stops no other. */
    private Uni<Boolean> one(JobTurn turn, RollOutPlan plan) {
        return Uni.createFrom().deferred(() -> {
            if (!turn.goesOn(clock.instant())) {
                return Uni.createFrom().item(false);
            }
            return apart.run(() -> outcome(turn, plan.plan()))
                    .replaceWith(true)
                    .onFailure(NotOurs.class)
                    .recoverWithItem(false)
                    .onFailure()
                    .recoverWithUni(failure -> failed(turn, plan, failure));
        });
    }

    private Uni<RollOutOutcome> outcome(JobTurn turn, PlanId plan) {
        return RollOutParameters.isDryRun(turn.parameters())
                ? preview.handle(
                        envelope(turn, plan, seen -> RollOutOutcome.of(seen.diff())),
                        () -> new PreviewPlanSync.Command(plan))
                : sync.handle(
                        envelope(turn, plan, synced -> new RollOutOutcome(synced.changed(), synced.counts())),
                        () -> new SyncPlan.Command(plan, Optional.empty()));
    }

    private <R> Envelope<R, RollOutOutcome> envelope(JobTurn turn, PlanId plan, Renderer<R, RollOutOutcome> renderer) {
        var errand = new Errand<RollOutOutcome>() {
            @Override
            public Uni<Void> begin() {
                return rollOuts.begin(turn.job(), plan)
                        .invoke(ours -> {
                            if (!ours) {
                                throw new NotOurs();
                            }
                        })
                        .replaceWithVoid();
            }

            @Override
            public Uni<Void> end(RollOutOutcome outcome) {
                return rollOuts.done(turn.job(), plan, outcome, clock.instant());
            }
        };
        return new Envelope<>(
                turn.caller(), turn.origin(), () -> new Terms<>(Precondition.NONE, Optional.empty(), errand), renderer);
    }

    private Uni<Boolean> failed(JobTurn turn, RollOutPlan plan, Throwable failure) {
        var code = DomainException.codeOf(failure);
        if (code == ErrorCode.INTERNAL_ERROR) {
            watch.failed(turn.job(), failure);
        }
        var waits = plan.waitsAfter(code);
        return inHouse(
                        turn,
                        () -> waits
                                ? rollOuts.triedInVain(turn.job(), plan.plan())
                                : rollOuts.failed(turn.job(), plan.plan(), code, clock.instant()))
                .replaceWith(!waits)
                .onFailure()
                .invoke(unnoted -> watch.failed(turn.job(), unnoted))
                .onFailure()
                .recoverWithItem(false);
    }

    private <T> Uni<T> inHouse(JobTurn turn, Supplier<Uni<T>> steps) {
        var org = turn.caller().actor().org();
        return apart.run(() -> unitOfWork.in(Work.ofHouse(RollOutWork.class, org, "roll-out"), steps));
    }
}
