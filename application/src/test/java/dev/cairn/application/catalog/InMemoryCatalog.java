package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.OfferingUse;
import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.catalog.view.ProductViews;
import dev.cairn.application.shared.UnitOfWork;
import dev.cairn.application.shared.Work;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.catalog.ProductDetails;
import dev.cairn.domain.catalog.Solution;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.OfferingKind;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.SolutionId;
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
public final class InMemoryCatalog implements UnitOfWork, Offerings, OfferingUse {
    /** What was told, in order. */
    public final List<DomainEvent> told = new ArrayList<>();

    private final Map<OfferingId, Offering.Snapshot> stored = new LinkedHashMap<>();
    private final Set<OfferingId> assigned = new HashSet<>();
    private Optional<OrgId> org = Optional.empty();

    /** Pretends that a customer is assigned to the product. */
    public void assign(OfferingId product) {
        assigned.add(product);
    }

    /** Everything that is stored, of all organisations. */
    public List<Offering.Snapshot> all() {
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
    public Uni<Offering> get(OfferingId id) {
        return Uni.createFrom().item(() -> restore(stored(id)));
    }

    @Override
    public Uni<Solution> get(SolutionId id) {
        return Uni.createFrom().item(() -> Solution.restore(stored(id)));
    }

    @Override
    public Uni<List<Solution>> holding(ProductId product) {
        return Uni.createFrom()
                .item(() -> stored.values().stream()
                        .filter(this::isOurs)
                        .filter(state -> state.products().contains(product))
                        .map(Solution::restore)
                        .toList());
    }

    private Offering.Snapshot stored(OfferingId id) {
        return Optional.ofNullable(stored.get(id)).filter(this::isOurs).orElseThrow(() -> missing(id));
    }

    static Offering restore(Offering.Snapshot state) {
        return state.id() instanceof SolutionId ? Solution.restore(state) : Product.restore(state);
    }

    @Override
    public Uni<Void> add(Offering product) {
        return store(product);
    }

    @Override
    public Uni<Void> save(Offering product) {
        return store(product);
    }

    @Override
    public Uni<Void> remove(Offering product) {
        return Uni.createFrom().voidItem().invoke(() -> {
            stored.remove(product.id());
            told.addAll(product.takeEvents());
        });
    }

    @Override
    public Uni<Boolean> isAssigned(OfferingId product) {
        return Uni.createFrom().item(() -> assigned.contains(product));
    }

    private Uni<Void> store(Offering product) {
        return Uni.createFrom().voidItem().invoke(() -> {
            var state = product.snapshot();
            var had = Optional.ofNullable(stored.get(state.id()))
                    .map(Offering.Snapshot::products)
                    .orElse(List.of());
            state.products().stream().filter(held -> !had.contains(held)).forEach(held -> {
                if (stored(held).archivedAt().isPresent()) {
                    throw missing(held);
                }
            });
            var others = stored.values().stream()
                    .filter(this::isOurs)
                    .filter(other -> other.id().kind() == state.id().kind())
                    .filter(other -> !other.id().equals(state.id()))
                    .map(Offering.Snapshot::details)
                    .toList();
            refuseWhenTaken(state.id().kind(), others, state.details());
            stored.put(state.id(), state);
            told.addAll(product.takeEvents());
        });
    }

    private static void refuseWhenTaken(OfferingKind kind, List<ProductDetails> others, ProductDetails wanted) {
        if (others.stream().anyMatch(other -> other.folded().equals(wanted.folded()))) {
            throw new DomainException(kind.nameTaken(), "There is another product of this name.");
        }
        if (wanted.externalId().isPresent()
                && others.stream().anyMatch(other -> other.externalId().equals(wanted.externalId()))) {
            throw new DomainException(ErrorCode.EXTERNAL_ID_EXISTS, "There is another product with this key.");
        }
    }

    private boolean isOurs(Offering.Snapshot product) {
        return org.isPresent() && product.org().equals(org.get());
    }

    static DomainException missing(OfferingId id) {
        return new DomainException(id.kind().missing(), "There is none.");
    }
}
