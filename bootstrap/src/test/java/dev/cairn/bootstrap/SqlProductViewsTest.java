package dev.cairn.bootstrap;

import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.catalog.view.ProductViews;
import dev.cairn.application.catalog.view.ProductViewsContract;
import dev.cairn.application.shared.Gate;
import dev.cairn.application.shared.UnitOfWork;
import dev.cairn.domain.catalog.Product;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.function.Supplier;

@QuarkusTest
class SqlProductViewsTest extends ProductViewsContract {
    @Inject
    ProductViews views;

    @Inject
    Offerings products;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Gate gate;

    @Override
    protected ProductViews views() {
        return views;
    }

    @Override
    protected void store(Product product) {
        PanacheProductsTest.inOneUnit(unitOfWork, gate, product.snapshot().org(), () -> products.add(product));
    }

    @Override
    protected <T> T ask(Supplier<Uni<T>> question) {
        return PanacheProductsTest.await(question);
    }
}
