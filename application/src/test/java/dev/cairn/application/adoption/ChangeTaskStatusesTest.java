package dev.cairn.application.adoption;

import static dev.cairn.application.adoption.AdoptionUseCases.CSS;
import static dev.cairn.application.adoption.AdoptionUseCases.VIEWER;
import static dev.cairn.domain.adoption.AdoptionFixtures.id;
import static dev.cairn.domain.adoption.AdoptionFixtures.note;
import static dev.cairn.domain.adoption.Products.aProduct;
import static dev.cairn.domain.adoption.published.TaskStatus.DONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.adoption.view.TaskView;
import dev.cairn.domain.adoption.TaskSelection;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeTaskStatusesTest {
    private final AdoptionUseCases use = new AdoptionUseCases();
    private final PlanId plan =
            use.assigned(aProduct().with(4, "2.5").build()).plan().plan().id();
    private final List<TaskId> tasks = use.tasksOf(plan);

    @Test
    void the_tasks_change_together_and_the_plan_takes_one_step() {
        var after = use.run(use.changeTaskStatuses, finish(tasks.get(2), tasks.get(0), tasks.get(1)));

        assertThat(after.tasks()).extracting(TaskView::id).containsExactly(tasks.get(2), tasks.get(0), tasks.get(1));
        assertThat(after.tasks()).allSatisfy(task -> {
            assertThat(task.state().status()).isEqualTo(DONE);
            assertThat(task.state().note()).isEqualTo(note("Workshop"));
            assertThat(use.world.stored(task.id()).state()).isEqualTo(task.state());
        });
        assertThat(after.plan().plan().progress().percentage()).isEqualByComparingTo("75");
        assertThat(use.world.stored(plan)).isEqualTo(after.plan().plan());
        assertThat(use.told())
                .containsExactly(
                        "adoption.task_status_changed",
                        "adoption.task_status_changed",
                        "adoption.task_status_changed",
                        "adoption.progress_changed",
                        "adoption.milestone_reached",
                        "adoption.milestone_reached",
                        "adoption.milestone_reached");
    }

    @Test
    void the_plan_is_locked_before_its_tasks_are_loaded_all_at_once() {
        use.run(use.changeTaskStatuses, finish(tasks.get(0), tasks.get(1)));

        assertThat(use.world.steps).containsExactly("plan locked", "tasks loaded");
    }

    @Test
    void those_that_are_so_already_are_left_as_they_are() {
        use.run(use.changeTaskStatuses, finish(tasks.get(0)));
        use.world.outbox.clear();

        var after = use.run(use.changeTaskStatuses, finish(tasks.get(0), tasks.get(1)));

        assertThat(after.tasks()).extracting(TaskView::version).containsExactly(2L, 2L);
        assertThat(use.told())
                .containsExactly(
                        "adoption.task_status_changed", "adoption.progress_changed", "adoption.milestone_reached");
    }

    @Test
    void one_strange_task_keeps_all_as_they_were() {
        var before = use.world.storedTasks(plan);

        use.refuses(ErrorCode.TASK_NOT_OF_PLAN, CSS, use.changeTaskStatuses, finish(tasks.get(0), new TaskId(id())));

        assertThat(use.world.storedTasks(plan)).isEqualTo(before);
        assertThat(use.told()).isEmpty();
    }

    @Test
    void a_task_of_another_plan_is_a_strange_one() {
        var elsewhere = use.tasksOf(
                use.assigned(aProduct().with(1, "1").build()).plan().plan().id());

        use.refuses(ErrorCode.TASK_NOT_OF_PLAN, CSS, use.changeTaskStatuses, finish(elsewhere.get(0)));
    }

    @Test
    void it_is_refused_to_whoever_may_not_and_for_what_is_not_there() {
        var nowhere = new ChangeTaskStatuses.Command(new PlanId(id()), TaskSelection.of(tasks), DONE, Optional.empty());

        use.refuses(ErrorCode.FORBIDDEN, VIEWER, use.changeTaskStatuses, finish(tasks.get(0)));
        use.refuses(ErrorCode.ADOPTION_PLAN_NOT_FOUND, CSS, use.changeTaskStatuses, nowhere);
        use.world.suspend(use.customer);
        use.refuses(ErrorCode.CUSTOMER_SUSPENDED, CSS, use.changeTaskStatuses, finish(tasks.get(0)));
    }

    private ChangeTaskStatuses.Command finish(TaskId... ids) {
        return new ChangeTaskStatuses.Command(plan, TaskSelection.of(List.of(ids)), DONE, note("Workshop"));
    }
}
