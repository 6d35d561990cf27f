package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Reads;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Tells an empty list of a customer from a customer that is not there. */
@Singleton
class VisibleCustomers {
    private final Reads reads;

    VisibleCustomers(Reads reads) {
        this.reads = reads;
    }

    /** Fails with CUSTOMER_NOT_FOUND when the scope does not see the customer. */
    Uni<Void> require(ReadScope scope, CustomerId customer) {
        return reads.list(scope, "select true from visible_customer c where c.id = $1", Line::flag, customer.value())
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw new DomainException(ErrorCode.CUSTOMER_NOT_FOUND, "There is no such customer.");
                    }
                })
                .replaceWithVoid();
    }
}
