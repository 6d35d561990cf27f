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
import java.util.Map;
import java.util.Optional;

/**
 * A product that a customer has, and how much of it. Unique by customer, product and name while it is not removed.
 *
 * <p>{@code version} rises once with every change that is kept; a change that changes nothing raises nothing.
 */
public final class ProductAssignment extends AggregateRoot {
    private final OrgId org;
    private final AssignmentId id;
    private final CustomerId customer;
    private final ProductId product;
    private final AssignmentName name;
    private Instant purchasedAt;
    private Entitlement entitlement;
    private long version;
    private Optional<Instant> removedAt;

    /**
     * An assignment as it is stored.
     *
     * @param purchasedAt when the customer bought it; the time of assigning when nobody says
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
        var assignment = new ProductAssignment(new Snapshot(
                by.org(),
                id,
                customer,
                product.product(),
                name,
                entitlement,
                purchasedAt.orElse(now),
                1,
                Optional.empty()));
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
     *     when it was removed
     */
    public void change(EntitlementChange change, Blueprint current, Actor by, Instant now) {
        requireLive();
        var changed = change.appliedTo(entitlement, current);
        var changes = entitlement.until(changed);
        if (changes.isEmpty()) {
            return;
        }
        entitlement = changed;
        version++;
        tell(What.CHANGED, changes, by, now);
    }

    /**
     * Takes the product from the customer; its name is free again.
     *
     * @throws DomainException ASSIGNMENT_NOT_FOUND when it was removed already
     */
    public void remove(Actor by, Instant now) {
        requireLive();
        removedAt = Optional.of(now);
        version++;
        tell(What.REMOVED, new Changes(fields(), Map.of()), by, now);
    }

    /**
     * Comes back to its customer, with all that was kept of it.
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
        entitlement = again;
        purchasedAt = bought.orElse(purchasedAt);
        version++;
        tell(What.RESTORED, new Changes(Map.of(), fields()), by, now);
    }

    /** Which one it is. */
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
        return new Snapshot(org, id, customer, product, name, entitlement, purchasedAt, version, removedAt);
    }

    private void requireLive() {
        if (removedAt.isPresent()) {
            throw new DomainException(ErrorCode.ASSIGNMENT_NOT_FOUND, "The assignment was removed.");
        }
    }

    private Map<String, Object> fields() {
        return Map.of(
                "productId", product.value().toString(),
                "name", name.value(),
                "licenseLevel", entitlement.licenseLevel().name(),
                "selectedOutcomeIds", entitlement.outcomeIds(),
                "selectedReleaseIds", entitlement.releaseIds(),
                "purchasedAt", purchasedAt);
    }

    private void tell(What what, Changes changes, Actor by, Instant now) {
        var subject = new Subject(EntityKind.ASSIGNMENT, id.value(), Optional.of(customer));
        record(new AssignmentEvent(what, new Occurrence(subject, by, now), product, changes));
    }
}
