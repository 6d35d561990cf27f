package dev.cairn.domain.adoption;

import dev.cairn.domain.adoption.published.AssignmentEvent;
import dev.cairn.domain.adoption.published.AssignmentEvent.What;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.AggregateRoot;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.EntityKind;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Occurrence;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.Subject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A product that a customer has, and how much of it. Unique by customer, product and name while it is not removed.
 *
 * <p>{@code version} rises once with every change that is kept; a change that changes nothing raises nothing.
 */
public final class ProductAssignment extends AggregateRoot implements Assignment {
    private final OrgId org;
    private final AssignmentId id;
    private final CustomerId customer;
    private final ProductId product;
    private final AssignmentName name;
    private Instant purchasedAt;
    private Optional<AssignmentId> solution;
    private Entitlement entitlement;
    private long version;
    private Optional<Instant> removedAt;

    /**
     * An assignment as it is stored.
     *
     * @param purchasedAt when the customer bought it; the time of assigning when nobody says
     * @param solution the assignment of a solution that it came with, or became part of, and that manages it
     * @param version from 1
     * @param removedAt when it was taken from the customer; its plan is then kept for reading only
     */
    public record Snapshot(
            OrgId org,
            AssignmentId id,
            CustomerId customer,
            ProductId product,
            AssignmentName name,
            Entitlement entitlement,
            Instant purchasedAt,
            Optional<AssignmentId> solution,
            long version,
            Optional<Instant> removedAt) {}

    private ProductAssignment(Snapshot state) {
        org = state.org();
        id = state.id();
        customer = state.customer();
        product = state.product();
        name = state.name();
        entitlement = state.entitlement();
        purchasedAt = state.purchasedAt();
        solution = state.solution();
        version = state.version();
        removedAt = state.removedAt();
    }

    /**
     * First door: a customer of the actor's organisation gets a product.
     *
     * @param purchasedAt when it was bought; absent means now
     * @throws DomainException OUTCOME_NOT_OF_PRODUCT or RELEASE_NOT_OF_PRODUCT, with all such ids
     */
    public static ProductAssignment assign(
            AssignmentId id,
            CustomerId customer,
            Blueprint product,
            AssignmentName name,
            Entitlement entitlement,
            Optional<Instant> purchasedAt,
            Actor by,
            Instant now) {
        entitlement.requireOf(product);
        return born(
                new Snapshot(
                        by.org(),
                        id,
                        customer,
                        product.ofProduct(),
                        name,
                        entitlement,
                        purchasedAt.orElse(now),
                        Optional.empty(),
                        1,
                        Optional.empty()),
                by,
                now);
    }

    /** Another first door: a product comes to a customer with a solution, which says how much of it. */
    static ProductAssignment comeWith(
            SolutionAssignment solution,
            AssignmentId id,
            Blueprint product,
            AssignmentName name,
            Actor by,
            Instant now) {
        return born(
                new Snapshot(
                        by.org(),
                        id,
                        solution.customer(),
                        product.ofProduct(),
                        name,
                        solution.entitlementTo(product),
                        solution.purchasedAt(),
                        Optional.of(solution.id()),
                        1,
                        Optional.empty()),
                by,
                now);
    }

    private static ProductAssignment born(Snapshot state, Actor by, Instant now) {
        var assignment = new ProductAssignment(state);
        assignment.tell(What.ASSIGNED, new Changes(Map.of(), assignment.fields()), by, now);
        return assignment;
    }

    /** Second door: as it was stored. */
    public static ProductAssignment restore(Snapshot stored) {
        if (stored.version() < 1) {
            throw new IllegalStateException("a stored assignment has a version from 1 on");
        }
        return new ProductAssignment(stored);
    }

    /**
     * Changes how much of the product the customer has. The plan does not follow before it is synchronised.
     *
     * @param current the product as it is now
     * @throws DomainException OUTCOME_NOT_OF_PRODUCT or RELEASE_NOT_OF_PRODUCT, with all such ids; ASSIGNMENT_NOT_FOUND
     *     when it was removed; PRODUCT_MANAGED_BY_SOLUTION when a solution says how much of it the customer has
     */
    public void change(EntitlementChange change, Blueprint current, Actor by, Instant now) {
        requireLive();
        requireUnmanaged("changed");
        become(solution, change.appliedTo(entitlement, current), by, now);
    }

    /** Becomes part of a solution that the customer gets; from now on that says how much of it the customer has. */
    void join(SolutionAssignment joined, Blueprint product, Actor by, Instant now) {
        requireUnmanaged("joined to another");
        become(Optional.of(joined.id()), joined.entitlementTo(product), by, now);
    }

    /**
     * The solution that manages it says anew how much of it the customer has.
     *
     * @param product the product as it is now
     */
    public void follow(SolutionAssignment managing, Blueprint product, Actor by, Instant now) {
        become(solution, managing.entitlementTo(product), by, now);
    }

