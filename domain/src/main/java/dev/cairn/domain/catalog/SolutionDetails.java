package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.ProductId;
import java.util.List;

/**
 * What a solution says of itself, and which products it holds, apart from its parts.
 *
 * @param products the products in their order, each once
 */
public record SolutionDetails(ProductDetails details, List<ProductId> products) {
    public SolutionDetails {
        products = List.copyOf(products);
    }

    /** The details as somebody wrote them, unchecked. */
    public record Draft(ProductDetails.Draft details, List<ProductId> products) {}

    /**
     * Checks a draft as a whole.
     *
     * @throws DomainException VALIDATION_ERROR with every fault of it
     */
    public static SolutionDetails of(Draft draft) {
        var faults = new Faults();
        var details = ProductDetails.checked(draft.details(), new Fields(faults, ""));
        Solution.eachOnce("/productIds", draft.products(), faults);
        faults.orThrow();
        return new SolutionDetails(details, draft.products());
    }
}
