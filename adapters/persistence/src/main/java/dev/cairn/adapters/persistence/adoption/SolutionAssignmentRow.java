package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Json;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.domain.adoption.AssignmentName;
import dev.cairn.domain.adoption.EntitlementChange;
import dev.cairn.domain.adoption.ProductOverride;
import dev.cairn.domain.adoption.SolutionAssignment;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ReleaseId;
import dev.cairn.domain.shared.SolutionId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The assignment of a solution as columns of {@code solution_assignment}. */
final class SolutionAssignmentRow {
    /** The columns of an assignment, of a table named s, in the order they are read. */
    static final String COLUMNS = """
            s.org_id, s.id, s.customer_id, s.solution_id, s.name, s.license_level, s.selected_outcome_ids,
            s.selected_release_ids, s.overrides, s.purchased_at, s.version, s.removed_at""";

    private static final String PRODUCT = "product";
    private static final String LEVEL = "level";
    private static final String OUTCOMES = "outcomes";
    private static final String RELEASES = "releases";

    private SolutionAssignmentRow() {}

    static SolutionAssignment.Snapshot read(Line line) {
        return new SolutionAssignment.Snapshot(
                new OrgId(line.text()),
                new AssignmentId(line.uuid()),
                new CustomerId(line.uuid()),
                new SolutionId(line.uuid()),
                new AssignmentName(line.text()),
                PlanRow.entitlement(line),
                overrides(line.jsonArray()),
                line.instant(),
                line.whole(),
                line.maybeInstant());
    }

    private static List<ProductOverride> overrides(JsonArray stored) {
        return stored.stream()
                .map(JsonObject.class::cast)
                .map(SolutionAssignmentRow::override)
                .toList();
    }

    private static ProductOverride override(JsonObject stored) {
        return new ProductOverride(
                new ProductId(UUID.fromString(stored.getString(PRODUCT))),
                new EntitlementChange(
                        Optional.ofNullable(stored.getString(LEVEL)).map(LicenseLevel::valueOf),
                        ids(stored, OUTCOMES, OutcomeId::new),
                        ids(stored, RELEASES, ReleaseId::new)));
    }

    private static <I> Optional<Set<I>> ids(JsonObject stored, String name, Function<UUID, I> id) {
        return Optional.ofNullable(stored.getJsonArray(name))
                .map(ids -> ids.stream()
                        .map(text -> id.apply(UUID.fromString(String.valueOf(text))))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    static String write(List<ProductOverride> overrides) {
        return Json.write(overrides.stream().map(SolutionAssignmentRow::members).toList());
    }

    private static Map<String, Object> members(ProductOverride override) {
        var members = new LinkedHashMap<String, Object>();
        members.put(PRODUCT, override.product().value().toString());
        override.instead().licenseLevel().ifPresent(level -> members.put(LEVEL, level.name()));
        override.instead()
                .selectedOutcomes()
                .ifPresent(ids -> members.put(
                        OUTCOMES, ids.stream().map(id -> id.value().toString()).toList()));
        override.instead()
                .selectedReleases()
                .ifPresent(ids -> members.put(
                        RELEASES, ids.stream().map(id -> id.value().toString()).toList()));
        return members;
    }
}
