package dev.cairn.domain.customer;

import static dev.cairn.domain.customer.published.LifecycleStage.*;

import dev.cairn.domain.customer.published.LifecycleStage;
import java.util.EnumSet;
import java.util.Set;

/** Why a customer moves on, and so from where to where. There is no other way between stages. */
public enum LifecycleReason {
    QUALIFIED(LEAD, PROSPECT),
    CONVERTED(ACTIVE, PROSPECT, LEAD),
    CHURNED(INACTIVE, ACTIVE),
    WON_BACK(ACTIVE, INACTIVE),
    DISQUALIFIED(INACTIVE, PROSPECT, LEAD);

    private final LifecycleStage to;
    private final Set<LifecycleStage> from;

    LifecycleReason(LifecycleStage to, LifecycleStage... from) {
        this.to = to;
        this.from = EnumSet.noneOf(LifecycleStage.class);
        this.from.addAll(Set.of(from));
    }

    /** The stage that the reason leads to. */
    public LifecycleStage to() {
        return to;
    }

    /** Whether the reason can be given to a customer in this stage. */
    public boolean leadsFrom(LifecycleStage stage) {
        return from.contains(stage);
    }
}
