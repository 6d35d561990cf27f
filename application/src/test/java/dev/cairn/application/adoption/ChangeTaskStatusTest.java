package dev.cairn.application.adoption;

import static dev.cairn.application.adoption.AdoptionUseCases.CSS;
import static dev.cairn.application.adoption.AdoptionUseCases.VIEWER;
import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.BEN;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.id;
import static dev.cairn.domain.adoption.AdoptionFixtures.note;
import static dev.cairn.domain.adoption.Products.aProduct;
import static dev.cairn.domain.adoption.SourceTasks.aSource;
import static dev.cairn.domain.adoption.published.TaskStatus.DONE;
import static dev.cairn.domain.adoption.published.TaskStatus.IN_PROGRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Role;
import dev.cairn.domain.adoption.ArchiveReason;
import dev.cairn.domain.adoption.StatusStamp;
import dev.cairn.domain.adoption.TelemetryProgress;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeTaskStatusTest {
    private final AdoptionUseCases use = new AdoptionUseCases();
    private final Blueprint product = aProduct()
            .with(aSource().weighing("7.5").measuredBy("users", true, true))
            .with(aSource().weighing("2.5"))
            .build();
    private final PlanId plan = use.assigned(product).plan().plan().id();
    private final TaskId task = use.tasksOf(plan).get(0);

    @Test
    void finishing_a_task_moves_the_plan_and_tells_the_world_once() {
        var after = use.run(use.changeTaskStatus, set(DONE));

        assertThat(after.plan().plan().progress().percentage()).isEqualByComparingTo("75");
        assertThat(use.world.stored(plan)).isEqualTo(after.plan().plan());
        assertThat(use.world.stored(task).state()).isEqualTo(after.task().state());
        assertThat(use.told())
                .containsExactly(
                        "adoption.task_status_changed",
                        "adoption.progress_changed",
                        "adoption.milestone_reached",
                        "adoption.milestone_reached",
                        "adoption.milestone_reached");
    }

    @Test
    void the_plan_is_locked_before_the_task_is_loaded() {
        use.run(use.changeTaskStatus, set(DONE));

        assertThat(use.world.steps).containsExactly("plan locked", "task loaded");
    }

    @Test
    void the_answer_is_all_that_a_page_must_repaint() {
        var after = use.run(use.changeTaskStatus, new ChangeTaskStatus.Command(task, IN_PROGRESS, note("Kick-off")));

        assertThat(after.task().id()).isEqualTo(task);
        assertThat(after.task().plan()).isEqualTo(plan);
        assertThat(after.task().content()).isEqualTo(use.world.stored(task).content());
        assertThat(after.task().state().lastChange())
                .contains(new StatusStamp(MONDAY, "anna", StatusSource.MANUAL, note("Kick-off")));
        assertThat(after.task().archivedAt()).isEmpty();
        assertThat(after.task().telemetry().progress()).isEqualTo(new TelemetryProgress(1, 1, 0, 0));
        assertThat(after.task().version()).isEqualTo(2);
        assertThat(after.plan().needsSync()).isFalse();
    }

    @Test
    void setting_the_same_again_tells_nothing() {
        use.run(use.changeTaskStatus, set(DONE));
        use.world.outbox.clear();

        var again = use.run(use.changeTaskStatus, set(DONE));

        assertThat(again.task().version()).isEqualTo(2);
        assertThat(use.told()).isEmpty();
    }

    @Test
    void a_newer_product_shows_in_the_answer_and_a_status_does_not_make_it_so() {
        use.world.offer(aProduct().identified(product.product()).at(2).build());

        assertThat(use.run(use.changeTaskStatus, set(DONE)).plan().needsSync()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CSS", "ADMIN"})
    void a_token_of_a_person_is_a_persons_decision(Role role) {
        var after = use.runAs(Caller.of(ANNA, role), use.changeTaskStatus, set(DONE));

        assertThat(after.task().state().lastChange().orElseThrow().source()).isEqualTo(StatusSource.MANUAL);
    }

    @Test
    void a_token_of_a_service_that_was_granted_the_right_is_a_programs_decision() {
        var after = use.runAs(Caller.of(ANNA, Role.CSS, Role.SERVICE), use.changeTaskStatus, set(DONE));

        assertThat(after.task().state().lastChange().orElseThrow().source()).isEqualTo(StatusSource.API);
    }

    @Test
    void a_user_changes_the_tasks_of_the_customers_assigned_to_it_and_sees_no_others() {
        var ben = Caller.of(BEN, Role.USER);
        use.refuses(ErrorCode.TASK_NOT_FOUND, ben, use.changeTaskStatus, set(DONE));

        use.world.assign(use.customer, "ben");

        assertThat(use.runAs(ben, use.changeTaskStatus, set(DONE))
                        .task()
                        .state()
                        .status())
                .isEqualTo(DONE);
    }

    @Test
    void a_suspended_customer_keeps_its_task_as_it_was() {
        use.world.suspend(use.customer);

        use.refuses(ErrorCode.CUSTOMER_SUSPENDED, CSS, use.changeTaskStatus, set(DONE));
        assertThat(use.told()).isEmpty();
    }

    @Test
    void it_is_refused_to_whoever_may_not_and_for_what_is_not_there() {
        var nowhere = new ChangeTaskStatus.Command(new TaskId(id()), DONE, Optional.empty());

        use.refuses(ErrorCode.FORBIDDEN, VIEWER, use.changeTaskStatus, set(DONE));
        use.refuses(ErrorCode.TASK_NOT_FOUND, CSS, use.changeTaskStatus, nowhere);
    }

    @Test
    void an_archived_task_is_left_alone() {
        use.world.inOneUnit(
                ANNA.org(),
                () -> use.world.tasks().get(task).chain(it -> {
                    it.archive(ArchiveReason.LICENSE, MONDAY);
                    return use.world.tasks().save(it);
                }));

        use.refuses(ErrorCode.TASK_ARCHIVED, CSS, use.changeTaskStatus, set(DONE));
    }

    private ChangeTaskStatus.Command set(TaskStatus to) {
        return new ChangeTaskStatus.Command(task, to, Optional.empty());
    }
}
