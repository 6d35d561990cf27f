package dev.cairn.application.adoption.sync;

import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.catalog.published.Blueprints;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.adoption.Entitlement;
import dev.cairn.domain.catalog.published.Blueprint;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What a plan is compared with, asked for at once; the plan is locked already, and so all of it stays as it is. */
record Sources(Assignments assignments, CustomerTasks tasks, Blueprints blueprints) {
    /** The plan's tasks, its product and its entitlement as they are now. */
    record Now(List<CustomerTask> tasks, Blueprint product, Entitlement entitlement) {}

    Uni<Now> of(AdoptionPlan plan) {
        return Uni.combine()
                .all()
                .unis(tasks.whole(plan.id()), blueprints.ofAssigned(plan.product()), assignments.ofLocked(plan))
                .asTuple()
                .map(found -> new Now(
                        found.getItem1(), found.getItem2(), found.getItem3().entitlementTo(found.getItem2())));
    }
}