    /** The product left its solution: the customer keeps it as it is, by itself. */
    public void leaveSolution(Actor by, Instant now) {
        become(Optional.empty(), entitlement, by, now);
    }

    private void become(Optional<AssignmentId> managing, Entitlement changed, Actor by, Instant now) {
        var changes = Changes.compare()
                .field("solutionAssignmentId", text(solution), text(managing))
                .done()
                .and(entitlement.until(changed));
        if (changes.isEmpty()) {
            return;
        }
        solution = managing;
        entitlement = changed;
        version++;
        tell(What.CHANGED, changes, by, now);
    }

    private static Optional<String> text(Optional<AssignmentId> id) {
        return id.map(AssignmentId::value).map(UUID::toString);
    }

    /**
     * Takes the product from the customer; its name is free again.
     *
     * @throws DomainException ASSIGNMENT_NOT_FOUND when it was removed already; PRODUCT_MANAGED_BY_SOLUTION when it goes only
     *     with its solution
     */
    public void remove(Actor by, Instant now) {
        requireLive();
        requireUnmanaged("removed");
        go(by, now);
    }

    /** Goes with the solution that manages it. */
    public void removeWithSolution(Actor by, Instant now) {
        requireLive();
        go(by, now);
    }

    private void go(Actor by, Instant now) {
        removedAt = Optional.of(now);
        version++;
        tell(What.REMOVED, new Changes(fields(), Map.of()), by, now);
    }

    /**
     * Comes back to its customer, with all that was kept of it, and by itself: a solution that it came with is gone.
     *
     * @param again how much of the product the customer has from now on
     * @param bought when it was bought; absent means that it is as it was
     * @param current the product as it is now
     * @throws DomainException CUSTOMER_PRODUCT_EXISTS when it was not removed; OUTCOME_NOT_OF_PRODUCT or
     *     RELEASE_NOT_OF_PRODUCT, with all such ids
     */
    public void comeBack(Entitlement again, Optional<Instant> bought, Blueprint current, Actor by, Instant now) {
        if (removedAt.isEmpty()) {
            throw new DomainException(
                    ErrorCode.CUSTOMER_PRODUCT_EXISTS,
                    "The customer has this product under this name already.",
                    new Fault("/name", Fault.Code.DUPLICATE, "is taken"));
        }
        again.requireOf(current);
        removedAt = Optional.empty();
        solution = Optional.empty();
        entitlement = again;
        purchasedAt = bought.orElse(purchasedAt);
        version++;
        tell(What.RESTORED, new Changes(Map.of(), fields()), by, now);
    }

    @Override
    public OrgId org() {
        return org;
    }

    @Override
    public CustomerId customer() {
        return customer;
    }

    @Override
    public Entitlement entitlementTo(Blueprint source) {
        return entitlement;
    }

    /** What tells it from another assignment of the same product. */
    AssignmentName name() {
        return name;
    }

    /** Whether a solution says how much of it the customer has. */
    public boolean isManaged() {
        return solution.isPresent();
    }

    /** Whether it is this solution that says so. */
    boolean isManagedBy(SolutionAssignment managing) {
        return solution.equals(Optional.of(managing.id()));
    }

    @Override
    public AssignmentId id() {
        return id;
    }

    /** The product that is assigned. */
    public ProductId product() {
        return product;
    }

    /** How much of the product the customer has. */
    public Entitlement entitlement() {
        return entitlement;
    }

    @Override
    public long version() {
        return version;
    }

    /** As it is now. */
    public Snapshot snapshot() {
        return new Snapshot(org, id, customer, product, name, entitlement, purchasedAt, solution, version, removedAt);
    }

    private void requireLive() {
        if (removedAt.isPresent()) {
            throw new DomainException(ErrorCode.ASSIGNMENT_NOT_FOUND, "The assignment was removed.");
        }
    }

    private void requireUnmanaged(String what) {
        if (isManaged()) {
            throw new DomainException(
                    ErrorCode.PRODUCT_MANAGED_BY_SOLUTION,
                    "The product came with a solution: it cannot be " + what + " alone.");
        }
    }

    private Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("productId", product.value().toString());
        fields.put("name", name.value());
        fields.put("licenseLevel", entitlement.licenseLevel().name());
        fields.put("selectedOutcomeIds", entitlement.outcomeIds());
        fields.put("selectedReleaseIds", entitlement.releaseIds());
        fields.put("purchasedAt", purchasedAt);
        text(solution).ifPresent(id -> fields.put("solutionAssignmentId", id));
        return fields;
    }

    private void tell(What what, Changes changes, Actor by, Instant now) {
        var subject = new Subject(EntityKind.ASSIGNMENT, id.value(), Optional.of(customer));
        record(new AssignmentEvent(what, new Occurrence(subject, by, now), product, changes));
    }
}
