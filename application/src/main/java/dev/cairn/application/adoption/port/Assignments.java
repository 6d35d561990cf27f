package dev.cairn.application.adoption.port;

import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.Assignment;
import dev.cairn.domain.adoption.AssignmentName;
import dev.cairn.domain.adoption.ProductAssignment;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;

/** The assignments of products in the organisation at hand. */
public interface Assignments {
    /**
     * The assignment, locked until the unit of work ends. Fails with ASSIGNMENT_NOT_FOUND, also when it is another
     * customer's or was removed.
     */
    Uni<ProductAssignment> get(CustomerId customer, AssignmentId id);

    /**
     * The assignment of the product that the customer has under the name, or else the one of that name that was removed
     * last, locked until the unit of work ends. Fails with ASSIGNMENT_NOT_FOUND when there never was one.
     */
    Uni<ProductAssignment> named(CustomerId customer, ProductId product, AssignmentName name);

    /**
     * The assignment, of a product or of a solution, of a plan that is locked, removed or not. It is not locked itself: whoever changes it needs the plan's
     * lock before that change is there for anybody. Asks at once, before anybody subscribes.
     */
    Uni<Assignment> ofLocked(AdoptionPlan plan);

    /**
     * Brings a new assignment in. Fails with CUSTOMER_PRODUCT_EXISTS when the customer has the product under that name,
     * at the latest when the unit of work ends.
     */
    Uni<Void> add(ProductAssignment assignment);

    /** What the assignment of a solution manages, each locked until the unit of work ends, by id. */
    Uni<List<ProductAssignment>> managedBy(AssignmentId solution);

    /**
     * What the customer has of these products, each locked until the unit of work ends. Until then nobody else asks the same
     * of the customer, so that two solutions that come at once do not both take what is there, nor both the same name.
     */
    Uni<List<ProductAssignment>> present(CustomerId customer, Collection<ProductId> products);

    /**
     * Stores the state and, in the same transaction, what the assignment says happened to it. Fails with
     * CUSTOMER_PRODUCT_EXISTS when it came back under a name that another one took meanwhile, at the latest when the unit of
     * work ends.
     */
    Uni<Void> save(ProductAssignment assignment);
}
