package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.catalog.port.ProductsContract;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

class InMemoryProductsTest extends ProductsContract {
    private final InMemoryCatalog catalog = new InMemoryCatalog();

    @Override
    protected Offerings products() {
        return catalog;
    }

    @Override
    protected <T> T inOneUnit(OrgId org, Supplier<Uni<T>> work) {
        return catalog.in(org, work).await().indefinitely();
    }

    @Override
    protected long storedEvents(OfferingId product) {
        return catalog.told.stream()
                .filter(event -> event.occurrence().subject().id().equals(product.value()))
                .count();
    }
}
