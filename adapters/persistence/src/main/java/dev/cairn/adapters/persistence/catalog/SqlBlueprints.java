package dev.cairn.adapters.persistence.catalog;

import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.catalog.published.Blueprints;
import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Two statements in one flight: the product's row is held against changes, then its parts are read. */
@Singleton
class SqlBlueprints implements Blueprints {
    private static final String ROOT = "select " + ProductRow.COLUMNS + " from product r where r.id = $1";

    @Override
    public Uni<Blueprint> get(ProductId product) {
        return load(product, ROOT + " and r.archived_at is null for share");
    }

    @Override
    public Uni<Blueprint> ofAssigned(ProductId product) {
        return load(product, ROOT + " for share");
    }

    private static Uni<Blueprint> load(ProductId product, String sql) {
        var unit = Units.current();
        var root = unit.rows(sql, product.value());
        var parts = ProductParts.read(part -> unit.rows(part, product.value()));
        return root.map(found -> found.stream()
                        .findFirst()
                        .map(ProductRow::read)
                        .orElseThrow(
                                () -> new DomainException(ErrorCode.PRODUCT_NOT_FOUND, "There is no such product.")))
                .chain(row ->
                        parts.map(loaded -> Product.restore(row.with(loaded)).blueprint()));
    }
}
