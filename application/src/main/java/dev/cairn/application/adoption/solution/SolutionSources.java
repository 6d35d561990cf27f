package dev.cairn.application.adoption.solution;

import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.catalog.published.Blueprints;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.adoption.SolutionSync;
import dev.cairn.domain.shared.AssignmentId;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a solution with all its plans is compared with; the plans are locked already, and so all of it stays as it is. */
record SolutionSources(CustomerTasks tasks, Blueprints blueprints) {
    Uni<SolutionSync> compare(Managed managed) {
        return blueprints
                .ofAssigned(managed.assignment().solution(), managed.productIds())
                .chain(solution -> tasks.whole(managed.allPlans().stream()
                                .map(AdoptionPlan::id)
                                .toList())
                        .map(all -> SolutionSync.of(
                                managed.assignment(), managed.products(), wholes(managed, all), solution)));
    }

    private static Map<AssignmentId, SolutionSync.Whole> wholes(Managed managed, List<CustomerTask> all) {
        var byPlan = all.stream()
                .collect(Collectors.groupingBy(task -> task.snapshot().plan()));
        var wholes = new HashMap<AssignmentId, SolutionSync.Whole>();
        managed.plans()
                .forEach((owner, plan) ->
                        wholes.put(owner, new SolutionSync.Whole(plan, byPlan.getOrDefault(plan.id(), List.of()))));
        return wholes;
    }
}
