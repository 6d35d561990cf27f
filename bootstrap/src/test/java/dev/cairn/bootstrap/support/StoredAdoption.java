package dev.cairn.bootstrap.support;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cairn.adapters.rest.customer.CustomerBodies;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.application.adoption.AdoptionStore;
import dev.cairn.application.adoption.ChangeTaskStatus;
import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.port.FilterPreferences;
import dev.cairn.application.adoption.port.PlanSyncs;
import dev.cairn.application.adoption.telemetry.port.TelemetryValues;
import dev.cairn.application.customer.CreateCustomer;
import dev.cairn.application.customer.view.CustomerView;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Envelope;
import dev.cairn.application.shared.Gate;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.Role;
import dev.cairn.application.shared.UnitOfWork;
import dev.cairn.application.shared.Work;
import dev.cairn.domain.adoption.AdoptionFixtures;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.OrgId;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/** What is behind adoption's ports in the service: PostgreSQL, on the short road. */
@Singleton
public class StoredAdoption implements AdoptionStore {
    private final Assignments assignments;
    private final AdoptionPlans plans;
    private final CustomerTasks tasks;
    private final PlanSyncs planSyncs;
    private final TelemetryValues telemetryValues;
    private final FilterPreferences filterPreferences;
    private final CreateCustomer createCustomer;
    private final UnitOfWork unitOfWork;
    private final Gate gate;

    StoredAdoption(
            Assignments assignments,
            AdoptionPlans plans,
            CustomerTasks tasks,
            PlanSyncs planSyncs,
            TelemetryValues telemetryValues,
            FilterPreferences filterPreferences,
            CreateCustomer createCustomer,
            UnitOfWork unitOfWork,
            Gate gate) {
        this.assignments = assignments;
        this.plans = plans;
        this.tasks = tasks;
        this.planSyncs = planSyncs;
        this.telemetryValues = telemetryValues;
        this.filterPreferences = filterPreferences;
        this.createCustomer = createCustomer;
        this.unitOfWork = unitOfWork;
        this.gate = gate;
    }

    @Override
    public Assignments assignments() {
        return assignments;
    }

    @Override
    public AdoptionPlans plans() {
        return plans;
    }

    @Override
    public CustomerTasks tasks() {
        return tasks;
    }

    @Override
    public PlanSyncs planSyncs() {
        return planSyncs;
    }

    @Override
    public TelemetryValues telemetryValues() {
        return telemetryValues;
    }

    @Override
    public FilterPreferences filterPreferences() {
        return filterPreferences;
    }

    @Override
    public CustomerId aCustomer() {
        var body = new Body(
                Optional.of(JsonNodeFactory.instance.objectNode().put("name", "Customer " + AdoptionFixtures.id())));
        var envelope = Envelope.<CustomerView>plain(caller(AdoptionFixtures.ORG), Origin.internal("test"));
        return await(() -> createCustomer.handle(envelope, () -> CustomerBodies.create(body)))
                .customer()
                .id();
    }

    /** The tables of adoption refer to the catalogue by id only: there is nothing to put anywhere. */
    @Override
    public Blueprint offer(Blueprint product) {
        return product;
    }

    @Override
    public <T> T inOneUnit(OrgId org, Supplier<Uni<T>> steps) {
        var caller = caller(org);
        var work = new Work(
                ChangeTaskStatus.Command.class,
                caller,
                Origin.internal("test"),
                gate.scope(Permission.CUSTOMER_READ, caller));
        return await(() -> unitOfWork.in(work, steps));
    }

    @Override
    public long events() {
        try (var database = Database.asSuperuser()) {
            return database.number("select count(*) from outbox where org_id = ?", AdoptionFixtures.ORG.value());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Caller caller(OrgId org) {
        return Caller.of(new Actor(org, "anna"), Role.ADMIN);
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException refusal) {
            throw refusal;
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
    }
}
