package dev.cairn.bootstrap;

import dev.cairn.application.customer.CreateCustomer;
import dev.cairn.application.customer.CustomersContract;
import dev.cairn.application.customer.port.Customers;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Gate;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.Role;
import dev.cairn.application.shared.UnitOfWork;
import dev.cairn.application.shared.Work;
import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.OrgId;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.function.Supplier;

@QuarkusTest
class SqlCustomersTest extends CustomersContract {
    @Inject
    Customers customers;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Gate gate;

    private final OrgId org = new OrgId(Organisation.fresh().name());
    private final OrgId elsewhere = new OrgId(Organisation.fresh().name());

    @Override
    protected Customers customers() {
        return customers;
    }

    @Override
    protected <T> T inOneUnit(OrgId org, Supplier<Uni<T>> steps) {
        var caller = Caller.of(new Actor(org, "anna"), Role.ADMIN);
        var sight = gate.scope(Permission.CUSTOMER_READ, caller);
        var work = new Work(CreateCustomer.Command.class, caller, Origin.internal("test"), sight);
        try {
            return VertxContextSupport.subscribeAndAwait(() -> unitOfWork.in(work, steps));
        } catch (RuntimeException refusal) {
            throw refusal;
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
    }

    @Override
    protected long storedEvents() {
        try (var database = Database.asSuperuser()) {
            return database.number("select count(*) from outbox where org_id = ?", org.value());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected OrgId org() {
        return org;
    }

    @Override
    protected OrgId elsewhere() {
        return elsewhere;
    }
}
