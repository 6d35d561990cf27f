package dev.cairn.application.shared;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The one place that says whether somebody may: right of the role, row of the customer, standing of the account, in
 * this order. Every command passes it on the road of {@link Handler}, every read asks it for a {@link ReadScope}.
 */
public final class Gate {
    private final PermissionMatrix matrix;
    private final Standings standings;

    public Gate(PermissionMatrix matrix, Standings standings) {
        this.matrix = matrix;
        this.standings = standings;
    }

    /**
     * Demands the right as such, over whatever rows.
     *
     * @throws DomainException FORBIDDEN when no role of the caller has it at all
     */
    public void demand(Permission permission, Caller caller) {
        if (!matrix.grants(permission, caller)) {
            throw new DomainException(ErrorCode.FORBIDDEN, "No role of this token allows that.");
        }
    }

    /**
     * Leave to read under a permission.
     *
     * @throws DomainException FORBIDDEN when no role of the caller has it at all
     */
    public ReadScope scope(Permission permission, Caller caller) {
        demand(permission, caller);
        return scopeOf(permission, caller);
    }

    /** The rows a caller's commands can see: those it may read. */
    ReadScope sight(Caller caller) {
        return scopeOf(Permission.CUSTOMER_READ, caller);
    }

    private ReadScope scopeOf(Permission permission, Caller caller) {
        return new ReadScope(permission, caller.actor().org(), matrix.scope(permission, caller), caller.is(Role.ADMIN));
    }

    /**
     * Lets a command pass to its target, inside the unit of work. Fails with the target's own NOT_FOUND when the caller
     * cannot see it, FORBIDDEN when it sees it and may not write it, CUSTOMER_SUSPENDED or CUSTOMER_INACTIVE when the
     * account is closed for writes, TASK_ARCHIVED when the target was removed from the customer.
     */
    Uni<Void> admit(Permission permission, Caller caller, Target target) {
        if (target instanceof Target.OfOrganisation) {
            return Uni.createFrom().voidItem();
        }
        return seen(caller, target)
                .invoke(standing -> refusal(permission, caller, standing).ifPresent(refusal -> {
                    throw refusal;
                }))
                .replaceWithVoid();
    }

    /**
     * The same for a command that touches many plans, each by itself: why the caller may not write to those that it may
     * not write to. A plan that the caller does not see is left out. Asks at once, before anybody subscribes.
     */
    public Uni<Map<PlanId, Optional<DomainException>>> admitEach(
            Permission permission, Caller caller, Collection<PlanId> plans) {
        return standings.ofPlans(sight(caller), plans).map(found -> {
            var answers = new HashMap<PlanId, Optional<DomainException>>();
            found.forEach((plan, standing) -> answers.put(plan, refusal(permission, caller, standing)));
            return answers;
        });
    }

    private Optional<DomainException> refusal(Permission permission, Caller caller, Standing standing) {
        if (!matrix.scope(permission, caller).covers(standing)) {
            return no(ErrorCode.FORBIDDEN, "This customer is not one you may change.");
        }
        if (!permission.isPossibleWhileLocked()) {
            switch (standing.status()) {
                case ACTIVE -> {}
                case SUSPENDED -> {
                    return no(
                            ErrorCode.CUSTOMER_SUSPENDED,
                            "The customer is suspended: its data can be read, not changed.");
                }
                case INACTIVE -> {
                    return no(
                            ErrorCode.CUSTOMER_INACTIVE,
                            "The customer is inactive: its data can be read, not changed.");
                }
            }
        }
        return standing.archived()
                ? no(ErrorCode.TASK_ARCHIVED, "The plan was removed from its customer and is kept for reading only.")
                : Optional.empty();
    }

    private static Optional<DomainException> no(ErrorCode code, String detail) {
        return Optional.of(new DomainException(code, detail));
    }

    /** Lets a caller have again what it was told of the target. Fails with the target's own NOT_FOUND, as when it reads. */
    Uni<Void> show(Caller caller, Target target) {
        return target instanceof Target.OfOrganisation
                ? Uni.createFrom().voidItem()
                : seen(caller, target).replaceWithVoid();
    }

    private Uni<Standing> seen(Caller caller, Target target) {
        return standings
                .find(sight(caller), target)
                .map(found -> found.orElseThrow(
                        () -> new DomainException(target.missing(), "There is no such " + noun(target) + ".")));
    }

    private static String noun(Target target) {
        return target.missing().title().replace(" not found", "").toLowerCase(java.util.Locale.ROOT);
    }
}
