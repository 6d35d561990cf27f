package dev.cairn.application.catalog.port;

import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.catalog.Solution;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.SolutionId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The products and solutions of the organisation at hand. */
public interface Offerings {
    /** The product or solution, locked until the unit of work ends. Fails with PRODUCT_NOT_FOUND or SOLUTION_NOT_FOUND. */
    Uni<Offering> get(OfferingId id);

    /** The solution, locked until the unit of work ends. Fails with SOLUTION_NOT_FOUND. */
    Uni<Solution> get(SolutionId id);

    /** The solutions that hold the product, each locked until the unit of work ends. */
    Uni<List<Solution>> holding(ProductId product);

    /**
     * Brings a new one in. Fails with PRODUCT_NAME_EXISTS, SOLUTION_NAME_EXISTS or EXTERNAL_ID_EXISTS, at the latest when the
     * unit of work ends, and with PRODUCT_NOT_FOUND when a solution takes a product that is not there or is archived; so does
     * {@link #save}.
     */
    Uni<Void> add(Offering offering);

    /** Stores the state and, in the same transaction, what the offering says happened to it. */
    Uni<Void> save(Offering offering);

    /** Lets one go that was deleted, with all its parts; what it says happened to it is stored. */
    Uni<Void> remove(Offering offering);
}
