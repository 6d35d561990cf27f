package dev.cairn.application.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.BEN;
import static dev.cairn.domain.adoption.AdoptionFixtures.NO_NOTE;
import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.id;
import static dev.cairn.domain.adoption.AdoptionFixtures.note;
import static dev.cairn.domain.adoption.Products.aProduct;
import static dev.cairn.domain.adoption.SourceTasks.aSource;
import static dev.cairn.domain.adoption.published.TaskStatus.DONE;
import static dev.cairn.domain.adoption.published.TaskStatus.IN_PROGRESS;
import static dev.cairn.domain.adoption.published.TaskStatus.NOT_STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.domain.adoption.ArchiveReason;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.TaskId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link CustomerTasks} keeps. */
public abstract class CustomerTasksContract extends AdoptionContract {
    @Test
    void every_change_of_a_task_is_found_again() {
        var task = aStoredTask().id();

        var begun =
                change(task, it -> it.changeStatus(IN_PROGRESS, note("Kick-off held"), StatusSource.API, BEN, TUESDAY));
        assertThat(found(task)).isEqualTo(begun);

        var finished = change(task, it -> it.changeStatus(DONE, NO_NOTE, StatusSource.MANUAL, ANNA, TUESDAY));
        assertThat(finished.state().completion()).isPresent();
        assertThat(found(task)).isEqualTo(finished);

        var reopened = change(task, it -> it.changeStatus(NOT_STARTED, NO_NOTE, StatusSource.MANUAL, ANNA, TUESDAY));
        assertThat(reopened.state().completion()).isEmpty();
        assertThat(found(task)).isEqualTo(reopened);

        var away = change(task, it -> it.archive(ArchiveReason.OUTCOME, TUESDAY));
        assertThat(away.version()).isEqualTo(5);
        assertThat(found(task)).isEqualTo(away);
    }

    @Test
    void nobody_finds_what_is_not_there_or_somebody_elses() {
        var task = aStoredTask();

        refuses(ErrorCode.TASK_NOT_FOUND, () -> tasks().get(new TaskId(id())));
        refuses(ErrorCode.TASK_NOT_FOUND, ELSEWHERE, () -> tasks().get(task.id()));
        assertThat(inOneUnit(ELSEWHERE, () -> tasks().ofPlan(task.snapshot().plan(), Set.of(task.id()))))
                .isEmpty();
    }

    @Test
    void of_a_plan_one_gets_the_tasks_named_that_it_has_archived_ones_too() {
        var birth = aStoredPlan(aProduct().with(3, "1").build());
        var stranger = aStoredTask().id();
        var first = birth.tasks().get(0).id();
        var second = birth.tasks().get(1).id();
        change(second, it -> it.archive(ArchiveReason.LICENSE, TUESDAY));

        var some =
                inOneUnit(() -> tasks().ofPlan(birth.plan().id(), Set.of(first, second, stranger, new TaskId(id()))));

        assertThat(some).extracting(CustomerTask::id).containsExactlyInAnyOrder(first, second);
        assertThat(some).extracting(CustomerTask::snapshot).contains(found(first), found(second));
    }

    @Test
    void many_are_saved_as_one() {
        var birth = aStoredPlan(aProduct()
                .with(20, "1")
                .with(aSource().measuredBy("users", true, true))
                .build());
        var ids = birth.tasks().stream().map(CustomerTask::id).collect(Collectors.toSet());
        long before = storedEvents();

        var saved = inOneUnit(() -> tasks().ofPlan(birth.plan().id(), ids).chain(many -> {
            many.forEach(task -> task.changeStatus(DONE, note("together"), StatusSource.MANUAL, ANNA, TUESDAY));
            return tasks().saveAll(many)
                    .replaceWith(() -> many.stream().map(CustomerTask::snapshot).toList());
        }));

        assertThat(saved)
                .hasSize(21)
                .allSatisfy(task -> assertThat(found(task.id())).isEqualTo(task));
        assertThat(storedEvents()).isEqualTo(before + 21);
    }

    @Test
    void saving_none_is_no_mistake() {
        inOneUnit(() -> tasks().saveAll(List.of()));
    }

    @Test
    void what_happened_is_stored_once_with_the_state() {
        var task = aStoredTask().id();
        long before = storedEvents();

        change(task, it -> it.changeStatus(DONE, NO_NOTE, StatusSource.MANUAL, ANNA, TUESDAY));
        change(task, it -> it.changeStatus(DONE, NO_NOTE, StatusSource.MANUAL, ANNA, TUESDAY));

        assertThat(storedEvents()).isEqualTo(before + 1);
    }

    @Test
    void a_failure_after_save_leaves_neither_state_nor_event() {
        var task = aStoredTask();
        long before = storedEvents();

        assertThatThrownBy(() -> inOneUnit(() -> tasks().get(task.id()).chain(it -> {
                    it.changeStatus(DONE, NO_NOTE, StatusSource.MANUAL, ANNA, TUESDAY);
                    return tasks().save(it).chain(() -> fail());
                })))
                .hasMessageContaining("later step");

        assertThat(found(task.id())).isEqualTo(task.snapshot());
        assertThat(storedEvents()).isEqualTo(before);
    }

    private CustomerTask aStoredTask() {
        return aStoredPlan(aProduct().with(1, "2.5").build()).tasks().get(0);
    }

    private CustomerTask.Snapshot change(TaskId id, Consumer<CustomerTask> how) {
        return inOneUnit(() -> plans().lockPlanOf(id)
                .chain(() -> tasks().get(id))
                .chain(task -> {
                    how.accept(task);
                    return tasks().save(task).replaceWith(task::snapshot);
                }));
    }

    private CustomerTask.Snapshot found(TaskId id) {
        return inOneUnit(() -> tasks().get(id)).snapshot();
    }
}
