package dev.cairn.adapters.persistence.catalog;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.catalog.port.ProductUse;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class SqlProductUse implements ProductUse {
    private static final String ASSIGNED =
            "select exists (select 1 from product_assignment s where s.product_id = $1 and s.removed_at is null)";

    @Override
    public Uni<Boolean> isAssigned(ProductId product) {
        return Units.current()
                .rows(ASSIGNED, product.value())
                .map(rows -> rows.get(0))
                .map(Line::flag);
    }
}
