package dev.cairn.application.catalog;

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
import dev.cairn.application.shared.Sort;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.FoldedText;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.ProductTaskId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads products where {@link InMemoryCatalog} keeps them. Its cursors are offsets. */
final class InMemoryProductViews implements ProductViews {
    private final Collection<Offering.Snapshot> stored;

    InMemoryProductViews(Collection<Offering.Snapshot> stored) {
        this.stored = stored;
    }

    @Override
    public Uni<ProductView> get(ReadScope scope, OfferingId id) {
        return Uni.createFrom()
                .item(() -> ours(scope)
                        .filter(product -> product.id().equals(id))
                        .findFirst()
                        .map(ProductView::new)
                        .orElseThrow(() -> InMemoryCatalog.missing(id)));
    }

    @Override
    public Uni<Page<ProductSummary>> list(ReadScope scope, ProductFilter filter, PageRequest<ProductSort> page) {
        return Uni.createFrom().item(() -> {
            var found = ours(scope)
                    .filter(product -> product.id().kind() == filter.kind())
                    .filter(product -> product.archivedAt().isPresent() == filter.archived())
                    .filter(product -> filter.externalId().isEmpty()
                            || product.details().externalId().equals(filter.externalId()))
                    .filter(product -> filter.text().isEmpty()
                            || product.details()
                                    .folded()
                                    .value()
                                    .contains(filter.text().get().value()))
                    .map(InMemoryProductViews::summary)
                    .toList();
            return page(
                    found,
                    page,
                    InMemoryProductViews::order,
                    Comparator.comparing(summary -> summary.id().value()));
        });
    }

    @Override
    public Uni<Page<ProductTaskView>> tasks(ReadScope scope, OfferingId id, PageRequest<ProductTaskSort> page) {
        return get(scope, id)
                .map(product -> page(
                        product.tasks(),
                        page,
                        InMemoryProductViews::order,
                        Comparator.comparing(view -> view.task().sequenceNumber())));
    }

    @Override
    public Uni<ProductTaskView> task(ReadScope scope, OfferingId id, ProductTaskId task) {
        return get(scope, id)
                .map(product -> product.tasks().stream()
                        .filter(view -> view.task().id().equals(task))
                        .findFirst()
                        .orElseThrow(() -> new DomainException(ErrorCode.TASK_NOT_FOUND, "There is no such task.")));
    }

    @Override
    public Uni<ProductExport> export(ReadScope scope, OfferingId id) {
        return get(scope, id)
                .map(view -> new ProductExport(
                        InMemoryCatalog.restore(view.product()).export(),
                        view.product().version()));
    }

    private Stream<Offering.Snapshot> ours(ReadScope scope) {
        return stored.stream().filter(product -> product.org().equals(scope.org()));
    }

    private static ProductSummary summary(Offering.Snapshot product) {
        var view = new ProductView(product);
        return new ProductSummary(
                product.id(),
                product.details(),
                product.version(),
                view.taskCount(),
                view.totalWeight(),
                product.createdAt(),
                product.updatedAt(),
                product.archivedAt());
    }

    private static Comparator<ProductSummary> order(ProductSort key) {
        return switch (key) {
            case NAME ->
                Comparator.comparing(summary -> summary.details().folded().value());
            case CREATED_AT -> Comparator.comparing(ProductSummary::createdAt);
            case UPDATED_AT -> Comparator.comparing(ProductSummary::updatedAt);
        };
    }

    private static Comparator<ProductTaskView> order(ProductTaskSort key) {
        return switch (key) {
            case SEQUENCE_NUMBER -> Comparator.comparing(view -> view.task().sequenceNumber());
            case NAME ->
                Comparator.comparing(view -> FoldedText.of(view.task().name()).value());
            case WEIGHT -> Comparator.comparing(view -> view.task().weight());
        };
    }

    private static <K extends Enum<K>, T> Page<T> page(
            List<T> found, PageRequest<K> page, Function<K, Comparator<T>> order, Comparator<T> last) {
        var backwards = !page.sort().isEmpty() && page.sort().stream().allMatch(Sort::descending);
        var sorting = backwards ? last.reversed() : last;
        for (int i = page.sort().size() - 1; i >= 0; i--) {
            var key = page.sort().get(i);
            var by = order.apply(key.key());
            sorting = (key.descending() ? by.reversed() : by).thenComparing(sorting);
        }
        int start = page.cursor().map(InMemoryProductViews::offset).orElse(page.offset());
        int end = Math.min(found.size(), start + page.limit());
        return new Page<>(
                found.stream().sorted(sorting).skip(start).limit(page.limit()).toList(),
                page.cursor().isPresent() ? Optional.empty() : Optional.of((long) found.size()),
                end < found.size() ? Optional.of(String.valueOf(end)) : Optional.empty());
    }

    private static int offset(String cursor) {
        try {
            return Integer.parseInt(cursor);
        } catch (NumberFormatException other) {
            throw new DomainException(
                    ErrorCode.VALIDATION_ERROR,
                    "The request has a fault.",
                    new Fault("/cursor", Fault.Code.FORMAT, "not a cursor of this list"));
        }
    }
}
