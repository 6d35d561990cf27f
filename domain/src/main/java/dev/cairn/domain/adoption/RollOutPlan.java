package dev.cairn.domain.adoption;

import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;

/**
 * A plan that waits for its synchronisation by a roll-out.
 *
 * @param plan which one
 * @param tries how often it was tried in vain
 */
public record RollOutPlan(PlanId plan, int tries) {
    /** The most tries. */
    public static final int MOST_TRIES = 3;

    /** Whether it is worth another try after this failure: what was busy or away may be free again, a no stays a no. */
    public boolean waitsAfter(ErrorCode failure) {
        return failure.kind() == ErrorCode.Kind.AWAY && tries + 1 < MOST_TRIES;
    }
}
