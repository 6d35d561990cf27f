package dev.cairn.adapters.persistence.catalog;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.catalog.port.ProductUse;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class SqlProductUse implements ProductUse {
    /** A deleted customer is kept for a while, but it is no customer any more. */
    private static final String ASSIGNED = """
            select exists (
              select 1 from product_assignment s join customer c on c.org_id = s.org_id and c.id = s.customer_id
               where s.product_id = $1 and s.removed_at is null and c.deleted_at is null)""";

    @Override
    public Uni<Boolean> isAssigned(ProductId product) {
        return Units.current()
                .rows(ASSIGNED, product.value())
                .map(rows -> rows.get(0))
                .map(Line::flag);
    }
}
