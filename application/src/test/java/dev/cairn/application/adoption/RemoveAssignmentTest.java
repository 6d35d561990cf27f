package dev.cairn.application.adoption;

import static dev.cairn.application.adoption.AdoptionUseCases.ADMIN;
import static dev.cairn.application.adoption.AdoptionUseCases.CSS;
import static dev.cairn.application.adoption.AdoptionUseCases.VIEWER;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.Products.aProduct;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.adoption.view.AssignmentView;
import dev.cairn.domain.adoption.TaskSelection;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoveAssignmentTest {
    private final AdoptionUseCases use = new AdoptionUseCases();
    private final Blueprint product = aProduct().with(2, "10").build();
    private final AssignmentView before = use.assigned(product);
    private final PlanId plan = before.plan().plan().id();
    private final TaskId task = use.tasksOf(plan).get(0);

    @Test
    void assignment_and_plan_are_put_away_and_the_tasks_stay_as_they_are() {
        var stored = use.world.stored(task);

        var after = use.run(use.removeAssignment, remove());

        assertThat(after.assignment().removedAt()).contains(MONDAY);
        assertThat(after.plan().plan().archivedAt()).contains(MONDAY);
        assertThat(after.plan().plan().progress())
                .isEqualTo(before.plan().plan().progress());
        assertThat(use.world.stored(plan)).isEqualTo(after.plan().plan());
        assertThat(use.world.stored(task)).isEqualTo(stored);
        assertThat(use.told()).containsExactly("product.removed");
    }

    @Test
    void it_happens_once() {
        use.run(use.removeAssignment, remove());

        use.refuses(ErrorCode.ASSIGNMENT_NOT_FOUND, CSS, use.removeAssignment, remove());
    }

    @Test
    void the_same_product_can_be_assigned_anew_and_starts_fresh() {
        use.run(use.removeAssignment, remove());

        var again = use.assigned(product);

        assertThat(again.plan().plan().id()).isNotEqualTo(plan);
        assertThat(again.plan().plan().progress().completedTasks()).isZero();
    }

    @Test
    void nobody_works_the_plan_any_more_and_only_an_administrator_learns_why() {
        use.run(use.removeAssignment, remove());
        var one = new ChangeTaskStatus.Command(task, TaskStatus.DONE, Optional.empty());
        var many = new ChangeTaskStatuses.Command(
                plan, TaskSelection.of(use.tasksOf(plan)), TaskStatus.DONE, Optional.empty());

        use.refuses(ErrorCode.TASK_NOT_FOUND, CSS, use.changeTaskStatus, one);
        use.refuses(ErrorCode.ADOPTION_PLAN_NOT_FOUND, CSS, use.changeTaskStatuses, many);
        use.refuses(ErrorCode.TASK_ARCHIVED, ADMIN, use.changeTaskStatus, one);
        use.refuses(ErrorCode.TASK_ARCHIVED, ADMIN, use.changeTaskStatuses, many);
    }

    @Test
    void it_is_refused_to_whoever_may_not_and_while_the_customer_is_suspended() {
        use.refuses(ErrorCode.FORBIDDEN, VIEWER, use.removeAssignment, remove());
        use.world.suspend(use.customer);
        use.refuses(ErrorCode.CUSTOMER_SUSPENDED, CSS, use.removeAssignment, remove());
    }

    private RemoveAssignment.Command remove() {
        return new RemoveAssignment.Command(use.customer, before.assignment().id());
    }
}
