package dev.cairn.application.adoption.telemetry;

import static dev.cairn.application.adoption.telemetry.TelemetryUseCases.attribute;
import static dev.cairn.application.adoption.telemetry.TelemetryUseCases.batch;
import static dev.cairn.application.adoption.telemetry.TelemetryUseCases.fullFile;
import static dev.cairn.application.adoption.telemetry.TelemetryUseCases.row;
import static dev.cairn.application.adoption.telemetry.TelemetryUseCases.seen;
import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.NO_NOTE;
import static dev.cairn.domain.adoption.AdoptionFixtures.ORG;
import static dev.cairn.domain.adoption.SourceTasks.aSource;
import static dev.cairn.domain.adoption.published.TaskStatus.DONE;
import static dev.cairn.domain.adoption.published.TaskStatus.IN_PROGRESS;
import static dev.cairn.domain.adoption.published.TaskStatus.NOT_STARTED;
import static dev.cairn.domain.adoption.published.TaskStatus.NO_LONGER_USING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cairn.application.adoption.telemetry.view.RecordedValues;
import dev.cairn.application.adoption.telemetry.view.StatusMove;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Role;
import dev.cairn.domain.adoption.AdoptionFixtures;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.Products;
import dev.cairn.domain.adoption.TelemetryAttribute;
import dev.cairn.domain.adoption.ValueAddress;
import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatusChanged;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.shared.TelemetryAttributeId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TelemetryUseCasesTest {
    private static final Caller VIEWER = Caller.of(ANNA, Role.VIEWER);
    private static final Caller USER = Caller.of(ANNA, Role.USER);

    private final TelemetryUseCases use = new TelemetryUseCases();
    private final AdoptionPlan.Birth plan = use.planOf(Products.aProduct()
            .with(aSource().named("Connect").weighing("7.5").measuredBy("Users", true, true))
            .with(aSource().named("Roll out").weighing("2.5").measuredBy("Users", true, true))
            .build());
    private final PlanId planId = plan.plan().id();
    private final TaskId connect = plan.tasks().get(0).id();
    private final TaskId rollOut = plan.tasks().get(1).id();
    private final TelemetryAttribute users = attribute(plan, 0, 0);
    private final TelemetryAttribute others = attribute(plan, 1, 0);

    private void decide(TaskId task, dev.cairn.domain.adoption.published.TaskStatus status) {
        use.world.inOneUnit(
                ORG,
                () -> use.world.tasks().get(task).chain(it -> {
                    it.changeStatus(status, NO_NOTE, StatusSource.MANUAL, ANNA, MONDAY);
                    return use.world.tasks().save(it);
                }));
        use.world.outbox.clear();
    }

    @Test
    void a_value_is_stored_judged_and_told_once() {
        var recorded = use.run(
                use.recordTelemetryValue, new RecordTelemetryValue.Command(connect, users.id(), seen(150), true));

        assertThat(recorded.taken().duplicate()).isFalse();
        assertThat(use.world.storedValues()).containsExactly(recorded.taken().value());
        assertThat(recorded.change().task().state())
                .isEqualTo(use.world.stored(connect).state());
        assertThat(recorded.change().task().state().status()).isEqualTo(DONE);
        assertThat(recorded.change().plan().plan()).isEqualTo(use.world.stored(planId));
        assertThat(use.world.stored(planId).progress().percentage()).isEqualByComparingTo("75");
        assertThat(use.told())
                .containsExactlyInAnyOrder(
                        "telemetry.values_recorded",
                        "adoption.task_status_changed",
                        "telemetry.evaluated",
                        "adoption.progress_changed",
                        "adoption.milestone_reached",
                        "adoption.milestone_reached",
                        "adoption.milestone_reached");
    }

    @Test
    void a_value_that_is_only_stored_moves_nothing() {
        use.run(use.recordTelemetryValue, new RecordTelemetryValue.Command(connect, users.id(), seen(150), false));
        assertThat(use.world.stored(connect).state().status()).isEqualTo(NOT_STARTED);
        assertThat(use.told()).containsExactly("telemetry.values_recorded");
    }

    @Test
    void a_value_that_is_there_already_is_answered_and_not_told_again() {
        var command = new RecordTelemetryValue.Command(connect, users.id(), seen(150, MONDAY.minusSeconds(9)), true);
        var first = use.run(use.recordTelemetryValue, command);
        use.world.outbox.clear();
        var again = use.run(use.recordTelemetryValue, command);
        assertThat(again.taken().duplicate()).isTrue();
        assertThat(again.taken().value()).isEqualTo(first.taken().value());
        assertThat(use.world.storedValues()).hasSize(1);
        assertThat(use.told()).isEmpty();
    }

    @Test
    void the_plan_is_locked_before_anything_is_judged() {
        use.run(use.recordTelemetryValues, new RecordTelemetryValues.Command(batch(row(users, seen(1)))));
        assertThat(use.world.steps).containsExactly("values located", "plans locked", "tasks loaded");
        use.world.steps.clear();
        use.run(use.evaluatePlan, new EvaluatePlan.Command(planId, false));
        assertThat(use.world.steps).containsExactly("plan locked", "tasks loaded");
    }

    @Test
    void a_batch_judges_each_task_once_and_answers_for_all_of_it() {
        var recorded = use.run(
                use.recordTelemetryValues,
                new RecordTelemetryValues.Command(batch(
                        row(users, seen(5)),
                        row(users, seen(150)),
                        row(users, seen(150)),
                        new ValueBatch.Row(new ValueAddress.OfNames(planId, "Roll out", "Users"), seen(99)),
                        new ValueBatch.Row(
                                new ValueAddress.OfOriginal(planId, others.originalAttributeId()), seen(98)))));

        assertThat(recorded.stored()).isEqualTo(4);
        assertThat(recorded.duplicates()).isEqualTo(1);
        assertThat(recorded.failed()).isEmpty();
        assertThat(recorded.moves()).containsExactly(new StatusMove(connect, planId, NOT_STARTED, DONE, 3));
        assertThat(recorded.plans())
                .containsExactly(new RecordedValues.PlanFigures(
                        planId, use.world.stored(planId).progress()));
        var moved = use.world.outbox.stream()
                .filter(TaskStatusChanged.class::isInstance)
                .map(TaskStatusChanged.class::cast)
                .toList();
        assertThat(moved).singleElement().satisfies(it -> assertThat(it.batch()).contains(recorded.batch()));
    }

    @Test
    void each_row_fails_for_itself_with_the_code_of_a_single_value() {
        var strange = use.world.aCustomer();
        use.world.suspend(strange);
        var suspended = use.planOf(
                strange,
                Products.aProduct()
                        .with(aSource().measuredBy("Users", true, true))
                        .build());
        var recorded = use.run(
                use.recordTelemetryValues,
                new RecordTelemetryValues.Command(batch(
                        new ValueBatch.Row(
                                new ValueAddress.OfAttribute(new TelemetryAttributeId(AdoptionFixtures.id())), seen(1)),
                        new ValueBatch.Row(
                                new ValueAddress.OfNames(new PlanId(AdoptionFixtures.id()), "Connect", "Users"),
                                seen(1)),
                        new ValueBatch.Row(new ValueAddress.OfNames(planId, "Nothing", "Users"), seen(1)),
                        new ValueBatch.Row(new ValueAddress.OfNames(planId, "Connect", "Nothing"), seen(1)),
                        row(attribute(suspended, 0, 0), seen(1)),
                        row(users, seen(1, MONDAY.plusSeconds(301))),
                        row(users, seen(150)))));

        assertThat(recorded.failed())
                .extracting(RecordedValues.Failed::index, RecordedValues.Failed::code)
                .containsExactly(
                        tuple(0, ErrorCode.TELEMETRY_ATTRIBUTE_NOT_FOUND),
                        tuple(1, ErrorCode.ADOPTION_PLAN_NOT_FOUND),
                        tuple(2, ErrorCode.TASK_NOT_FOUND),
                        tuple(3, ErrorCode.TELEMETRY_ATTRIBUTE_NOT_FOUND),
                        tuple(4, ErrorCode.CUSTOMER_SUSPENDED),
                        tuple(5, ErrorCode.INVALID_TELEMETRY_VALUE));
        assertThat(recorded.stored()).isEqualTo(1);
        assertThat(use.world.stored(connect).state().status()).isEqualTo(DONE);
    }

    @Test
    void two_tasks_of_one_name_are_ambiguous() {
        var twins = use.planOf(Products.aProduct()
                .with(aSource().named("Twin").measuredBy("Users", true, true))
                .with(aSource().named("Twin").measuredBy("Users", true, true))
                .build());
        var recorded = use.run(
                use.recordTelemetryValues,
                new RecordTelemetryValues.Command(batch(
                        new ValueBatch.Row(new ValueAddress.OfNames(twins.plan().id(), "Twin", "Users"), seen(1)))));
        assertThat(recorded.failed()).extracting(RecordedValues.Failed::code).containsExactly(ErrorCode.AMBIGUOUS_NAME);
    }

    @Test
    void who_sees_a_plan_and_may_not_write_to_it_is_told_so_row_by_row() {
        var both = Caller.of(ANNA, Role.USER, Role.VIEWER);
        var recorded = use.runAs(
                both, use.recordTelemetryValues, new RecordTelemetryValues.Command(batch(row(users, seen(150)))));
        assertThat(recorded.failed()).extracting(RecordedValues.Failed::code).containsExactly(ErrorCode.FORBIDDEN);
        var blind = use.runAs(
                USER, use.recordTelemetryValues, new RecordTelemetryValues.Command(batch(row(users, seen(150)))));
        assertThat(blind.failed())
                .extracting(RecordedValues.Failed::code)
                .containsExactly(ErrorCode.ADOPTION_PLAN_NOT_FOUND);
        use.world.assign(use.customer, "anna");
        assertThat(use.runAs(
                                USER,
                                use.recordTelemetryValues,
                                new RecordTelemetryValues.Command(batch(row(users, seen(150)))))
                        .stored())
                .isEqualTo(1);
        use.refuses(
                ErrorCode.FORBIDDEN,
                VIEWER,
                use.recordTelemetryValues,
                new RecordTelemetryValues.Command(batch(row(users, seen(150)))));
    }

    @Test
    void a_plans_own_road_takes_no_other_plans_values() {
        var other = use.planOf(Products.aProduct()
                .with(aSource().measuredBy("Users", true, true))
                .build());
        var recorded = use.run(
                use.recordPlanTelemetry,
                new RecordPlanTelemetry.Command(
                        planId, batch(row(attribute(other, 0, 0), seen(1)), row(users, seen(2)))));
        assertThat(recorded.stored()).isEqualTo(1);
        assertThat(recorded.failed())
                .extracting(RecordedValues.Failed::index, RecordedValues.Failed::code)
                .containsExactly(tuple(0, ErrorCode.TELEMETRY_ATTRIBUTE_NOT_FOUND));
    }

    @Test
    void a_dry_run_tells_the_same_and_keeps_nothing() {
        var rows = List.of(row(users, seen(150)), row(others, seen(5)));
        var dry = use.run(
                use.recordTelemetryValues,
                new RecordTelemetryValues.Command(
                        new ValueBatch(Optional.empty(), true, true, true, StatusSource.TELEMETRY, rows)));
        assertThat(use.world.storedValues()).isEmpty();
        assertThat(use.told()).isEmpty();
        assertThat(use.world.stored(planId)).isEqualTo(plan.plan().snapshot());
        var real = use.run(
                use.recordTelemetryValues,
                new RecordTelemetryValues.Command(
                        new ValueBatch(Optional.empty(), true, true, false, StatusSource.TELEMETRY, rows)));
        assertThat(real.moves()).isEqualTo(dry.moves());
        assertThat(real.plans()).isEqualTo(dry.plans());
        assertThat(real.stored()).isEqualTo(dry.stored());
    }

    @Test
    void a_full_file_judges_every_task_of_its_plans_and_counts_once() {
        use.run(
                use.recordTelemetryValues,
                new RecordTelemetryValues.Command(batch(row(users, seen(150)), row(others, seen(150)))));
        var late = MONDAY.plusSeconds(1);
        var first = AdoptionFixtures.id();
        // The clock stands still: a full file of the same instant is not after the values.
        use.world.inOneUnit(
                ORG,
                () -> use.world.plans().lock(planId).chain(locked -> {
                    locked.receiveFullFile(late);
                    return use.world.plans().save(locked);
                }));
        assertThat(use.run(
                                use.recordTelemetryValues,
                                new RecordTelemetryValues.Command(fullFile(first, row(users, seen(151)))))
                        .moves())
                .isEmpty();
        assertThat(use.world.stored(planId).fullFiles()).containsExactly(late, MONDAY);
        use.run(use.recordTelemetryValues, new RecordTelemetryValues.Command(fullFile(first, row(users, seen(152)))));
        assertThat(use.world.stored(planId).fullFiles()).hasSize(2);
        assertThat(use.world.stored(rollOut).telemetry().get(0).reading().lastCheckedAt())
                .contains(MONDAY);
    }

    @Test
    void what_two_full_files_did_not_mention_is_no_longer_used() {
        use.run(use.recordTelemetryValues, new RecordTelemetryValues.Command(batch(row(users, seen(150)))));
        for (int file = 1; file <= 2; file++) {
            var at = MONDAY.plusSeconds(file);
            use.world.inOneUnit(
                    ORG,
                    () -> use.world.plans().lock(planId).chain(locked -> {
                        locked.receiveFullFile(at);
                        return use.world.plans().save(locked);
                    }));
        }
        var evaluated = use.run(use.evaluateTask, new EvaluateTask.Command(connect, false));
        assertThat(evaluated.moves()).containsExactly(new StatusMove(connect, planId, DONE, NO_LONGER_USING, 4));
        assertThat(use.run(use.evaluatePlan, new EvaluatePlan.Command(planId, false))
                        .moves())
                .as("judging twice is judging once")
                .isEmpty();
    }

    @Test
    void a_dry_run_of_an_evaluation_tells_and_keeps_nothing() {
        use.run(use.recordTelemetryValue, new RecordTelemetryValue.Command(connect, users.id(), seen(150), false));
        use.world.outbox.clear();
        assertThat(use.run(use.evaluateTask, new EvaluateTask.Command(connect, true))
                        .moves())
                .hasSize(1);
        assertThat(use.run(use.evaluatePlan, new EvaluatePlan.Command(planId, true))
                        .moves())
                .hasSize(1);
        assertThat(use.world.stored(connect).state().status()).isEqualTo(NOT_STARTED);
        assertThat(use.told()).isEmpty();
        var real = use.run(use.evaluatePlan, new EvaluatePlan.Command(planId, false));
        assertThat(real.moves()).hasSize(1);
        assertThat(use.world.stored(planId)).isEqualTo(real.plan().plan());
    }

    @Test
    void a_person_keeps_the_say_until_it_is_handed_back() {
        decide(connect, IN_PROGRESS);
        use.run(use.recordTelemetryValues, new RecordTelemetryValues.Command(batch(row(users, seen(150)))));
        assertThat(use.world.stored(connect).state().status()).isEqualTo(IN_PROGRESS);
        use.world.outbox.clear();

        var reset = use.run(use.resetTaskToTelemetry, new ResetTaskToTelemetry.Command(connect));

        assertThat(reset.task().state().status()).isEqualTo(DONE);
        assertThat(reset.task().state().mode()).isEqualTo(StatusMode.AUTO);
        assertThat(use.told())
                .containsExactlyInAnyOrder(
                        "adoption.task_status_changed",
                        "adoption.task_status_changed",
                        "telemetry.evaluated",
                        "adoption.progress_changed",
                        "adoption.milestone_reached",
                        "adoption.milestone_reached",
                        "adoption.milestone_reached");
        use.refuses(
                ErrorCode.FORBIDDEN,
                Caller.of(ANNA, Role.SERVICE),
                use.resetTaskToTelemetry,
                new ResetTaskToTelemetry.Command(connect));
    }

    @Test
    void a_sheet_moves_statuses_as_an_import() {
        var rows = List.of(new ValueBatch.Row(new ValueAddress.OfNames(planId, "Connect", "Users"), seen(150)));
        use.run(
                use.importPlanTelemetry,
                new ImportPlanTelemetry.Command(
                        planId, new ValueBatch(Optional.empty(), false, true, false, StatusSource.IMPORT, rows)));
        assertThat(use.world.stored(connect).state().lastChange().map(stamp -> stamp.source()))
                .contains(StatusSource.IMPORT);
        use.refuses(
                ErrorCode.FORBIDDEN,
                USER,
                use.importPlanTelemetry,
                new ImportPlanTelemetry.Command(
                        planId, new ValueBatch(Optional.empty(), false, true, false, StatusSource.IMPORT, rows)));
    }

    @Test
    void a_batch_has_one_to_ten_thousand_values() {
        var one = row(users, seen(1));
        assertThatThrownBy(() -> batch()).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> new ValueBatch(
                        Optional.empty(), false, true, false, StatusSource.TELEMETRY, Collections.nCopies(10_001, one)))
                .isInstanceOf(DomainException.class);
        assertThat(new ValueBatch(
                                Optional.empty(),
                                false,
                                true,
                                false,
                                StatusSource.TELEMETRY,
                                Collections.nCopies(10_000, one))
                        .rows())
                .hasSize(10_000);
    }
}
