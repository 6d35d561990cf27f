package dev.cairn.bootstrap;

import dev.cairn.application.catalog.CreateProduct;
import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.catalog.port.ProductsContract;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Gate;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.Role;
import dev.cairn.application.shared.UnitOfWork;
import dev.cairn.application.shared.Work;
import dev.cairn.bootstrap.support.Database;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.OrgId;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.function.Supplier;

@QuarkusTest
class PanacheProductsTest extends ProductsContract {
    @Inject
    Offerings products;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Gate gate;

    @Override
    protected Offerings products() {
        return products;
    }

    @Override
    protected <T> T inOneUnit(OrgId org, Supplier<Uni<T>> work) {
        return inOneUnit(unitOfWork, gate, org, work);
    }

    static <T> T inOneUnit(UnitOfWork unitOfWork, Gate gate, OrgId org, Supplier<Uni<T>> steps) {
        var caller = Caller.of(new Actor(org, "anna"), Role.ADMIN);
        var sight = gate.scope(Permission.CATALOG_READ, caller);
        var work = new Work(CreateProduct.Command.class, caller, Origin.internal("test"), sight);
        return await(() -> unitOfWork.in(work, steps));
    }

    static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error refusal) {
            throw refusal;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }

    @Override
    protected long storedEvents(OfferingId product) {
        try (var database = Database.asSuperuser()) {
            return database.number("select count(*) from audit_entry where entity_id = ?", product.value());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
