package dev.cairn.domain.adoption;

import dev.cairn.domain.adoption.published.AssignmentEvent;
import dev.cairn.domain.adoption.published.AssignmentEvent.What;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.SolutionBlueprint;
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
import dev.cairn.domain.shared.SolutionId;
import dev.cairn.domain.shared.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A solution that a customer has, and how much of it. The solution's own tasks have a plan of their own; each of its products
 * has an assignment and a plan like any other, which this one manages: what is said here of level and selection holds for
 * them. Unique by customer, solution and name while it is not removed.
 *
 * <p>{@code version} rises once with every change that is kept; a change that changes nothing raises nothing.
 */
public final class SolutionAssignment extends AggregateRoot implements Assignment {
    private final OrgId org;
    private final AssignmentId id;
    private final CustomerId customer;
    private final SolutionId solution;
    private final AssignmentName name;
    private final Instant purchasedAt;
    private Entitlement entitlement;
    private List<ProductOverride> overrides;
    private long version;
    private Optional<Instant> removedAt;

    /**
     * An assignment as it is stored.
     *
     * @param entitlement how much of the solution and of each of its products the customer has
     * @param overrides what some products are given instead, each product once
     * @param purchasedAt when the customer bought it; the time of assigning when nobody says
     * @param version from 1
     * @param removedAt when it was taken from the customer; its plans are then kept for reading only
     */
    public record Snapshot(
            OrgId org,
            AssignmentId id,
            CustomerId customer,
            SolutionId solution,
            AssignmentName name,
            Entitlement entitlement,
            List<ProductOverride> overrides,
            Instant purchasedAt,
            long version,
            Optional<Instant> removedAt) {
        public Snapshot {
            overrides = List.copyOf(overrides);
        }
    }

    private SolutionAssignment(Snapshot state) {
        org = state.org();
        id = state.id();
        customer = state.customer();
        solution = state.solution();
        name = state.name();
        entitlement = state.entitlement();
        overrides = state.overrides();
        purchasedAt = state.purchasedAt();
        version = state.version();
        removedAt = state.removedAt();
    }

    /**
     * First door: a customer of the actor's organisation gets a solution.
     *
     * @param solution the solution as it is now
     * @param name what tells it from another assignment of the solution; absent: the solution's name
     * @param overrides what some of its products are given instead, each product once
     * @param purchasedAt when it was bought; absent means now
     * @throws DomainException OUTCOME_NOT_OF_PRODUCT or RELEASE_NOT_OF_PRODUCT, with all ids that neither the solution nor a
     *     product of it has, or the product that an override is about; PRODUCT_NOT_FOUND when an override is about a product
     *     that the solution does not hold
     */
    public static SolutionAssignment assign(
            AssignmentId id,
            CustomerId customer,
            SolutionBlueprint solution,
            Optional<AssignmentName> name,
            Entitlement entitlement,
            List<ProductOverride> overrides,
            Optional<Instant> purchasedAt,
            Actor by,
            Instant now) {
        Selection.requireAmong(
                "",
                all(solution.own(), solution.products()),
                entitlement.selectedOutcomes(),
                entitlement.selectedReleases());
        requireOf(solution.products(), overrides);
        var assignment = new SolutionAssignment(new Snapshot(
                by.org(),
                id,
                customer,
                new SolutionId(solution.own().product().value()),
                name.orElseGet(() -> new AssignmentName(solution.own().name())),
                entitlement,
                overrides,
                purchasedAt.orElse(now),
                1,
                Optional.empty()));
        assignment.tell(What.ASSIGNED, new Changes(Map.of(), assignment.fields()), by, now);
        return assignment;
    }

    /** Second door: as it was stored. */
    public static SolutionAssignment restore(Snapshot stored) {
        if (stored.version() < 1) {
            throw new IllegalStateException("a stored assignment has a version from 1 on");
        }
        return new SolutionAssignment(stored);
    }

    /**
     * Changes how much of the solution the customer has. Its products have to be told; plans do not follow before they are
     * synchronised.
     *
     * @param products what products are given instead from now on; absent: what they were so far
     * @param current the solution as it is now
     * @throws DomainException OUTCOME_NOT_OF_PRODUCT, RELEASE_NOT_OF_PRODUCT, PRODUCT_NOT_FOUND as when it is assigned;
     *     ASSIGNMENT_NOT_FOUND when it was removed
     */
    public void change(
            EntitlementChange change,
            Optional<List<ProductOverride>> products,
            SolutionBlueprint current,
            Actor by,
            Instant now) {
        requireLive();
        change.requireAmong("", all(current.own(), known(current)));
        products.ifPresent(wanted -> requireOf(known(current), wanted));
        var before = fields();
        var changed = change.over(entitlement);
        var instead = products.orElse(overrides);
        if (changed.equals(entitlement) && instead.equals(overrides)) {
            return;
        }
        entitlement = changed;
        overrides = List.copyOf(instead);
        version++;
        var after = fields();
        var changes = Changes.compare();
        before.forEach((field, value) -> changes.field(field, value, after.getOrDefault(field, "")));
        tell(What.CHANGED, changes.done(), by, now);
    }

    /**
     * Takes the solution from the customer; its name is free again. Its products have to go with it.
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
     * How a product comes to the customer with this solution.
     *
     * @param assignment the assignment of the product
     * @param fresh whether it is new, so that its plan is to be born; otherwise the customer had it, and its plan stays
     */
    public record Arrival(ProductAssignment assignment, boolean fresh) {}

