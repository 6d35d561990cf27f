package dev.cairn.adapters.persistence.catalog;

import dev.cairn.adapters.persistence.shared.Conditions;
import dev.cairn.adapters.persistence.shared.Keyset;
import dev.cairn.adapters.persistence.shared.Keyset.Column;
import dev.cairn.adapters.persistence.shared.Reads;
import dev.cairn.application.catalog.view.ProductExport;
import dev.cairn.application.catalog.view.ProductFilter;
import dev.cairn.application.catalog.view.ProductSort;
import dev.cairn.application.catalog.view.ProductSummary;
import dev.cairn.application.catalog.view.ProductTaskSort;
import dev.cairn.application.catalog.view.ProductTaskView;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.catalog.view.ProductViews;
import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.catalog.ProductTask;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.FoldedText;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.ProductTaskId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

@Singleton
class SqlProductViews implements ProductViews {
    private static final String SELECT = "select " + ProductRow.COLUMNS + " from product r";

    private static final Keyset<ProductSort, ProductSummary> WALK = new Keyset<>(
            key -> switch (key) {
                case NAME ->
                    Column.text(
                            "r.name_key", product -> product.details().folded().value());
                case CREATED_AT -> Column.instant("r.created_at", ProductSummary::createdAt);
                case UPDATED_AT -> Column.instant("r.updated_at", ProductSummary::updatedAt);
            },
            Column.uuid("r.id", product -> product.id().value()));

    private static final Keyset<ProductTaskSort, ProductTask> TASK_WALK = new Keyset<>(
            key -> switch (key) {
                case SEQUENCE_NUMBER -> Column.whole("t.position", ProductTask::sequenceNumber);
                case NAME ->
                    Column.text("t.name_key", task -> FoldedText.of(task.name()).value());
                case WEIGHT -> Column.decimal("t.weight", task -> task.weight().value());
            },
            Column.whole("t.position", ProductTask::sequenceNumber));

    private final Reads reads;

    SqlProductViews(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Uni<ProductView> get(ReadScope scope, OfferingId id) {
        return reads.together(scope, snapshot -> {
            var root = snapshot.one(
                    SELECT + " where r.id = $1 and r.kind = $2",
                    ProductRow::read,
                    id.value(),
                    id.kind().name());
            var parts = ProductParts.read(sql -> snapshot.list(sql, Function.identity(), id.value()));
            return root.map(found -> found.orElseThrow(() -> PanacheOfferings.missing(id)))
                    .chain(row -> parts.map(row::with))
                    .map(ProductView::new);
        });
    }

    @Override
    public Uni<Page<ProductSummary>> list(ReadScope scope, ProductFilter filter, PageRequest<ProductSort> page) {
        return Uni.createFrom().deferred(() -> {
            var where = new Conditions()
                    .add("r.kind = ?", filter.kind().name())
                    .add(filter.archived() ? "r.archived_at is not null" : "r.archived_at is null");
            filter.externalId().ifPresent(key -> where.add("r.external_id = ?", key));
            filter.text().map(FoldedText::value).ifPresent(text -> where.addSearch(text, "r.name_key"));
            return where.page(
                    reads,
                    scope,
                    SELECT,
                    "product r",
                    WALK,
                    page,
                    line -> ProductRow.read(line).summary());
        });
    }

    /** The order comes from the database; what the tasks refer to from the product, which is read whole. */
    @Override
    public Uni<Page<ProductTaskView>> tasks(ReadScope scope, OfferingId id, PageRequest<ProductTaskSort> page) {
        return get(scope, id).chain(product -> {
            Map<ProductTaskId, ProductTask> byId =
                    product.product().tasks().stream().collect(Collectors.toMap(ProductTask::id, task -> task));
            return new Conditions()
                    .add("t.product_id = ?", id.value())
                    .page(
                            reads,
                            scope,
                            "select " + ProductParts.TASK_COLUMNS + " from product_task t",
                            "product_task t",
                            TASK_WALK,
                            page,
                            line -> ProductParts.task(line, Map.of()))
                    .map(found -> found.map(task -> product.show(byId.getOrDefault(task.id(), task))));
        });
    }

    @Override
    public Uni<ProductTaskView> task(ReadScope scope, OfferingId id, ProductTaskId task) {
        return get(scope, id)
                .map(product -> product.product().tasks().stream()
                        .filter(candidate -> candidate.id().equals(task))
                        .findFirst()
                        .map(product::show)
                        .orElseThrow(() -> new DomainException(ErrorCode.TASK_NOT_FOUND, "There is no such task.")));
    }

    @Override
    public Uni<ProductExport> export(ReadScope scope, OfferingId id) {
        return get(scope, id)
                .map(product -> new ProductExport(
                        PanacheOfferings.restore(product.product()).export(),
                        product.product().version()));
    }
}
