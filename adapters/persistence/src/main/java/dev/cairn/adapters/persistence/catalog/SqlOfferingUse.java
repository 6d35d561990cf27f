package dev.cairn.adapters.persistence.catalog;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.catalog.port.OfferingUse;
import dev.cairn.domain.shared.OfferingId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class SqlOfferingUse implements OfferingUse {
    /** A deleted customer is kept for a while, but it is no customer any more. */
    private static final String ASSIGNED = """
            select exists (
              select 1 from (
                select s.org_id, s.customer_id from product_assignment s where s.product_id = $1 and s.removed_at is null
                union all
                select s.org_id, s.customer_id from solution_assignment s where s.solution_id = $1 and s.removed_at is null) s
                join customer c on c.org_id = s.org_id and c.id = s.customer_id
               where c.deleted_at is null)""";

    @Override
    public Uni<Boolean> isAssigned(OfferingId offering) {
        return Units.current()
                .rows(ASSIGNED, offering.value())
                .map(rows -> rows.get(0))
                .map(Line::flag);
    }
}