    /**
     * Brings a product: what the customer has of it under the name "Default", and no solution manages, becomes part of this
     * one instead of being doubled; otherwise it is assigned under a name that is free.
     *
     * @param product the product as it is now
     * @param present what the customer has of the product already
     * @throws DomainException ASSIGNMENT_NOT_FOUND when the solution was removed: nothing comes with it any more
     */
    public Arrival bring(
            Blueprint product, Collection<ProductAssignment> present, Supplier<UUID> ids, Actor by, Instant now) {
        return bring(product, present, Set.of(AssignmentName.DEFAULT), ids, by, now);
    }

    /**
     * The same for a product that came into the solution later. It may have been part of it before, and then it is still there
     * under the name that it got when it came first; or somebody else brought it just now, and it stays as it is.
     */
    public Arrival bringLater(
            Blueprint product, Collection<ProductAssignment> present, Supplier<UUID> ids, Actor by, Instant now) {
        var here = present.stream()
                .filter(candidate -> candidate.isManagedBy(this))
                .findFirst();
        if (here.isPresent()) {
            return new Arrival(here.get(), false);
        }
        return bring(product, present, Set.of(AssignmentName.DEFAULT, nameFor(product, 1)), ids, by, now);
    }

    private Arrival bring(
            Blueprint product,
            Collection<ProductAssignment> present,
            Set<AssignmentName> adoptable,
            Supplier<UUID> ids,
            Actor by,
            Instant now) {
        requireLive();
        var found = present.stream()
                .filter(candidate -> !candidate.isManaged() && adoptable.contains(candidate.name()))
                .findFirst();
        found.ifPresent(candidate -> candidate.join(this, product, by, now));
        return found.map(candidate -> new Arrival(candidate, false))
                .orElseGet(() -> new Arrival(
                        ProductAssignment.comeWith(
                                this, new AssignmentId(ids.get()), product, freeName(product, present), by, now),
                        true));
    }

    private AssignmentName freeName(Blueprint product, Collection<ProductAssignment> present) {
        var taken = new ArrayList<AssignmentName>();
        present.forEach(other -> taken.add(other.name()));
        return Stream.iterate(1, number -> number + 1)
                .map(number -> nameFor(product, number))
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow();
    }

    /** "Solution – Product", and from the second on with its number; as much of it as a name can hold. */
    private AssignmentName nameFor(Blueprint product, int number) {
        var end = number == 1 ? "" : " (" + number + ")";
        var whole = name.value() + " – " + product.name();
        var room = AssignmentName.MAX - end.length();
        var cut = whole.codePointCount(0, whole.length()) > room
                ? whole.substring(0, whole.offsetByCodePoints(0, room)).strip()
                : whole;
        return new AssignmentName(cut + end);
    }

    @Override
    public Entitlement entitlementTo(Blueprint source) {
        var within = entitlement.within(source);
        return overrides.stream()
                .filter(override -> override.product().equals(source.product()))
                .findFirst()
                .map(override -> override.instead().over(within))
                .orElse(within);
    }

    @Override
    public OrgId org() {
        return org;
    }

    @Override
    public AssignmentId id() {
        return id;
    }

    @Override
    public CustomerId customer() {
        return customer;
    }

    /** The solution that is assigned. */
    public SolutionId solution() {
        return solution;
    }

    /** When the customer bought it. */
    Instant purchasedAt() {
        return purchasedAt;
    }

    @Override
    public long version() {
        return version;
    }

    /** As it is now. */
    public Snapshot snapshot() {
        return new Snapshot(org, id, customer, solution, name, entitlement, overrides, purchasedAt, version, removedAt);
    }

    private void requireLive() {
        if (removedAt.isPresent()) {
            throw new DomainException(ErrorCode.ASSIGNMENT_NOT_FOUND, "The assignment was removed.");
        }
    }

    /** The products that it holds, and those that the customer has of it still: an archived one stays. */
    private static List<Blueprint> known(SolutionBlueprint solution) {
        return Stream.concat(solution.products().stream(), solution.sources().values().stream())
                .distinct()
                .toList();
    }

    private static List<Blueprint> all(Blueprint own, List<Blueprint> products) {
        return Stream.concat(Stream.of(own), products.stream()).toList();
    }

    private static void requireOf(List<Blueprint> products, List<ProductOverride> overrides) {
        for (int i = 0; i < overrides.size(); i++) {
            var override = overrides.get(i);
            var pointer = ProductOverride.LIST + "/" + i;
            var product = products.stream()
                    .filter(held -> held.product().equals(override.product()))
                    .findFirst()
                    .orElseThrow(() -> new DomainException(
                            ErrorCode.PRODUCT_NOT_FOUND,
                            "The solution holds no such product.",
                            new Fault(pointer + "/productId", Fault.Code.REFERENCE, "not a product of the solution")));
            override.instead().requireAmong(pointer, List.of(product));
        }
    }

    private Map<String, Object> fields() {
        return Map.of(
                "solutionId", solution.value().toString(),
                "name", name.value(),
                "licenseLevel", entitlement.licenseLevel().name(),
                "selectedOutcomeIds", entitlement.outcomeIds(),
                "selectedReleaseIds", entitlement.releaseIds(),
                "products", overrides.stream().map(ProductOverride::fields).toList(),
                "purchasedAt", purchasedAt);
    }

    private void tell(What what, Changes changes, Actor by, Instant now) {
        var subject = new Subject(EntityKind.ASSIGNMENT, id.value(), Optional.of(customer));
        record(new AssignmentEvent(what, new Occurrence(subject, by, now), solution, changes));
    }
}
