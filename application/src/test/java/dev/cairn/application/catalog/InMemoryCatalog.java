package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.ProductUse;
import dev.cairn.application.catalog.port.Products;
import dev.cairn.application.catalog.view.ProductViews;
import dev.cairn.application.shared.UnitOfWork;
import dev.cairn.application.shared.Work;
import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.catalog.ProductDetails;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The catalogue's ports and a unit of work over one map: all or nothing, and one organisation at a time. */
public final class InMemoryCatalog implements UnitOfWork, Products, ProductUse {
    /** What was told, in order. */
    public final List<DomainEvent> told = new ArrayList<>();

    private final Map<ProductId, Product.Snapshot> stored = new LinkedHashMap<>();
    private final Set<ProductId> assigned = new HashSet<>();
    private Optional<OrgId> org = Optional.empty();

    /** Pretends that a customer is assigned to the product. */
    public void assign(ProductId product) {
        assigned.add(product);
    }

    /** Everything that is stored, of all organisations. */
    public List<Product.Snapshot> all() {
        return List.copyOf(stored.values());
    }

    /** The same products, read without a unit of work. */
    public ProductViews views() {
        return new InMemoryProductViews(stored.values());
    }

    @Override
    public <T> Uni<T> in(Work work, Supplier<Uni<T>> steps) {
        return in(work.caller().actor().org(), steps);
    }

    /** A unit of work of an organisation, whoever asks. */
    public <T> Uni<T> in(OrgId whose, Supplier<Uni<T>> steps) {
        return Uni.createFrom().deferred(() -> {
            var before = new LinkedHashMap<>(stored);
            var toldBefore = told.size();
            org = Optional.of(whose);
            return steps.get()
                    .onFailure()
                    .invoke(() -> {
                        stored.clear();
                        stored.putAll(before);
                        told.subList(toldBefore, told.size()).clear();
                    })
                    .eventually(() -> org = Optional.empty());
        });
    }

    @Override
    public Uni<Product> get(ProductId id) {
        return Uni.createFrom()
                .item(() -> Optional.ofNullable(stored.get(id))
                        .filter(this::isOurs)
                        .map(Product::restore)
                        .orElseThrow(InMemoryCatalog::missing));
    }

    @Override
    public Uni<Void> add(Product product) {
        return store(product);
    }

    @Override
    public Uni<Void> save(Product product) {
        return store(product);
    }

    @Override
    public Uni<Void> remove(Product product) {
        return Uni.createFrom().voidItem().invoke(() -> {
            stored.remove(product.id());
            told.addAll(product.takeEvents());
        });
    }

    @Override
    public Uni<Boolean> isAssigned(ProductId product) {
        return Uni.createFrom().item(() -> assigned.contains(product));
    }

    private Uni<Void> store(Product product) {
        return Uni.createFrom().voidItem().invoke(() -> {
            var state = product.snapshot();
            var others = stored.values().stream()
                    .filter(this::isOurs)
                    .filter(other -> !other.id().equals(state.id()))
                    .map(Product.Snapshot::details)
                    .toList();
            refuseWhenTaken(others, state.details());
            stored.put(state.id(), state);
            told.addAll(product.takeEvents());
        });
    }

    private static void refuseWhenTaken(List<ProductDetails> others, ProductDetails wanted) {
        if (others.stream().anyMatch(other -> other.folded().equals(wanted.folded()))) {
            throw new DomainException(ErrorCode.PRODUCT_NAME_EXISTS, "There is another product of this name.");
        }
        if (wanted.externalId().isPresent()
                && others.stream().anyMatch(other -> other.externalId().equals(wanted.externalId()))) {
            throw new DomainException(ErrorCode.EXTERNAL_ID_EXISTS, "There is another product with this key.");
        }
    }

    private boolean isOurs(Product.Snapshot product) {
        return org.isPresent() && product.org().equals(org.get());
    }

    private static DomainException missing() {
        return new DomainException(ErrorCode.PRODUCT_NOT_FOUND, "There is no such product.");
    }
}
