package dev.cairn.domain.adoption;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ReleaseId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** What tests of adoption talk about: one organisation, one person, one morning, and small things made in one call. */
public final class AdoptionFixtures {
    public static final OrgId ORG = new OrgId("harbour");
    public static final Actor ANNA = new Actor(ORG, "anna");
    public static final Actor BEN = new Actor(ORG, "ben");
    public static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    public static final Instant TUESDAY = Instant.parse("2026-11-24T09:00:00Z");

    private static final AtomicLong COUNTER = new AtomicLong(System.currentTimeMillis());

    private AdoptionFixtures() {}

    /** A new id of the form the service makes, greater than every one before it. */
    public static UUID id() {
        var random = ThreadLocalRandom.current();
        return new UUID(
                COUNTER.incrementAndGet() << 16 | 0x7000L | random.nextInt(1 << 12),
                random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    public static Optional<StatusNote> note(String text) {
        return StatusNote.of(text);
    }

    public static final Optional<StatusNote> NO_NOTE = Optional.empty();

    public static Blueprint.Outcome outcome(String name) {
        return new Blueprint.Outcome(new OutcomeId(id()), name);
    }

    public static Blueprint.Release release(String name, String level) {
        return new Blueprint.Release(new ReleaseId(id()), name, new BigDecimal(level));
    }

    /** Everything of one level. */
    public static Entitlement everythingOf(LicenseLevel level) {
        return new Entitlement(level, Set.of(), Set.of());
    }

    /** An assignment of the product to some customer, with no event pending. */
    public static ProductAssignment anAssignment(Blueprint product, Entitlement entitlement) {
        return anAssignment(new CustomerId(id()), product, "Default", entitlement);
    }

    public static ProductAssignment anAssignment(
            CustomerId customer, Blueprint product, String name, Entitlement entitlement) {
        var assignment = ProductAssignment.assign(
                new AssignmentId(id()),
                customer,
                product,
                new AssignmentName(name),
                entitlement,
                Optional.empty(),
                ANNA,
                MONDAY);
        assignment.takeEvents();
        return assignment;
    }

    /** The plan of such an assignment and its tasks, with no event pending. */
    public static AdoptionPlan.Birth aPlan(Blueprint product, Entitlement entitlement) {
        var birth =
                AdoptionPlan.bornFrom(anAssignment(product, entitlement), product, AdoptionFixtures::id, ANNA, MONDAY);
        birth.plan().takeEvents();
        return birth;
    }

    /** The plan of an ESSENTIAL product of so many tasks of one weight. */
    public static AdoptionPlan.Birth aPlanOf(int tasks, String weight) {
        return aPlan(Products.aProduct().with(tasks, weight).build(), everythingOf(LicenseLevel.ESSENTIAL));
    }

    /** The ids of outcomes. */
    public static Set<OutcomeId> outcomeIds(Blueprint.Outcome... outcomes) {
        return Set.copyOf(List.of(outcomes).stream().map(Blueprint.Outcome::id).toList());
    }

    /** The ids of releases. */
    public static Set<ReleaseId> releaseIds(Blueprint.Release... releases) {
        return Set.copyOf(List.of(releases).stream().map(Blueprint.Release::id).toList());
    }
}
