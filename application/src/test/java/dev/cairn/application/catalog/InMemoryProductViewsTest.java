package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ProductViews;
import dev.cairn.application.catalog.view.ProductViewsContract;
import dev.cairn.domain.catalog.Product;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

class InMemoryProductViewsTest extends ProductViewsContract {
    private final InMemoryCatalog catalog = new InMemoryCatalog();

    @Override
    protected ProductViews views() {
        return catalog.views();
    }

    @Override
    protected void store(Product product) {
        catalog.in(product.snapshot().org(), () -> catalog.add(product)).await().indefinitely();
    }

    @Override
    protected <T> T ask(Supplier<Uni<T>> question) {
        return question.get().await().indefinitely();
    }
}
