package dev.cairn.application.shared;

import dev.cairn.domain.customer.published.AccountStatus;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import io.smallrye.mutiny.Uni;

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
        return new ReadScope(caller.actor().org(), matrix.scope(permission, caller), caller.is(Role.ADMIN));
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
                .invoke(standing -> {
                    if (!matrix.scope(permission, caller).covers(standing)) {
                        throw new DomainException(ErrorCode.FORBIDDEN, "This customer is not one you may change.");
                    }
                    if (!permission.isPossibleWhileLocked()) {
                        refuseWhenLocked(standing.status());
                    }
                    if (standing.archived()) {
                        throw new DomainException(
                                ErrorCode.TASK_ARCHIVED,
                                "The plan was removed from its customer and is kept for reading only.");
                    }
                })
                .replaceWithVoid();
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

    private static void refuseWhenLocked(AccountStatus status) {
        switch (status) {
            case ACTIVE -> {}
            case SUSPENDED ->
                throw new DomainException(
                        ErrorCode.CUSTOMER_SUSPENDED, "The customer is suspended: its data can be read, not changed.");
            case INACTIVE ->
                throw new DomainException(
                        ErrorCode.CUSTOMER_INACTIVE, "The customer is inactive: its data can be read, not changed.");
        }
    }
}
