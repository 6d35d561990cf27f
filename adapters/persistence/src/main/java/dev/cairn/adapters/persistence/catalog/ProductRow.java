package dev.cairn.adapters.persistence.catalog;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.application.catalog.view.ProductSummary;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.catalog.ProductDetails;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.OfferingKind;
import dev.cairn.domain.shared.OrgId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The root of a product or a solution as columns: what the entity and the plain SQL of the reads have in common. */
record ProductRow(
        UUID id,
        String orgId,
        String kind,
        @Nullable String externalId,
        String name,
        String nameKey,
        @Nullable String description,
        long version,
        int taskCount,
        BigDecimal totalWeight,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt) {
    /** The columns in the order of the components, of a table named r. */
    static final String COLUMNS = """
            r.id, r.org_id, r.kind, r.external_id, r.name, r.name_key, r.description, r.version, r.task_count, r.total_weight,
            r.created_at, r.updated_at, r.archived_at""";

    /** Reads the columns of {@link #COLUMNS}. */
    static ProductRow read(Line line) {
        return new ProductRow(
                line.uuid(),
                line.text(),
                line.text(),
                line.maybeText().orElse(null),
                line.text(),
                line.text(),
                line.maybeText().orElse(null),
                line.whole(),
                line.count(),
                line.decimal(),
                line.instant(),
                line.instant(),
                line.maybeInstant().orElse(null));
    }

    /** A product's state as columns of its root. */
    static ProductRow of(Offering.Snapshot state) {
        var view = new ProductView(state);
        var details = state.details();
        return new ProductRow(
                state.id().value(),
                state.org().value(),
                state.id().kind().name(),
                details.externalId().orElse(null),
                details.name(),
                details.folded().value(),
                details.description().orElse(null),
                state.version(),
                view.taskCount(),
                view.totalWeight(),
                state.createdAt(),
                state.updatedAt(),
                state.archivedAt().orElse(null));
    }

    /** The columns and the parts that belong to them as a product's state. */
    Offering.Snapshot with(ProductParts parts) {
        return new Offering.Snapshot(
                new OrgId(orgId),
                offering(),
                details(),
                parts.outcomes(),
                parts.releases(),
                parts.tags(),
                parts.tasks(),
                parts.products(),
                version,
                createdAt,
                updatedAt,
                Optional.ofNullable(archivedAt));
    }

    /** The columns as a line of a list. */
    ProductSummary summary() {
        return new ProductSummary(
                offering(),
                details(),
                version,
                taskCount,
                totalWeight,
                createdAt,
                updatedAt,
                Optional.ofNullable(archivedAt));
    }

    private OfferingId offering() {
        return OfferingKind.valueOf(kind).id(id);
    }

    private ProductDetails details() {
        return new ProductDetails(name, Optional.ofNullable(description), Optional.ofNullable(externalId));
    }
}
