package dev.cairn.application.adoption;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.port.FilterPreferences;
import dev.cairn.application.adoption.port.PlanSyncs;
import dev.cairn.application.adoption.telemetry.port.TelemetryValues;
import dev.cairn.domain.adoption.AdoptionFixtures;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.Entitlement;
import dev.cairn.domain.adoption.ProductAssignment;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;

/** What the contracts of adoption's ports share: a store to fill, and how to reach it. */
public abstract class AdoptionContract {
    /** An organisation whose rows are none of the others' business. */
    protected static final OrgId ELSEWHERE = new OrgId("southwind");

    /** The store that is on trial. */
    protected abstract AdoptionStore store();

    protected final Assignments assignments() {
        return store().assignments();
    }

    protected final AdoptionPlans plans() {
        return store().plans();
    }

    protected final CustomerTasks tasks() {
        return store().tasks();
    }

    protected final PlanSyncs planSyncs() {
        return store().planSyncs();
    }

    protected final TelemetryValues values() {
        return store().telemetryValues();
    }

    protected final FilterPreferences filterPreferences() {
        return store().filterPreferences();
    }

    protected final CustomerId aStoredCustomer() {
        return store().aCustomer();
    }

    protected final Blueprint stored(Blueprint product) {
        return store().offer(product);
    }

    protected final long storedEvents() {
        return store().events();
    }

    protected final <T> T inOneUnit(OrgId org, Supplier<Uni<T>> steps) {
        return store().inOneUnit(org, steps);
    }

    protected final <T> T inOneUnit(Supplier<Uni<T>> steps) {
        return inOneUnit(AdoptionFixtures.ORG, steps);
    }

    protected final AdoptionPlan.Birth aStoredPlan(Blueprint product) {
        return aStoredPlan(product, new Entitlement(LicenseLevel.ESSENTIAL, Set.of(), Set.of()));
    }

    protected final AdoptionPlan.Birth aStoredPlan(Blueprint product, Entitlement entitlement) {
        var assignment = AdoptionFixtures.anAssignment(aStoredCustomer(), stored(product), "Default", entitlement);
        return aStoredPlan(assignment, product);
    }

    protected final AdoptionPlan.Birth aStoredPlan(ProductAssignment assignment, Blueprint product) {
        var birth = AdoptionPlan.bornFrom(
                assignment, product, AdoptionFixtures::id, AdoptionFixtures.ANNA, AdoptionFixtures.MONDAY);
        inOneUnit(() -> assignments().add(assignment).chain(() -> plans().add(birth)));
        return birth;
    }

    protected static <T> Uni<T> fail() {
        return Uni.createFrom().failure(new IllegalStateException("later step"));
    }

    protected final void refuses(ErrorCode code, Supplier<Uni<?>> steps) {
        refuses(code, AdoptionFixtures.ORG, steps);
    }

    protected final void refuses(ErrorCode code, OrgId org, Supplier<Uni<?>> steps) {
        assertThatThrownBy(() -> inOneUnit(org, () -> steps.get().replaceWithVoid()))
                .asInstanceOf(InstanceOfAssertFactories.type(DomainException.class))
                .extracting(DomainException::code)
                .isEqualTo(code);
    }
}
