package dev.cairn.adapters.persistence.catalog;

import dev.cairn.adapters.persistence.shared.Columns;
import dev.cairn.adapters.persistence.shared.Unit;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.catalog.Solution;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.SolutionId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
class PanacheOfferings implements Offerings, PanacheRepositoryBase<ProductEntity, UUID> {
    private static final String HOLDING =
            "select m.solution_id from solution_product m where m.product_id = $1 order by m.solution_id";

    /** Held against being archived or deleted until the solution holds them. */
    private static final String LIVE =
            "select p.id from product p where p.id = any ($1) and p.kind = 'PRODUCT' and p.archived_at is null"
                    + " order by p.id for share";

    private final ProductRows rows;

    PanacheOfferings(ProductRows rows) {
        this.rows = rows;
    }

    @Override
    public Uni<Offering> get(OfferingId id) {
        return load(id).map(PanacheOfferings::restore);
    }

    @Override
    public Uni<Solution> get(SolutionId id) {
        return load(id).map(Solution::restore);
    }

    private Uni<Offering.Snapshot> load(OfferingId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE).chain(found -> {
            if (found == null || !found.kind.equals(id.kind().name())) {
                throw missing(id);
            }
            var unit = Units.current();
            return ProductParts.read(sql -> unit.rows(sql, id.value())).map(parts -> {
                var stored = rows.read(found).with(parts);
                unit.remember(id, stored);
                return stored;
            });
        });
    }

    @Override
    public Uni<List<Solution>> holding(ProductId product) {
        return Units.current()
                .rows(HOLDING, product.value())
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(line -> get(new SolutionId(line.uuid())))
                        .collect()
                        .asList());
    }

    @Override
    public Uni<Void> add(Offering offering) {
        var state = offering.snapshot();
        var unit = Units.current();
        return requireLive(unit, state.products()).chain(() -> {
            var entity = new ProductEntity();
            rows.write(ProductRow.of(state), entity);
            return persist(entity).replaceWithVoid().invoke(() -> {
                PartTables.write(unit, Optional.empty(), state);
                unit.tell(offering);
            });
        });
    }

    @Override
    public Uni<Void> save(Offering offering) {
        var state = offering.snapshot();
        var unit = Units.current();
        var loaded = unit.recall(state.id(), Offering.Snapshot.class);
        var taken = new ArrayList<>(state.products());
        loaded.ifPresent(before -> taken.removeAll(before.products()));
        return requireLive(unit, taken)
                .chain(() -> findById(state.id().value()))
                .invoke(entity -> {
                    rows.write(ProductRow.of(state), entity);
                    PartTables.write(unit, loaded, state);
                    unit.tell(offering);
                })
                .replaceWithVoid();
    }

    private static Uni<Void> requireLive(Unit unit, List<ProductId> products) {
        if (products.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = Columns.ids(products, ProductId::value);
        return unit.rows(LIVE, (Object) ids)
                .invoke(found -> {
                    if (found.size() < ids.length) {
                        throw new DomainException(ErrorCode.PRODUCT_NOT_FOUND, "There is no such product.");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(Offering offering) {
        return deleteById(offering.id().value())
                .invoke(() -> Units.current().tell(offering))
                .replaceWithVoid();
    }

    /** As it is stored, as what it is. */
    static Offering restore(Offering.Snapshot stored) {
        return stored.id() instanceof SolutionId ? Solution.restore(stored) : Product.restore(stored);
    }

    static DomainException missing(OfferingId id) {
        return new DomainException(
                id.kind().missing(), "There is no such " + id.kind().noun() + ".");
    }
}
