package dev.cairn.application.customer;

import dev.cairn.application.customer.port.Customers;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

class InMemoryCustomersTest extends CustomersContract {
    private final InMemoryCustomers world = new InMemoryCustomers();

    @Override
    protected Customers customers() {
        return world.customers();
    }

    @Override
    protected <T> T inOneUnit(OrgId org, Supplier<Uni<T>> steps) {
        return world.inOneUnit(org, steps).await().indefinitely();
    }

    @Override
    protected long storedEvents() {
        return world.outbox.size();
    }

    @Override
    protected OrgId org() {
        return new OrgId("northwind");
    }

    @Override
    protected OrgId elsewhere() {
        return new OrgId("southwind");
    }
}
