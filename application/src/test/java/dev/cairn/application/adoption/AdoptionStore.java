package dev.cairn.application.adoption;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.port.FilterPreferences;
import dev.cairn.application.adoption.port.PlanSyncs;
import dev.cairn.application.adoption.telemetry.port.TelemetryValues;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** A store behind adoption's ports, as the contracts need it: to fill, to use, to look into. */
public interface AdoptionStore {
    Assignments assignments();

    AdoptionPlans plans();

    CustomerTasks tasks();

    PlanSyncs planSyncs();

    TelemetryValues telemetryValues();

    FilterPreferences filterPreferences();

    /** A customer that is in the store, in the organisation of the fixtures. */
    CustomerId aCustomer();

    /** Puts the product into the store, in the organisation of the fixtures. */
    Blueprint offer(Blueprint product);

    /** Runs the steps in one unit of work of the organisation and waits for them. */
    <T> T inOneUnit(OrgId org, Supplier<Uni<T>> steps);

    /** How many events the store holds for the outbox. */
    long events();
}
