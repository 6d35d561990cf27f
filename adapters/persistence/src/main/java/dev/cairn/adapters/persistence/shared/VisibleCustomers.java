package dev.cairn.adapters.persistence.shared;

import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Tells an empty list of a customer from a customer that is not there. */
@Singleton
public class VisibleCustomers {
    private final Reads reads;

    VisibleCustomers(Reads reads) {
        this.reads = reads;
    }

    /** Fails with CUSTOMER_NOT_FOUND when the scope does not see the customer. */
    public Uni<Void> require(ReadScope scope, CustomerId customer) {
        return reads.one(scope, "select true from visible_customer c where c.id = $1", Line::flag, customer.value())
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw new DomainException(ErrorCode.CUSTOMER_NOT_FOUND, "There is no such customer.");
                    }
                })
                .replaceWithVoid();
    }
}
