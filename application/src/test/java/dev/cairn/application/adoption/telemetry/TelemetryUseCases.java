package dev.cairn.application.adoption.telemetry;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.ORG;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.adoption.InMemoryAdoption;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Envelope;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.Role;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.AdoptionFixtures;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.ReportedValue;
import dev.cairn.domain.adoption.TelemetryAttribute;
import dev.cairn.domain.adoption.ValueAddress;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;

/** The use cases of telemetry over a world in memory, on Monday, and short words for what tests do with them. */
final class TelemetryUseCases {
    static final Caller CSS = Caller.of(ANNA, Role.CSS);

    final InMemoryAdoption world = new InMemoryAdoption();
    final CustomerId customer = world.aCustomer();

    private final Recording recording = new Recording(
            world.gate(),
            AdoptionFixtures::id,
            world.plans(),
            world.tasks(),
            world.telemetryValues(),
            FreshnessPolicy.USUAL);
    final RecordTelemetryValues recordTelemetryValues =
            new RecordTelemetryValuesHandler(world.frame(MONDAY), recording);
    final RecordPlanTelemetry recordPlanTelemetry =
            new RecordPlanTelemetryHandler(world.frame(MONDAY), world.plans(), recording);
    final ImportPlanTelemetry importPlanTelemetry =
            new ImportPlanTelemetryHandler(world.frame(MONDAY), world.plans(), recording);
    final RecordTelemetryValue recordTelemetryValue = new RecordTelemetryValueHandler(
            world.frame(MONDAY),
            world.plans(),
            world.tasks(),
            world.versions(),
            world.telemetryValues(),
            FreshnessPolicy.USUAL);
    final EvaluateTask evaluateTask = new EvaluateTaskHandler(
            world.frame(MONDAY), world.plans(), world.tasks(), world.versions(), FreshnessPolicy.USUAL);
    final EvaluatePlan evaluatePlan = new EvaluatePlanHandler(
            world.frame(MONDAY), world.plans(), world.tasks(), world.versions(), FreshnessPolicy.USUAL);
    final ResetTaskToTelemetry resetTaskToTelemetry = new ResetTaskToTelemetryHandler(
            world.frame(MONDAY), world.plans(), world.tasks(), world.versions(), FreshnessPolicy.USUAL);

    <C extends GuardedCommand, R> R run(UseCase<C, R> useCase, C command) {
        return runAs(CSS, useCase, command);
    }

    <C extends GuardedCommand, R> R runAs(Caller caller, UseCase<C, R> useCase, C command) {
        Envelope<R, R> envelope = Envelope.plain(caller, Origin.internal("test"));
        return useCase.handle(envelope, () -> command).await().indefinitely(); // in memory nothing waits
    }

    <C extends GuardedCommand, R> void refuses(ErrorCode code, Caller caller, UseCase<C, R> useCase, C command) {
        assertThatThrownBy(() -> runAs(caller, useCase, command))
                .asInstanceOf(InstanceOfAssertFactories.type(DomainException.class))
                .extracting(DomainException::code)
                .isEqualTo(code);
    }

    /** The plan of the customer's that is born of the product. */
    AdoptionPlan.Birth planOf(Blueprint product) {
        return planOf(customer, product);
    }

    AdoptionPlan.Birth planOf(CustomerId whose, Blueprint product) {
        var assignment = AdoptionFixtures.anAssignment(
                whose, world.offer(product), "Default", AdoptionFixtures.everythingOf(LicenseLevel.ESSENTIAL));
        var birth = AdoptionPlan.bornFrom(assignment, product, AdoptionFixtures::id, ANNA, MONDAY);
        world.inOneUnit(
                ORG,
                () -> world.assignments()
                        .add(assignment)
                        .chain(() -> world.plans().add(birth)));
        world.outbox.clear();
        return birth;
    }

    static TelemetryAttribute attribute(AdoptionPlan.Birth plan, int task, int attribute) {
        return plan.tasks().get(task).snapshot().telemetry().get(attribute);
    }

    static ReportedValue seen(int count) {
        return new ReportedValue(
                new JsonValue(BigDecimal.valueOf(count)), "api", Optional.empty(), Optional.empty(), Optional.empty());
    }

    static ReportedValue seen(int count, Instant at) {
        return new ReportedValue(
                new JsonValue(BigDecimal.valueOf(count)), "api", Optional.of(at), Optional.empty(), Optional.empty());
    }

    static ValueBatch.Row row(TelemetryAttribute attribute, ReportedValue reported) {
        return new ValueBatch.Row(new ValueAddress.OfAttribute(attribute.id()), reported);
    }

    static ValueBatch batch(ValueBatch.Row... rows) {
        return new ValueBatch(Optional.empty(), false, true, false, StatusSource.TELEMETRY, List.of(rows));
    }

    static ValueBatch fullFile(UUID id, ValueBatch.Row... rows) {
        return new ValueBatch(Optional.of(id), true, true, false, StatusSource.TELEMETRY, List.of(rows));
    }

    List<String> told() {
        return world.outbox.stream().map(DomainEvent::type).toList();
    }
}
