package dev.cairn.domain.catalog;

import dev.cairn.domain.catalog.CatalogChange.What;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.SolutionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Products that are sold and adopted together, in an order, with tasks of the solution's own beside them. */
public final class Solution extends Offering {
    private Solution(Snapshot stored) {
        super(stored);
    }

    private Solution(SolutionId id, Brought brought, Actor by, Instant now) {
        super(id, brought, by, now);
    }

    /**
     * First door: a solution enters the organisation of the actor, whole.
     *
     * @param normalize whether the weights of its own tasks are scaled to 100
     * @param ids makes ids for its parts
     * @throws DomainException VALIDATION_ERROR when a task refers to what the document lacks, INVALID_CRITERIA,
     *     TOTAL_WEIGHT_EXCEEDED
     */
    public static Created<Solution> create(
            SolutionId id, ProductDocument document, boolean normalize, Supplier<UUID> ids, Actor by, Instant now) {
        var brought = Brought.of(document, normalize, ids);
        return new Created<>(new Solution(id, brought, by, now), brought.normalizedFrom());
    }

    /** Second door: as it was stored. */
    public static Solution restore(Snapshot stored) {
        return new Solution(stored);
    }

    /** Replaces what it says of itself, and the products that it holds. Fails with VALIDATION_ERROR when they are too many. */
    public void update(SolutionDetails next, Actor by, Instant now) {
        become(What.UPDATED, next.details(), next.products(), by, now);
    }

    /**
     * Puts its products into an order, which must name each of them once.
     *
     * @throws DomainException PRODUCT_NOT_FOUND when one is not of this solution; VALIDATION_ERROR when one is named twice
     *     or not at all
     */
    public void orderProducts(List<ProductId> order, Actor by, Instant now) {
        var faults = new Faults();
        eachOnce("/productIds", order, faults);
        faults.orThrow();
        if (!held().containsAll(order)) {
            throw new DomainException(ErrorCode.PRODUCT_NOT_FOUND, "The solution holds no such product.");
        }
        if (order.size() < held().size()) {
            faults.add(
                    "/productIds",
                    Fault.Code.REQUIRED,
                    "all " + held().size() + " products of the solution must be named");
        }
        faults.orThrow();
        become(What.PRODUCTS_ORDERED, snapshot().details(), order, by, now);
    }

    /** A product left the catalogue, and so this solution. */
    public void lose(ProductId product, Actor by, Instant now) {
        var others = held().stream().filter(other -> !other.equals(product)).toList();
        become(What.PRODUCT_LEFT, snapshot().details(), others, by, now);
    }

    @Override
    Optional<List<ProductId>> exportedProducts() {
        return Optional.of(held());
    }

    /** Notes a fault for every id that was there before. */
    static void eachOnce(String pointer, List<ProductId> products, Faults faults) {
        var seen = new HashSet<ProductId>();
        for (int i = 0; i < products.size(); i++) {
            if (!seen.add(products.get(i))) {
                faults.add(pointer + "/" + i, Fault.Code.DUPLICATE, "the product is named earlier already");
            }
        }
    }

    /** The ones first, in their order; then those of the others that are not among them. */
    static List<ProductId> first(List<ProductId> ones, List<ProductId> others) {
        Set<ProductId> all = new LinkedHashSet<>(ones);
        all.addAll(others);
        return new ArrayList<>(all);
    }
}
