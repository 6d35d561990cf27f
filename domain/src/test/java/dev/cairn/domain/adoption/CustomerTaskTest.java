package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.BEN;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.NO_NOTE;
import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.note;
import static dev.cairn.domain.adoption.Tasks.aTask;
import static dev.cairn.domain.adoption.published.StatusMode.AUTO;
import static dev.cairn.domain.adoption.published.StatusSource.API;
import static dev.cairn.domain.adoption.published.StatusSource.MANUAL;
import static dev.cairn.domain.adoption.published.TaskStatus.COMPLETED;
import static dev.cairn.domain.adoption.published.TaskStatus.DONE;
import static dev.cairn.domain.adoption.published.TaskStatus.IN_PROGRESS;
import static dev.cairn.domain.adoption.published.TaskStatus.NOT_APPLICABLE;
import static dev.cairn.domain.adoption.published.TaskStatus.NOT_STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.adoption.published.TaskStatusChanged;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.EntityKind;
import dev.cairn.domain.shared.ErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CustomerTaskTest {
    @Test
    void a_new_task_is_not_started_and_telemetry_has_the_say() {
        var state = aTask().build().snapshot().state();

        assertThat(state.status()).isEqualTo(NOT_STARTED);
        assertThat(state.mode()).isEqualTo(AUTO);
        assertThat(state.lastChange()).isEmpty();
        assertThat(state.note()).isEmpty();
        assertThat(aTask().build().snapshot().version()).isEqualTo(1);
    }

    @Nested
    class WhenAPersonSetsTheStatus {
        @ParameterizedTest
        @CsvSource({
            // to,            mode after it
            "NOT_STARTED,     AUTO",
            "IN_PROGRESS,     MANUAL",
            "DONE,            MANUAL",
            "COMPLETED,       MANUAL",
            "NOT_APPLICABLE,  MANUAL",
            "NO_LONGER_USING, MANUAL"
        })
        void the_decision_stands_and_not_started_hands_the_task_back(TaskStatus to, StatusMode mode) {
            for (var from : TaskStatus.values()) {
                var task = aTask().in(from).build();

                task.changeStatus(to, note("said"), MANUAL, BEN, TUESDAY);

                assertThat(task.snapshot().state().status()).isEqualTo(to);
                assertThat(task.snapshot().state().mode()).isEqualTo(mode);
            }
        }

        @Test
        void it_says_who_when_how_and_why() {
            var task = aTask().build();

            task.changeStatus(IN_PROGRESS, note("Kick-off held"), API, BEN, TUESDAY);

            assertThat(task.snapshot().state().lastChange())
                    .contains(new StatusStamp(TUESDAY, "ben", API, note("Kick-off held")));
        }

        @Test
        void a_change_without_a_note_clears_the_one_before() {
            var task = aTask().in(IN_PROGRESS).saying("Kick-off held").build();

            task.changeStatus(DONE, NO_NOTE, MANUAL, BEN, TUESDAY);

            assertThat(task.snapshot().state().note()).isEmpty();
        }

        @Test
        void the_version_rises_once() {
            var task = aTask().build();

            task.changeStatus(DONE, note("a"), MANUAL, ANNA, MONDAY);
            task.changeStatus(DONE, note("a"), MANUAL, ANNA, MONDAY);

            assertThat(task.snapshot().version()).isEqualTo(2);
        }

        @Test
        void it_reports_the_step_its_plan_takes() {
            var task = aTask().weighing("12.5").in(IN_PROGRESS).build();

            var step = task.changeStatus(DONE, NO_NOTE, MANUAL, ANNA, MONDAY);

            assertThat(step.completedWeight()).isEqualByComparingTo("12.5");
            assertThat(step.totalWeight()).isZero();
            assertThat(step.byStatus()).containsEntry(IN_PROGRESS, -1).containsEntry(DONE, 1);
        }

        @Test
        void it_tells_what_its_history_needs() {
            var task = aTask().in(IN_PROGRESS).saying("Kick-off held").build();

            task.changeStatus(DONE, note("Went live"), MANUAL, BEN, TUESDAY);

            var event = only(task);
            assertThat(event.type()).isEqualTo("adoption.task_status_changed");
            assertThat(event.occurrence().subject().kind()).isEqualTo(EntityKind.TASK);
            assertThat(event.occurrence().subject().id()).isEqualTo(task.id().value());
            assertThat(event.occurrence().subject().customer())
                    .contains(task.snapshot().customer());
            assertThat(event.occurrence().by()).isEqualTo(BEN);
            assertThat(event.occurrence().at()).isEqualTo(TUESDAY);
            assertThat(event.plan()).isEqualTo(task.snapshot().plan());
            assertThat(event.data())
                    .isEqualTo(Map.of(
                            "planId", task.snapshot().plan().value().toString(),
                            "from", "IN_PROGRESS",
                            "to", "DONE",
                            "mode", "MANUAL",
                            "source", "MANUAL",
                            "notes", "Went live"));
            assertThat(event.changes().before())
                    .isEqualTo(Map.of("status", "IN_PROGRESS", "statusNotes", "Kick-off held"));
            assertThat(event.changes().after()).isEqualTo(Map.of("status", "DONE", "statusNotes", "Went live"));
        }

        @Test
        void automation_does_not_come_this_way() {
            var task = aTask().build();
            for (var source : List.of(StatusSource.TELEMETRY, StatusSource.IMPORT, StatusSource.SYSTEM)) {
                assertThatThrownBy(() -> task.changeStatus(DONE, NO_NOTE, source, ANNA, MONDAY))
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Nested
    class WhenTheSameStatusIsSetAgain {
        @ParameterizedTest
        @EnumSource(TaskStatus.class)
        void without_a_note_or_with_the_same_one_nothing_changes(TaskStatus status) {
            var task = aTask().in(status).saying("said").build();
            var before = task.snapshot();

            assertThat(task.changeStatus(status, NO_NOTE, MANUAL, BEN, TUESDAY)).isEqualTo(Progress.NONE);
            assertThat(task.changeStatus(status, note("said"), MANUAL, BEN, TUESDAY))
                    .isEqualTo(Progress.NONE);

            assertThat(task.snapshot()).isEqualTo(before);
            assertThat(task.takeEvents()).isEmpty();
        }

        @Test
        void another_note_is_a_change_that_moves_no_figure() {
            var task = aTask().in(DONE).saying("said").build();

            assertThat(task.changeStatus(DONE, note("said better"), MANUAL, BEN, TUESDAY))
                    .isEqualTo(Progress.NONE);

            assertThat(task.snapshot().state().note()).isEqualTo(note("said better"));
            var event = only(task);
            assertThat(event.from()).isEqualTo(event.to()).isEqualTo(DONE);
        }

        @Test
        void a_person_takes_over_what_automation_set() {
            var task = aTask().setByTelemetry(DONE).saying("rule 3").build();
            var completed = task.snapshot().state().completion();

            assertThat(task.changeStatus(DONE, NO_NOTE, MANUAL, BEN, TUESDAY)).isEqualTo(Progress.NONE);

            var state = task.snapshot().state();
            assertThat(state.mode()).isEqualTo(StatusMode.MANUAL);
            assertThat(state.lastChange()).contains(new StatusStamp(TUESDAY, "ben", MANUAL, NO_NOTE));
            assertThat(state.completion()).isEqualTo(completed);
            var event = only(task);
            assertThat(event.from()).isEqualTo(event.to()).isEqualTo(DONE);
            assertThat(event.mode()).isEqualTo(StatusMode.MANUAL);
            assertThat(event.changes().before()).containsEntry("statusMode", "AUTO");
            assertThat(task.snapshot().version()).isEqualTo(3);
        }

        @Test
        void a_second_confirmation_adds_nothing() {
            var task = aTask().setByTelemetry(DONE).build();
            task.changeStatus(DONE, NO_NOTE, MANUAL, BEN, MONDAY);
            task.takeEvents();

            task.changeStatus(DONE, NO_NOTE, MANUAL, ANNA, TUESDAY);

            assertThat(task.takeEvents()).isEmpty();
        }
    }

    @Nested
    class Completion {
        @ParameterizedTest
        @EnumSource(
                value = TaskStatus.class,
                names = {"DONE", "COMPLETED"})
        void is_stamped_on_entering_a_complete_status(TaskStatus to) {
            var task = aTask().in(IN_PROGRESS).build();

            task.changeStatus(to, NO_NOTE, MANUAL, BEN, TUESDAY);

            assertThat(task.snapshot().state().completion()).contains(completion(TUESDAY, "ben"));
        }

        @Test
        void is_kept_between_done_and_completed() {
            var task = aTask().in(DONE).build();

            task.changeStatus(COMPLETED, NO_NOTE, MANUAL, BEN, TUESDAY);
            assertThat(task.snapshot().state().completion()).contains(completion(MONDAY, "anna"));

            task.changeStatus(DONE, NO_NOTE, MANUAL, BEN, TUESDAY);
            assertThat(task.snapshot().state().completion()).contains(completion(MONDAY, "anna"));
        }

        @ParameterizedTest
        @EnumSource(
                value = TaskStatus.class,
                mode = EnumSource.Mode.EXCLUDE,
                names = {"DONE", "COMPLETED"})
        void is_cleared_on_leaving(TaskStatus to) {
            var task = aTask().in(DONE).build();

            task.changeStatus(to, NO_NOTE, MANUAL, BEN, TUESDAY);

            assertThat(task.snapshot().state().completion()).isEmpty();
        }

        private dev.cairn.domain.adoption.Completion completion(Instant at, String by) {
            return new dev.cairn.domain.adoption.Completion(at, by);
        }
    }

    @Nested
    class WhenArchived {
        @Test
        void it_leaves_the_figures_and_keeps_its_status() {
            var task = aTask().weighing("4").in(DONE).saying("said").build();

            var step = task.archive(ArchiveReason.OUTCOME, TUESDAY);

            assertThat(step)
                    .isEqualTo(Progress.NONE.minus(
                            Progress.of(DONE, task.snapshot().content().weight())));
            assertThat(task.share()).isEqualTo(Progress.NONE);
            var state = task.snapshot().state();
            assertThat(state.archival()).contains(new Archival(TUESDAY, ArchiveReason.OUTCOME));
            assertThat(state.status()).isEqualTo(DONE);
            assertThat(state.note()).isEqualTo(note("said"));
            assertThat(task.snapshot().version()).isEqualTo(3);
        }

        @Test
        void doing_it_again_changes_nothing() {
            var task = aTask().archivedBecause(ArchiveReason.LICENSE).build();
            var before = task.snapshot();

            assertThat(task.archive(ArchiveReason.RELEASE, TUESDAY)).isEqualTo(Progress.NONE);

            assertThat(task.snapshot()).isEqualTo(before);
        }

        @ParameterizedTest
        @EnumSource(TaskStatus.class)
        void no_status_can_be_set_not_even_the_one_it_has(TaskStatus to) {
            var task = aTask().archivedBecause(ArchiveReason.SOURCE_DELETED).build();

            assertThatThrownBy(() -> task.changeStatus(to, NO_NOTE, MANUAL, ANNA, TUESDAY))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TASK_ARCHIVED));
        }
    }

    @Test
    void what_is_stored_comes_back_as_it_was_and_repeats_no_event() {
        var stored = aTask().in(DONE)
                .saying("said")
                .archivedBecause(ArchiveReason.LICENSE)
                .build()
                .snapshot();

        var restored = CustomerTask.restore(stored);

        assertThat(restored.snapshot()).isEqualTo(stored);
        assertThat(restored.takeEvents()).isEmpty();
    }

    @Test
    void what_cannot_have_been_stored_does_not_come_back() {
        var task = aTask().build().snapshot();

        assertThatThrownBy(() -> CustomerTask.restore(new CustomerTask.Snapshot(
                        task.org(),
                        task.id(),
                        task.plan(),
                        task.customer(),
                        task.content(),
                        task.telemetry(),
                        task.state(),
                        0)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new TaskState(DONE, AUTO, Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new TaskState(
                        NOT_APPLICABLE,
                        AUTO,
                        Optional.empty(),
                        Optional.of(new dev.cairn.domain.adoption.Completion(MONDAY, "anna")),
                        Optional.empty()))
                .isInstanceOf(IllegalStateException.class);
    }

    private static TaskStatusChanged only(CustomerTask task) {
        var events = task.takeEvents();
        assertThat(events).hasSize(1);
        return (TaskStatusChanged) events.get(0);
    }
}
