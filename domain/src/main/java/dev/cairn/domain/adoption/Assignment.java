package dev.cairn.domain.adoption;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.OrgId;

/** What a plan is born with and belongs to: that of a product, or that of a solution, whose own tasks the plan then holds. */
public sealed interface Assignment permits ProductAssignment, SolutionAssignment {
    /** The organisation it is in. */
    OrgId org();

    /** Which one it is. */
    AssignmentId id();

    /** Whose it is. */
    CustomerId customer();

    /** By what the plan's tasks are chosen from their source. */
    Entitlement entitlementTo(Blueprint source);
}
