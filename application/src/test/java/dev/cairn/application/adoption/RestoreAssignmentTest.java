package dev.cairn.application.adoption;

import static dev.cairn.application.adoption.AdoptionUseCases.CSS;
import static dev.cairn.application.adoption.AdoptionUseCases.VIEWER;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.everythingOf;
import static dev.cairn.domain.adoption.AdoptionFixtures.id;
import static dev.cairn.domain.adoption.AdoptionFixtures.outcome;
import static dev.cairn.domain.adoption.AdoptionFixtures.outcomeIds;
import static dev.cairn.domain.adoption.Products.aProduct;
import static dev.cairn.domain.catalog.published.LicenseLevel.ESSENTIAL;
import static dev.cairn.domain.catalog.published.LicenseLevel.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.adoption.view.AssignmentView;
import dev.cairn.domain.adoption.AssignmentName;
import dev.cairn.domain.adoption.Entitlement;
import dev.cairn.domain.adoption.StatusNote;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestoreAssignmentTest {
    private final AdoptionUseCases use = new AdoptionUseCases();
    private final Blueprint product = aProduct().at(3).with(2, "10").build();
    private final AssignmentView before = use.assigned(product);
    private final PlanId plan = before.plan().plan().id();
    private final TaskId task = use.tasksOf(plan).get(0);

    private void work() {
        use.run(
                use.changeTaskStatus,
                new ChangeTaskStatus.Command(task, TaskStatus.DONE, StatusNote.of("In the workshop")));
    }

    private void remove(AssignmentView assigned) {
        use.run(
                use.removeAssignment,
                new RemoveAssignment.Command(use.customer, assigned.assignment().id()));
        use.world.outbox.clear();
    }

    private RestoreAssignment.Command restore(Entitlement entitlement) {
        return new RestoreAssignment.Command(
                use.customer, product.ofProduct(), AssignmentName.DEFAULT, entitlement, Optional.empty());
    }

    @Test
    void assignment_plan_and_tasks_are_as_they_were() {
        work();
        var worked = use.world.stored(plan);
        var done = use.world.stored(task);
        remove(before);

        var back = use.run(use.restoreAssignment, restore(everythingOf(ESSENTIAL)));

        assertThat(back.assignment().id()).isEqualTo(before.assignment().id());
        assertThat(back.assignment().removedAt()).isEmpty();
        assertThat(back.assignment().purchasedAt()).isEqualTo(MONDAY);
        assertThat(back.plan().needsSync()).isFalse();
        assertThat(back.plan().plan())
                .usingRecursiveComparison()
                .ignoringFields("version", "startedAt")
                .isEqualTo(worked);
        assertThat(use.world.stored(plan)).isEqualTo(back.plan().plan());
        assertThat(use.world.stored(task)).isEqualTo(done);
        assertThat(use.told()).containsExactly("product.assigned");
    }

    @Test
    void the_plan_is_worked_on_again() {
        remove(before);
        use.run(use.restoreAssignment, restore(everythingOf(ESSENTIAL)));

        work();

        assertThat(use.world.stored(plan).progress().completedTasks()).isEqualTo(1);
    }

    @Test
    void what_does_not_fit_any_more_is_told_as_ever() {
        remove(before);

        var other = use.run(use.restoreAssignment, restore(everythingOf(SIGNATURE)));
        assertThat(other.assignment().entitlement()).isEqualTo(everythingOf(SIGNATURE));
        assertThat(other.plan().plan().entitlement()).isEqualTo(everythingOf(ESSENTIAL));
        assertThat(other.plan().needsSync()).isTrue();

        remove(other);
        use.world.offer(
                aProduct().identified(product.product()).at(4).with(2, "10").build());
        var moved = use.run(use.restoreAssignment, restore(everythingOf(ESSENTIAL)));
        assertThat(moved.plan().plan().entitlementsChanged()).isFalse();
        assertThat(moved.plan().needsSync()).isTrue();
    }

    @Test
    void of_several_the_last_one_comes_back() {
        remove(before);
        var second = use.assigned(product);
        remove(second);

        var back = use.run(use.restoreAssignment, restore(everythingOf(ESSENTIAL)));

        assertThat(back.assignment().id()).isEqualTo(second.assignment().id());
    }

    @Test
    void it_was_bought_when_the_request_says_so() {
        remove(before);
        var command = new RestoreAssignment.Command(
                use.customer,
                product.ofProduct(),
                AssignmentName.DEFAULT,
                everythingOf(ESSENTIAL),
                Optional.of(TUESDAY));

        var back = use.run(use.restoreAssignment, command);

        assertThat(back.assignment().purchasedAt()).isEqualTo(TUESDAY);
        assertThat(back.plan().plan().startedAt()).isEqualTo(TUESDAY);
    }

    @Test
    void what_the_customer_has_is_not_brought_back() {
        use.refuses(ErrorCode.CUSTOMER_PRODUCT_EXISTS, CSS, use.restoreAssignment, restore(everythingOf(ESSENTIAL)));
        remove(before);
        use.run(use.restoreAssignment, restore(everythingOf(ESSENTIAL)));
        use.refuses(ErrorCode.CUSTOMER_PRODUCT_EXISTS, CSS, use.restoreAssignment, restore(everythingOf(ESSENTIAL)));
    }

    @Test
    void what_it_never_had_is_not_there_and_nothing_starts_fresh_behind_the_callers_back() {
        remove(before);
        var berlin = new RestoreAssignment.Command(
                use.customer,
                product.ofProduct(),
                new AssignmentName("Berlin"),
                everythingOf(ESSENTIAL),
                Optional.empty());

        use.refuses(ErrorCode.ASSIGNMENT_NOT_FOUND, CSS, use.restoreAssignment, berlin);
        assertThat(use.world.storedAssignments()).isEqualTo(1);
    }

    @Test
    void it_is_refused_where_a_fresh_one_would_be() {
        remove(before);
        var strange = new Entitlement(ESSENTIAL, outcomeIds(outcome("strange")), Set.of());
        var fine = restore(everythingOf(ESSENTIAL));
        var nobody = new RestoreAssignment.Command(
                new CustomerId(id()), product.ofProduct(), fine.name(), fine.entitlement(), Optional.empty());

        use.refuses(ErrorCode.OUTCOME_NOT_OF_PRODUCT, CSS, use.restoreAssignment, restore(strange));
        use.refuses(ErrorCode.FORBIDDEN, VIEWER, use.restoreAssignment, fine);
        use.refuses(ErrorCode.CUSTOMER_NOT_FOUND, CSS, use.restoreAssignment, nobody);
        use.world.archive(product.product());
        use.refuses(ErrorCode.PRODUCT_NOT_FOUND, CSS, use.restoreAssignment, fine);
        use.world.suspend(use.customer);
        use.refuses(ErrorCode.CUSTOMER_SUSPENDED, CSS, use.restoreAssignment, fine);
        assertThat(use.world.stored(plan).archivedAt()).isPresent();
        assertThat(use.told()).isEmpty();
    }
}
