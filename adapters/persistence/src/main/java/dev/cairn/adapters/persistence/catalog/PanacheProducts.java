package dev.cairn.adapters.persistence.catalog;

import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.catalog.port.Products;
import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.ProductId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@Singleton
class PanacheProducts implements Products, PanacheRepositoryBase<ProductEntity, UUID> {
    private final ProductRows rows;

    PanacheProducts(ProductRows rows) {
        this.rows = rows;
    }

    @Override
    public Uni<Product> get(ProductId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE).chain(found -> {
            if (found == null) {
                throw new DomainException(ErrorCode.PRODUCT_NOT_FOUND, "There is no such product.");
            }
            var unit = Units.current();
            return ProductParts.read(sql -> unit.rows(sql, id.value())).map(parts -> {
                var stored = rows.read(found).with(parts);
                unit.remember(id, stored);
                return Product.restore(stored);
            });
        });
    }

    @Override
    public Uni<Void> add(Product product) {
        var state = product.snapshot();
        var entity = new ProductEntity();
        rows.write(ProductRow.of(state), entity);
        return persist(entity).replaceWithVoid().invoke(() -> {
            PartTables.write(Units.current(), Optional.empty(), state);
            Units.current().tell(product);
        });
    }

    @Override
    public Uni<Void> save(Product product) {
        var state = product.snapshot();
        return findById(state.id().value())
                .invoke(entity -> {
                    var unit = Units.current();
                    rows.write(ProductRow.of(state), entity);
                    PartTables.write(unit, unit.recall(state.id(), Product.Snapshot.class), state);
                    unit.tell(product);
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(Product product) {
        return deleteById(product.id().value())
                .invoke(() -> Units.current().tell(product))
                .replaceWithVoid();
    }
}
