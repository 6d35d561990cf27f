package dev.cairn.adapters.persistence.customer;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.application.shared.Standing;
import dev.cairn.application.shared.Standings;
import dev.cairn.application.shared.Target;
import dev.cairn.domain.customer.AccountStatus;
import dev.cairn.domain.customer.LifecycleStage;
import dev.cairn.domain.shared.CustomerId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The customer behind a target, in one statement and without a lock. */
@Singleton
class SqlStandings implements Standings {
    private static final String OF_CUSTOMER =
            "select c.id, c.assigned_to, c.account_status, c.lifecycle_stage, false from visible_customer c where c.id = $1";

    @Override
    public Uni<Optional<Standing>> find(ReadScope scope, Target target) {
        if (target instanceof Target.OfCustomer customer) {
            return find(OF_CUSTOMER, customer.id().value());
        }
        throw new IllegalStateException("no standing for " + target);
    }

    private static Uni<Optional<Standing>> find(String sql, UUID id) {
        return Units.current()
                .rows(sql, id)
                .map(rows -> rows.stream().findFirst().map(SqlStandings::standing));
    }

    private static Standing standing(Line line) {
        return new Standing(
                new CustomerId(line.uuid()),
                line.maybeText(),
                line.constant(AccountStatus.class),
                line.constant(LifecycleStage.class),
                line.flag());
    }
}
