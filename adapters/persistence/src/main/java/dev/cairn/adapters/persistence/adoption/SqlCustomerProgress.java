package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.adoption.published.CustomerProgress;
import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.shared.CustomerId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;

@Singleton
class SqlCustomerProgress implements CustomerProgress {
    private static final String SUM = """
            select coalesce(sum(p.total_weight), 0), coalesce(sum(p.completed_weight), 0)
              from adoption_plan p where p.customer_id = $1 and p.archived_at is null""";

    @Override
    public Uni<BigDecimal> percentageOf(CustomerId customer) {
        return Units.current()
                .rows(SUM, customer.value())
                .map(rows -> rows.get(0))
                .map(line -> Progress.percentage(line.decimal(), line.decimal()));
    }
}
