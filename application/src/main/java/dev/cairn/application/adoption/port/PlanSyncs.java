package dev.cairn.application.adoption.port;

import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.LastSync;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * What synchronisations of the organisation at hand do to plans, each stored as a whole, and of each plan what the last one
 * overwrote. The plan's lock guards all of it.
 */
public interface PlanSyncs {
    /**
     * What the last synchronisation that changed the plan overwrote; nothing when there was none, or it was taken back. Asks
     * at once, before anybody subscribes.
     */
    Uni<Optional<LastSync>> last(PlanId plan);

    /** Stores the plan, its new and its changed tasks, and what it takes to take that back instead of what was kept so far. */
    Uni<Void> store(AdoptionPlan plan, AdoptionPlan.Synchronisation done);

    /** Stores the plan and its changed tasks, removes the tasks that were new, and forgets what was kept. */
    Uni<Void> takeBack(AdoptionPlan plan, AdoptionPlan.Undone undone);
}
