package dev.cairn.application.adoption.port;

import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;

/**
 * The plans of the organisation at hand, those of removed assignments among them. Whoever asks for one holds its lock
 * until the unit of work ends; lock the plan before loading its tasks, or two people's steps land on one stale picture.
 */
public interface AdoptionPlans {
    /** The plan, locked. Fails with ADOPTION_PLAN_NOT_FOUND. */
    Uni<AdoptionPlan> lock(PlanId id);

    /** The plan of the task, locked. Fails with TASK_NOT_FOUND. */
    Uni<AdoptionPlan> lockPlanOf(TaskId task);

    /** The plan of the assignment, locked. Fails with ADOPTION_PLAN_NOT_FOUND. */
    Uni<AdoptionPlan> lockOf(AssignmentId assignment);

    /**
     * Those of the plans that are there, locked in the order of their ids, so that two who lock many never wait for each
     * other in a circle. Asks at once, before anybody subscribes.
     */
    Uni<List<AdoptionPlan>> lockAll(Collection<PlanId> ids);

    /** The plans of the assignments, of products or of solutions, locked in the order of their ids. */
    Uni<List<AdoptionPlan>> lockOfAll(Collection<AssignmentId> assignments);

    /** Brings a new plan in with all its tasks, in as many statements for fifty tasks as for one. */
    Uni<Void> add(AdoptionPlan.Birth birth);

    /** Stores the state and, in the same transaction, what the plan says happened to it. */
    Uni<Void> save(AdoptionPlan plan);

    /** The same for many at once, in as many statements for a thousand plans as for one while only their figures moved. */
    Uni<Void> saveAll(List<AdoptionPlan> plans);
}
