package dev.cairn.application.adoption.sync;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.NO_NOTE;
import static dev.cairn.domain.adoption.AdoptionFixtures.ORG;
import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.everythingOf;
import static dev.cairn.domain.adoption.AdoptionFixtures.id;
import static dev.cairn.domain.adoption.Products.aProduct;
import static dev.cairn.domain.adoption.SourceTasks.aSource;
import static dev.cairn.domain.catalog.published.LicenseLevel.ESSENTIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.adoption.InMemoryAdoption;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Envelope;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.Precondition;
import dev.cairn.application.shared.Role;
import dev.cairn.application.shared.Terms;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.AdoptionFixtures;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.PreviewToken;
import dev.cairn.domain.adoption.ProductAssignment;
import dev.cairn.domain.adoption.SyncCounts;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class PlanSyncTest {
    private static final Caller CSS = Caller.of(ANNA, Role.CSS);

    private final InMemoryAdoption world = new InMemoryAdoption();
    private final PreviewPlanSync preview = new PreviewPlanSyncHandler(
            world.frame(TUESDAY), world.plans(), world.assignments(), world.tasks(), world.blueprints());
    private final SyncPlan sync = new SyncPlanHandler(
            world.frame(TUESDAY),
            world.plans(),
            world.assignments(),
            world.tasks(),
            world.blueprints(),
            world.planSyncs());
    private final UndoPlanSync undo = new UndoPlanSyncHandler(
            world.frame(TUESDAY),
            world.plans(),
            world.assignments(),
            world.tasks(),
            world.planSyncs(),
            world.versions(),
            world.blueprints());
    private final CustomerId customer = world.aCustomer();
    private final Blueprint first =
            world.offer(aProduct().with(aSource().named("first").weighing("10")).build());
    private final PlanId plan = born(first);

    private PlanId born(Blueprint product) {
        ProductAssignment assignment =
                AdoptionFixtures.anAssignment(customer, product, "Default", everythingOf(ESSENTIAL));
        var birth = AdoptionPlan.bornFrom(assignment, product, AdoptionFixtures::id, ANNA, MONDAY);
        world.inOneUnit(
                ORG,
                () -> world.assignments()
                        .add(assignment)
                        .chain(() -> world.plans().add(birth)));
        world.outbox.clear();
        return birth.plan().id();
    }

    /** One task more, of 5, in the catalogue. */
    private void grow() {
        var grown = aProduct()
                .identified(first.product())
                .at(2)
                .with(aSource().named("second").weighing("5"))
                .build();
        world.offer(new Blueprint(
                first.product(),
                first.name(),
                2,
                Set.of(),
                Set.of(),
                List.of(first.tasks().get(0), grown.tasks().get(0))));
    }

    private <C extends GuardedCommand, R> R run(UseCase<C, R> useCase, C command) {
        return run(CSS, Precondition.NONE, useCase, command);
    }

    private <C extends GuardedCommand, R> R run(
            Caller caller, Precondition precondition, UseCase<C, R> useCase, C command) {
        var envelope = new Envelope<R, R>(
                caller, Origin.internal("test"), () -> new Terms<>(precondition, Optional.empty()), answer -> answer);
        return useCase.handle(envelope, () -> command).await().indefinitely(); // in memory nothing waits
    }

    private <C extends GuardedCommand, R> void refuses(
            ErrorCode code, Caller caller, Precondition precondition, UseCase<C, R> useCase, C command) {
        assertThatThrownBy(() -> run(caller, precondition, useCase, command))
                .asInstanceOf(InstanceOfAssertFactories.type(DomainException.class))
                .extracting(DomainException::code)
                .isEqualTo(code);
    }

    private <C extends GuardedCommand, R> void refuses(ErrorCode code, UseCase<C, R> useCase, C command) {
        refuses(code, CSS, Precondition.NONE, useCase, command);
    }

    private PreviewPlanSync.Command aLook() {
        return new PreviewPlanSync.Command(plan);
    }

    private SyncPlan.Command whatever() {
        return new SyncPlan.Command(plan, Optional.empty());
    }

    private SyncPlan.Command as(PreviewToken token) {
        return new SyncPlan.Command(plan, Optional.of(token));
    }

    private List<String> told() {
        return world.outbox.stream().map(DomainEvent::type).toList();
    }

    @Test
    void a_preview_tells_and_changes_nothing() {
        grow();
        var planBefore = world.stored(plan);
        var tasksBefore = world.storedTasks(plan);

        var seen = run(preview, aLook());

        assertThat(seen.diff().counts()).isEqualTo(new SyncCounts(1, 0, 0, 0));
        assertThat(seen.diff().after().totalWeight()).isEqualByComparingTo("15");
        assertThat(world.stored(plan)).isEqualTo(planBefore);
        assertThat(world.storedTasks(plan)).isEqualTo(tasksBefore);
        assertThat(told()).isEmpty();
    }

    @Test
    void a_synchronisation_does_what_its_preview_said_and_tells_the_world_once() {
        grow();
        var seen = run(preview, aLook());

        var done = run(sync, as(seen.token()));

        assertThat(done.changed()).isTrue();
        assertThat(done.counts()).isEqualTo(seen.diff().counts());
        assertThat(done.plan().needsSync()).isFalse();
        assertThat(done.plan().plan().progress()).isEqualTo(seen.diff().after());
        assertThat(world.stored(plan)).isEqualTo(done.plan().plan());
        assertThat(world.storedTasks(plan)).hasSize(2);
        assertThat(told()).containsExactly("adoption.plan_synced", "adoption.progress_changed");
    }

    @Test
    void done_again_it_changes_nothing_and_tells_nothing() {
        grow();
        var once = run(sync, whatever());
        world.outbox.clear();

        var twice = run(sync, whatever());

        assertThat(twice.changed()).isFalse();
        assertThat(twice.counts()).isEqualTo(SyncCounts.NONE);
        assertThat(twice.plan()).isEqualTo(once.plan());
        assertThat(told()).isEmpty();
    }

    @Test
    void the_plan_is_locked_before_its_tasks_are_loaded() {
        world.steps.clear();
        run(sync, whatever());

        assertThat(world.steps).containsExactly("plan locked", "tasks loaded");
    }

    @Test
    void a_token_of_another_state_or_of_none_is_outdated() {
        var early = run(preview, aLook()).token();
        grow();
        refuses(ErrorCode.PREVIEW_OUTDATED, sync, as(early));
        refuses(ErrorCode.PREVIEW_OUTDATED, sync, as(new PreviewToken("")));

        var late = run(preview, aLook()).token();
        run(sync, as(late));
        refuses(ErrorCode.PREVIEW_OUTDATED, sync, as(late));
        assertThat(told()).containsExactly("adoption.plan_synced", "adoption.progress_changed");
    }

    @Test
    void work_on_the_tasks_does_not_outdate_a_preview() {
        grow();
        var token = run(preview, aLook()).token();
        work();

        assertThat(run(sync, as(token)).plan().plan().progress().completedTasks())
                .isEqualTo(1);
    }

    private void work() {
        var task = world.storedTasks(plan).get(0).id();
        world.inOneUnit(
                ORG,
                () -> world.plans()
                        .lock(plan)
                        .chain(locked -> world.tasks().get(task).chain(it -> {
                            locked.advance(
                                    it.changeStatus(TaskStatus.DONE, NO_NOTE, StatusSource.MANUAL, ANNA, TUESDAY),
                                    ANNA,
                                    TUESDAY);
                            return world.tasks()
                                    .save(it)
                                    .chain(() -> world.plans().save(locked));
                        })));
    }

    @Test
    void it_is_taken_back_once() {
        grow();
        var planBefore = world.stored(plan);
        var tasksBefore = world.storedTasks(plan);
        run(sync, whatever());
        world.outbox.clear();

        var undone = run(undo, new UndoPlanSync.Command(plan));

        assertThat(undone.changed()).isTrue();
        assertThat(undone.counts()).isEqualTo(new SyncCounts(1, 0, 0, 0));
        assertThat(undone.plan().needsSync()).isTrue();
        assertThat(world.storedTasks(plan)).isEqualTo(tasksBefore);
        assertThat(world.stored(plan).progress()).isEqualTo(planBefore.progress());
        assertThat(world.stored(plan).lastSyncedAt()).isEqualTo(planBefore.lastSyncedAt());
        assertThat(told()).containsExactly("adoption.plan_synced", "adoption.progress_changed");
        refuses(ErrorCode.SYNC_NOT_UNDOABLE, undo, new UndoPlanSync.Command(plan));
    }

    @Test
    void it_is_not_taken_back_when_there_was_none_or_tasks_were_worked_on_since() {
        refuses(ErrorCode.SYNC_NOT_UNDOABLE, undo, new UndoPlanSync.Command(plan));
        grow();
        run(sync, whatever());
        work();
        var worked = world.stored(plan);

        refuses(ErrorCode.SYNC_NOT_UNDOABLE, undo, new UndoPlanSync.Command(plan));
        assertThat(world.stored(plan)).isEqualTo(worked);
    }

    @Test
    void all_three_are_refused_to_whoever_may_not_and_for_what_is_not_there() {
        var viewer = Caller.of(ANNA, Role.VIEWER);
        var nowhere = new PlanId(id());
        var stale = Precondition.oneOf(Set.of(7L));
        refuses(ErrorCode.FORBIDDEN, viewer, Precondition.NONE, preview, aLook());
        refuses(ErrorCode.FORBIDDEN, viewer, Precondition.NONE, sync, whatever());
        refuses(ErrorCode.FORBIDDEN, viewer, Precondition.NONE, undo, new UndoPlanSync.Command(plan));
        refuses(ErrorCode.ADOPTION_PLAN_NOT_FOUND, preview, new PreviewPlanSync.Command(nowhere));
        refuses(ErrorCode.ADOPTION_PLAN_NOT_FOUND, sync, new SyncPlan.Command(nowhere, Optional.empty()));
        refuses(ErrorCode.ADOPTION_PLAN_NOT_FOUND, undo, new UndoPlanSync.Command(nowhere));
        refuses(ErrorCode.VERSION_CONFLICT, CSS, stale, preview, aLook());
        refuses(ErrorCode.VERSION_CONFLICT, CSS, stale, sync, whatever());
        refuses(ErrorCode.VERSION_CONFLICT, CSS, stale, undo, new UndoPlanSync.Command(plan));
        world.suspend(customer);
        refuses(ErrorCode.CUSTOMER_SUSPENDED, sync, whatever());
    }
}
