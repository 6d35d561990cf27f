package dev.cairn.application.adoption.solution;

import dev.cairn.application.adoption.solution.view.SyncedSolution;
import dev.cairn.application.adoption.solution.view.SyncedSolution.OfProduct;
import dev.cairn.application.adoption.sync.SyncPlan;
import dev.cairn.application.shared.Envelope;
import dev.cairn.application.shared.Retry;
import dev.cairn.application.shared.Terms;
import dev.cairn.domain.adoption.PreviewToken;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Synchronises solutions: a step that looks, then each product by itself, then the solution's own tasks. Each step is a use case
 * in a unit of work of its own, past the gate like any other; a product that fails is reported and stops no other.
 *
 * <p>What the request asks for beside the command holds for the first step and the last: both hold the plan of the own tasks
 * against {@code If-Match}, the first gives an answer again that is kept, and the last keeps it.
 */
@Singleton
public class SolutionSyncs {
    private final BeginSolutionSync begin;
    private final SyncPlan syncPlan;
    private final JoinSolution join;
    private final FinishSolutionSync finish;

    SolutionSyncs(BeginSolutionSync begin, SyncPlan syncPlan, JoinSolution join, FinishSolutionSync finish) {
        this.begin = begin;
        this.syncPlan = syncPlan;
        this.join = join;
        this.finish = finish;
    }

    /**
     * Which solution, by the plan of its own tasks.
     *
     * @param preview the preview of the whole that is to be applied and nothing else; absent when whatever differs is
     */
    public record Command(PlanId plan, Optional<PreviewToken> preview) {}

    /** What the first step comes to: an answer that the request had already, or what is to be done. */
    private record First<A>(Optional<A> answer, Optional<BeginSolutionSync.Steps> steps) {}

    /**
     * Does it. Fails as a change of the plan does: SOLUTION_ADOPTION_PLAN_NOT_FOUND, CUSTOMER_SUSPENDED, CUSTOMER_INACTIVE,
     * TASK_ARCHIVED, PREVIEW_OUTDATED.
     *
     * @param make makes the command; called once the right as such is established
     */
    public <A> Uni<A> handle(Envelope<SyncedSolution, A> envelope, Supplier<Command> make) {
        return begin.handle(first(envelope), () -> {
                    var command = make.get();
                    return new BeginSolutionSync.Command(command.plan(), command.preview());
                })
                .chain(first -> first.answer()
                        .map(answer -> Uni.createFrom().item(answer))
                        .orElseGet(() -> go(envelope, first.steps().orElseThrow())));
    }

    private static <A> Envelope<BeginSolutionSync.Steps, First<A>> first(Envelope<SyncedSolution, A> envelope) {
        return new Envelope<>(
                envelope.caller(),
                envelope.origin(),
                () -> {
                    var terms = envelope.terms().get();
                    Optional<Retry<First<A>>> retry = terms.retry()
                            .map(known -> known.ahead(answer -> new First<>(Optional.of(answer), Optional.empty())));
                    return new Terms<>(terms.precondition(), retry);
                },
                steps -> new First<>(Optional.empty(), Optional.of(steps)));
    }

    private <A> Uni<A> go(Envelope<SyncedSolution, A> envelope, BeginSolutionSync.Steps steps) {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom()
                                .iterable(steps.products())
                                .onItem()
                                .transformToUniAndConcatenate(product -> synchronise(envelope, product)),
                        Multi.createFrom()
                                .iterable(steps.joining())
                                .onItem()
                                .transformToUniAndConcatenate(product -> join(envelope, steps.plan(), product)))
                .collect()
                .asList()
                .chain(products -> finish(envelope, steps, products));
    }

    private <A> Uni<A> finish(
            Envelope<SyncedSolution, A> envelope, BeginSolutionSync.Steps steps, List<OfProduct> products) {
        return finish.handle(envelope, () -> new FinishSolutionSync.Command(steps.plan(), steps.own(), products));
    }

    private Uni<OfProduct> synchronise(Envelope<?, ?> envelope, BeginSolutionSync.OfProduct product) {
        return syncPlan.handle(
                        Envelope.plain(envelope.caller(), envelope.origin()),
                        () -> new SyncPlan.Command(product.plan(), product.preview()))
                .map(synced -> OfProduct.done(
                        product.product(),
                        product.plan(),
                        synced.changed() ? SyncedSolution.Change.SYNCHRONISED : SyncedSolution.Change.NONE))
                .onFailure()
                .recoverWithItem(no -> OfProduct.failed(product.product(), Optional.of(product.plan()), code(no)));
    }

    private Uni<OfProduct> join(Envelope<?, ?> envelope, PlanId plan, ProductId product) {
        return join.handle(
                        Envelope.plain(envelope.caller(), envelope.origin()),
                        () -> new JoinSolution.Command(plan, product))
                .map(joined -> OfProduct.done(product, joined, SyncedSolution.Change.JOINED))
                .onFailure()
                .recoverWithItem(no -> OfProduct.failed(product, Optional.empty(), code(no)));
    }

    /** What nobody foresaw stops no other product either; the caller learns that it happened, the log learns what. */
    private static ErrorCode code(Throwable failure) {
        var code = DomainException.codeOf(failure);
        if (code == ErrorCode.INTERNAL_ERROR) {
            Infrastructure.handleDroppedException(failure);
        }
        return code;
    }
}
