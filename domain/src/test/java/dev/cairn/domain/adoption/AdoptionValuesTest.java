package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.id;
import static dev.cairn.domain.adoption.SourceTasks.aSource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.adoption.published.TaskStatusChanged;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.EntityKind;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Occurrence;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.Subject;
import dev.cairn.domain.shared.TaskId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdoptionValuesTest {
    @Nested
    class AnAssignmentName {
        @Test
        void is_default_when_nobody_says() {
            assertThat(AssignmentName.DEFAULT.value()).isEqualTo("Default");
        }

        @Test
        void has_no_white_space_around_it_and_up_to_255_characters() {
            assertThat(new AssignmentName("  Berlin ").value()).isEqualTo("Berlin");
            assertThat(new AssignmentName("é".repeat(255)).value()).hasSize(255);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "   "})
        void says_something(String blank) {
            assertThat(faultOf(() -> new AssignmentName(blank)).code()).isEqualTo(Fault.Code.REQUIRED);
        }

        @Test
        void is_not_longer() {
            assertThat(faultOf(() -> new AssignmentName("x".repeat(256))).code())
                    .isEqualTo(Fault.Code.LENGTH);
        }
    }

    @Nested
    class ANote {
        @Test
        void is_kept_as_written_up_to_5000_characters() {
            assertThat(StatusNote.of(" Kick-off held\n")).contains(new StatusNote(" Kick-off held\n"));
            assertThat(StatusNote.of("x".repeat(5_000))).isPresent();
        }

        @Test
        void is_none_when_blank() {
            assertThat(StatusNote.of(" \n")).isEmpty();
            assertThat(faultOf(() -> new StatusNote(" ")).code()).isEqualTo(Fault.Code.REQUIRED);
        }

        @Test
        void is_not_longer() {
            assertThat(faultOf(() -> StatusNote.of("x".repeat(5_001))).code()).isEqualTo(Fault.Code.LENGTH);
        }
    }

    @ParameterizedTest
    @CsvSource({"MANUAL, true", "API, true", "TELEMETRY, false", "IMPORT, false", "SYSTEM, false"})
    void people_and_programs_decide_and_automation_does_not(StatusSource source, boolean decision) {
        assertThat(source.isDecision()).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_STARTED, false",
        "IN_PROGRESS, false",
        "DONE, true",
        "COMPLETED, true",
        "NOT_APPLICABLE, false",
        "NO_LONGER_USING, false"
    })
    void done_and_completed_alone_are_complete(TaskStatus status, boolean complete) {
        assertThat(status.isComplete()).isEqualTo(complete);
    }

    @Nested
    class TelemetryInNumbers {
        @Test
        void counts_active_attributes_only_and_nothing_is_met_before_values_arrive() {
            var product = Products.aProduct()
                    .with(aSource()
                            .measuredBy("users", true, true)
                            .measuredBy("sessions", false, true)
                            .measuredBy("retired", true, false))
                    .build();
            var task = AdoptionFixtures.aPlan(product, AdoptionFixtures.everythingOf(LicenseLevel.ESSENTIAL))
                    .tasks()
                    .get(0)
                    .snapshot();

            assertThat(TelemetryFacts.of(task.telemetry()).progress()).isEqualTo(new TelemetryProgress(2, 1, 0, 0));
        }

        @ParameterizedTest
        @CsvSource({
            // total, required, met, required and met, per cent, all required met
            "0, 0, 0, 0, 0.00,   false",
            "2, 1, 0, 0, 0.00,   false",
            "2, 1, 1, 0, 50.00,  false",
            "2, 1, 1, 1, 50.00,  true",
            "3, 0, 2, 0, 66.67,  false",
            "3, 0, 3, 0, 100.00, true"
        })
        void tells_how_much_is_met_and_whether_it_is_enough(
                int total, int required, int met, int metRequired, BigDecimal percentage, boolean enough) {
            var progress = new TelemetryProgress(total, required, met, metRequired);

            assertThat(progress.completionPercentage()).isEqualTo(percentage);
            assertThat(progress.allRequiredMet()).isEqualTo(enough);
        }
    }

    @Nested
    class ASelectionOfTasks {
        private final AdoptionPlan.Birth birth = AdoptionFixtures.aPlanOf(3, "1");
        private final List<TaskId> ids =
                birth.tasks().stream().map(CustomerTask::id).toList();

        @Test
        void finds_its_tasks_in_the_order_they_were_named() {
            var backwards = List.of(ids.get(2), ids.get(0));

            assertThat(TaskSelection.of(backwards).from(birth.tasks()))
                    .extracting(CustomerTask::id)
                    .containsExactlyElementsOf(backwards);
        }

        @Test
        void names_one_task_at_least_and_a_thousand_at_most() {
            assertThat(faultOf(() -> TaskSelection.of(List.of())))
                    .returns("/taskIds", Fault::pointer)
                    .returns(Fault.Code.LENGTH, Fault::code);
            assertThat(TaskSelection.of(some(1_000)).ids()).hasSize(1_000);
            assertThat(faultOf(() -> TaskSelection.of(some(1_001))).code()).isEqualTo(Fault.Code.LENGTH);
        }

        @Test
        void names_each_task_once() {
            var twice = List.of(ids.get(0), ids.get(1), ids.get(0), ids.get(1));

            assertThatThrownBy(() -> TaskSelection.of(twice))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.faults())
                                    .extracting(Fault::pointer, Fault::code)
                                    .containsExactly(
                                            tuple("/taskIds/2", Fault.Code.DUPLICATE),
                                            tuple("/taskIds/3", Fault.Code.DUPLICATE)));
        }

        @Test
        void names_every_task_that_is_not_of_the_plan() {
            var strange = List.of(new TaskId(id()), ids.get(0), new TaskId(id()));

            assertThatThrownBy(() -> TaskSelection.of(strange).from(birth.tasks()))
                    .isInstanceOfSatisfying(DomainException.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo(ErrorCode.TASK_NOT_OF_PLAN);
                        assertThat(refusal.detail()).contains("2 of the tasks");
                        assertThat(refusal.faults())
                                .extracting(Fault::pointer, Fault::code)
                                .containsExactly(
                                        tuple("/taskIds/0", Fault.Code.REFERENCE),
                                        tuple("/taskIds/2", Fault.Code.REFERENCE));
                    });
        }

        @Test
        void names_every_archived_task() {
            birth.tasks().get(1).archive(ArchiveReason.LICENSE, MONDAY);

            assertThatThrownBy(() -> TaskSelection.of(ids).from(birth.tasks()))
                    .isInstanceOfSatisfying(DomainException.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo(ErrorCode.TASK_ARCHIVED);
                        assertThat(refusal.faults()).extracting(Fault::pointer).containsExactly("/taskIds/1");
                    });
        }

        private List<TaskId> some(int count) {
            return Stream.generate(() -> new TaskId(id())).limit(count).toList();
        }
    }

    @Test
    void a_change_by_a_batch_says_which_one_and_a_change_without_note_says_none() {
        var batch = id();
        var subject = new Subject(EntityKind.TASK, id(), Optional.of(new CustomerId(id())));

        var event = new TaskStatusChanged(
                new Occurrence(subject, ANNA, MONDAY),
                new PlanId(id()),
                TaskStatus.NOT_STARTED,
                TaskStatus.DONE,
                StatusMode.AUTO,
                StatusSource.TELEMETRY,
                Optional.empty(),
                Optional.of(batch),
                Changes.NONE);

        assertThat(event.data()).containsEntry("batchId", batch.toString()).doesNotContainKey("notes");
    }

    @Test
    void lists_inside_values_do_not_change_behind_their_back() {
        var birth = AdoptionFixtures.aPlanOf(1, "1");
        var tasks = new ArrayList<>(birth.tasks());
        var copy = new AdoptionPlan.Birth(birth.plan(), tasks);

        tasks.clear();

        assertThat(copy.tasks()).hasSize(1);
    }

    private static Fault faultOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
        var thrown = org.assertj.core.api.Assertions.catchThrowableOfType(DomainException.class, making);
        assertThat(thrown.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
        return thrown.faults().get(0);
    }
}
