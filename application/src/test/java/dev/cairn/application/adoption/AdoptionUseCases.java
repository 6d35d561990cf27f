package dev.cairn.application.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.everythingOf;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.adoption.view.AssignmentView;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Envelope;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.Role;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.AssignmentName;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;

/** The use cases of adoption over a world in memory, and short words for what tests do with them. */
final class AdoptionUseCases {
    static final Caller CSS = Caller.of(ANNA, Role.CSS);
    static final Caller ADMIN = Caller.of(ANNA, Role.ADMIN);
    static final Caller VIEWER = Caller.of(ANNA, Role.VIEWER);

    final InMemoryAdoption world = new InMemoryAdoption();
    final CustomerId customer = world.aCustomer();
    final AssignProduct assignProduct =
            new AssignProductHandler(world.frame(MONDAY), world.blueprints(), world.assignments(), world.plans());
    final ChangeAssignment changeAssignment = new ChangeAssignmentHandler(
            world.frame(MONDAY),
            world.blueprints(),
            world.assignments(),
            world.plans(),
            world.tasks(),
            world.planSyncs());
    final RemoveAssignment removeAssignment =
            new RemoveAssignmentHandler(world.frame(MONDAY), world.assignments(), world.plans(), world.versions());
    final RestoreAssignment restoreAssignment =
            new RestoreAssignmentHandler(world.frame(TUESDAY), world.blueprints(), world.assignments(), world.plans());
    final SaveFilterPreference saveFilterPreference =
            new SaveFilterPreferenceHandler(world.frame(MONDAY), world.plans(), world.filterPreferences());
    final ChangeTaskStatus changeTaskStatus =
            new ChangeTaskStatusHandler(world.frame(MONDAY), world.plans(), world.tasks(), world.versions());
    final ChangeTaskStatuses changeTaskStatuses =
            new ChangeTaskStatusesHandler(world.frame(MONDAY), world.plans(), world.tasks(), world.versions());

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

    /** Assigns all of the product at ESSENTIAL; what was told so far is forgotten. */
    AssignmentView assigned(Blueprint product) {
        var command = new AssignProduct.Command(
                customer,
                world.offer(product).ofProduct(),
                AssignmentName.DEFAULT,
                everythingOf(LicenseLevel.ESSENTIAL),
                Optional.empty());
        var view = run(assignProduct, command);
        world.outbox.clear();
        return view;
    }

    List<TaskId> tasksOf(PlanId plan) {
        return world.storedTasks(plan).stream().map(task -> task.id()).toList();
    }

    List<String> told() {
        return world.outbox.stream().map(DomainEvent::type).toList();
    }
}
