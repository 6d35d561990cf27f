package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.Entitlement;
import dev.cairn.domain.adoption.Milestones;
import dev.cairn.domain.adoption.published.Milestone;
import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.OfferingKind;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ReleaseId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A plan as columns of {@code adoption_plan}. */
final class PlanRow {
    /** The columns of a plan, of a table named p, in the order they are read. */
    static final String COLUMNS = """
            p.org_id, p.id, coalesce(p.assignment_id, p.solution_assignment_id) as assignment_id,
            p.solution_assignment_id is not null as of_solution, p.customer_id, p.product_id, p.product_name, p.license_level,
            p.selected_outcome_ids, p.selected_release_ids, p.not_started, p.in_progress, p.done, p.completed,
            p.not_applicable, p.no_longer_using, p.total_weight, p.completed_weight, p.last_synced_at,
            p.synced_product_version, p.entitlements_changed, p.version, p.archived_at,
            p.full_files, p.values_since_sync, p.started_at, p.reached_25_at, p.reached_50_at, p.reached_75_at,
            p.reached_100_at, p.live_at""";

    /** The version that the plan's product has now; of a product that is gone, the one the plan knows. */
    static final String PRODUCT_VERSION =
            "coalesce((select v.version from product v where v.id = p.product_id), p.synced_product_version)";

    private PlanRow() {}

    static AdoptionPlan.Snapshot read(Line line) {
        var org = new OrgId(line.text());
        var id = new PlanId(line.uuid());
        var assignment = new AssignmentId(line.uuid());
        var kind = line.flag() ? OfferingKind.SOLUTION : OfferingKind.PRODUCT;
        return new AdoptionPlan.Snapshot(
                org,
                id,
                assignment,
                new CustomerId(line.uuid()),
                kind.id(line.uuid()),
                line.text(),
                entitlement(line),
                progress(line),
                line.instant(),
                line.whole(),
                line.flag(),
                line.whole(),
                line.maybeInstant(),
                line.instants(),
                line.flag(),
                line.instant(),
                milestones(line));
    }

    /** A column for each, in their order. */
    private static Milestones milestones(Line line) {
        var reached = new EnumMap<Milestone, Instant>(Milestone.class);
        for (var milestone : Milestone.values()) {
            line.maybeInstant().ifPresent(at -> reached.put(milestone, at));
        }
        return new Milestones(reached);
    }

    /** License level, outcomes and releases, in this order. */
    static Entitlement entitlement(Line line) {
        return new Entitlement(
                line.constant(LicenseLevel.class),
                line.uuids().stream().map(OutcomeId::new).collect(Collectors.toCollection(LinkedHashSet::new)),
                line.uuids().stream().map(ReleaseId::new).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The six counts and the two weights, in this order. */
    private static Progress progress(Line line) {
        return new Progress(
                Map.of(
                        TaskStatus.NOT_STARTED, line.count(),
                        TaskStatus.IN_PROGRESS, line.count(),
                        TaskStatus.DONE, line.count(),
                        TaskStatus.COMPLETED, line.count(),
                        TaskStatus.NOT_APPLICABLE, line.count(),
                        TaskStatus.NO_LONGER_USING, line.count()),
                line.decimal(),
                line.decimal());
    }

    static UUID[] outcomes(Entitlement entitlement) {
        return entitlement.selectedOutcomes().stream().map(OutcomeId::value).toArray(UUID[]::new);
    }

    static UUID[] releases(Entitlement entitlement) {
        return entitlement.selectedReleases().stream().map(ReleaseId::value).toArray(UUID[]::new);
    }
}
