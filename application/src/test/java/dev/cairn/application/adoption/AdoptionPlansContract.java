package dev.cairn.application.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.NO_NOTE;
import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.anAssignment;
import static dev.cairn.domain.adoption.AdoptionFixtures.everythingOf;
import static dev.cairn.domain.adoption.AdoptionFixtures.id;
import static dev.cairn.domain.adoption.AdoptionFixtures.outcome;
import static dev.cairn.domain.adoption.AdoptionFixtures.outcomeIds;
import static dev.cairn.domain.adoption.AdoptionFixtures.release;
import static dev.cairn.domain.adoption.AdoptionFixtures.releaseIds;
import static dev.cairn.domain.adoption.Products.aProduct;
import static dev.cairn.domain.adoption.SourceTasks.aSource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.domain.adoption.AdoptionFixtures;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.Entitlement;
import dev.cairn.domain.adoption.published.Milestone;
import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link AdoptionPlans} keeps. */
public abstract class AdoptionPlansContract extends AdoptionContract {
    @Test
    void a_plan_is_found_as_it_was_by_its_id_its_assignment_and_each_of_its_tasks() {
        var trust = outcome("Zero-trust access");
        var spring = release("2026.1", "1");
        var product = aProduct()
                .at(7)
                .with(aSource().weighing("12.5").having(trust).having(spring))
                .with(aSource().weighing("0.01"))
                .build();
        var birth =
                aStoredPlan(product, new Entitlement(LicenseLevel.ADVANTAGE, outcomeIds(trust), releaseIds(spring)));
        var expected = birth.plan().snapshot();

        assertThat(inOneUnit(() -> plans().lock(expected.id())).snapshot()).isEqualTo(expected);
        assertThat(inOneUnit(() -> plans().lockOf(expected.assignment())).snapshot())
                .isEqualTo(expected);
        for (var task : birth.tasks()) {
            assertThat(inOneUnit(() -> plans().lockPlanOf(task.id())).snapshot())
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_plan_without_tasks_is_one_too() {
        var birth = aStoredPlan(aProduct().build());

        assertThat(inOneUnit(() -> plans().lock(birth.plan().id())).snapshot())
                .isEqualTo(birth.plan().snapshot());
    }

    @Test
    void its_tasks_come_with_it_as_they_were() {
        var product = aProduct()
                .with(aSource()
                        .having(outcome("a"), outcome("b"))
                        .having(release("1", "1.0"), release("2", "2.5"))
                        .tagged("Network")
                        .measuredBy("users", true, true)
                        .measuredBy("retired", false, false))
                .with(aSource().named("plain"))
                .build();

        var birth = aStoredPlan(product);

        for (var task : birth.tasks()) {
            assertThat(inOneUnit(() -> tasks().get(task.id())).snapshot()).isEqualTo(task.snapshot());
        }
    }

    @Test
    void nobody_finds_what_is_not_there_or_somebody_elses() {
        var birth = aStoredPlan(aProduct().with(1, "1").build());
        var plan = birth.plan().snapshot();
        var task = birth.tasks().get(0).id();

        refuses(ErrorCode.ADOPTION_PLAN_NOT_FOUND, () -> plans().lock(new PlanId(id())));
        refuses(ErrorCode.ADOPTION_PLAN_NOT_FOUND, () -> plans().lockOf(new AssignmentId(id())));
        refuses(ErrorCode.TASK_NOT_FOUND, () -> plans().lockPlanOf(new TaskId(id())));
        refuses(ErrorCode.ADOPTION_PLAN_NOT_FOUND, ELSEWHERE, () -> plans().lock(plan.id()));
        refuses(ErrorCode.ADOPTION_PLAN_NOT_FOUND, ELSEWHERE, () -> plans().lockOf(plan.assignment()));
        refuses(ErrorCode.TASK_NOT_FOUND, ELSEWHERE, () -> plans().lockPlanOf(task));
    }

    @Test
    void every_change_of_it_is_found_again() {
        var birth = aStoredPlan(aProduct().with(3, "2.5").build());
        var step = birth.tasks().get(0).changeStatus(TaskStatus.DONE, NO_NOTE, StatusSource.MANUAL, ANNA, TUESDAY);

        var moved = change(birth, plan -> plan.advance(step, ANNA, TUESDAY));
        assertThat(moved.progress().completedTasks()).isEqualTo(1);
        assertThat(found(birth)).isEqualTo(moved);

        var behind = change(birth, plan -> plan.learn(everythingOf(LicenseLevel.SIGNATURE)));
        assertThat(behind.entitlementsChanged()).isTrue();
        assertThat(found(birth)).isEqualTo(behind);

        var away = change(birth, plan -> plan.archive(TUESDAY));
        assertThat(away.archivedAt()).contains(TUESDAY);
        assertThat(found(birth)).isEqualTo(away);

        var back = change(birth, plan -> plan.comeBack(everythingOf(LicenseLevel.ESSENTIAL), TUESDAY.plusSeconds(1)));
        assertThat(back.startedAt()).isEqualTo(TUESDAY.plusSeconds(1));
        assertThat(found(birth)).isEqualTo(back);
    }

    @Test
    void each_milestone_is_found_with_its_own_moment_whatever_moved_with_it() {
        var birth = aStoredPlan(aProduct().with(4, "2.5").build());
        var alone = finishing(birth, 0);
        var withMore = finishing(birth, 1);
        var rest = finishing(birth, 2).plus(finishing(birth, 3));

        change(birth, plan -> plan.advance(alone, ANNA, MONDAY));
        change(birth, plan -> {
            plan.learn(everythingOf(LicenseLevel.SIGNATURE));
            plan.advance(withMore, ANNA, TUESDAY);
        });
        var live = change(birth, plan -> plan.advance(rest, ANNA, TUESDAY.plusSeconds(1)));

        assertThat(live.milestones().reached())
                .isEqualTo(Map.of(
                        Milestone.PERCENT_25, MONDAY,
                        Milestone.PERCENT_50, TUESDAY,
                        Milestone.PERCENT_75, TUESDAY.plusSeconds(1),
                        Milestone.PERCENT_100, TUESDAY.plusSeconds(1),
                        Milestone.GO_LIVE, TUESDAY.plusSeconds(1)));
        assertThat(found(birth)).isEqualTo(live);
    }

    private static Progress finishing(AdoptionPlan.Birth birth, int task) {
        return birth.tasks().get(task).changeStatus(TaskStatus.DONE, NO_NOTE, StatusSource.MANUAL, ANNA, MONDAY);
    }

    @Test
    void what_happened_is_stored_with_the_state() {
        var product = stored(aProduct().with(1, "2.5").build());
        var assignment = anAssignment(aStoredCustomer(), product, "Default", everythingOf(LicenseLevel.ESSENTIAL));
        long before = storedEvents();

        var birth = aStoredPlan(assignment, product);
        assertThat(storedEvents()).isEqualTo(before + 1);

        var step = birth.tasks().get(0).changeStatus(TaskStatus.DONE, NO_NOTE, StatusSource.MANUAL, ANNA, TUESDAY);
        change(birth, plan -> plan.advance(step, ANNA, TUESDAY));
        assertThat(storedEvents())
                .as("birth, figures, and every milestone")
                .isEqualTo(before + 2 + Milestone.values().length);
    }

    @Test
    void a_failure_after_add_leaves_neither_plan_nor_task_nor_event() {
        var product = stored(aProduct().with(1, "1").build());
        var assignment = anAssignment(aStoredCustomer(), product, "Default", everythingOf(LicenseLevel.ESSENTIAL));
        var birth = AdoptionPlan.bornFrom(assignment, product, AdoptionFixtures::id, ANNA, MONDAY);
        long before = storedEvents();

        assertThatThrownBy(() -> inOneUnit(() -> assignments()
                        .add(assignment)
                        .chain(() -> plans().add(birth))
                        .chain(() -> fail())))
                .hasMessageContaining("later step");

        refuses(
                ErrorCode.ADOPTION_PLAN_NOT_FOUND,
                () -> plans().lock(birth.plan().id()));
        refuses(ErrorCode.TASK_NOT_FOUND, () -> tasks().get(birth.tasks().get(0).id()));
        assertThat(storedEvents()).isEqualTo(before);
    }

    @Test
    void a_failure_after_save_leaves_the_figures_as_they_were() {
        var birth = aStoredPlan(aProduct().with(1, "1").build());
        var step = birth.tasks().get(0).changeStatus(TaskStatus.DONE, NO_NOTE, StatusSource.MANUAL, ANNA, TUESDAY);
        var before = found(birth);

        assertThatThrownBy(() -> inOneUnit(() -> plans().lock(before.id()).chain(plan -> {
                    plan.advance(step, ANNA, TUESDAY);
                    return plans().save(plan).chain(() -> fail());
                })))
                .hasMessageContaining("later step");

        assertThat(found(birth)).isEqualTo(before);
    }

    @Test
    void steps_of_one_unit_after_the_other_all_count() {
        var birth = aStoredPlan(aProduct().with(5, "2.5").build());

        birth.tasks().forEach(task -> inOneUnit(() -> finish(task.id())));

        var progress = found(birth).progress();
        assertThat(progress.completedTasks()).isEqualTo(5);
        assertThat(progress.percentage()).isEqualByComparingTo("100");
    }

    private Uni<Void> finish(TaskId task) {
        return plans().lockPlanOf(task)
                .chain(plan -> tasks().get(task).chain(it -> {
                    plan.advance(
                            it.changeStatus(TaskStatus.DONE, NO_NOTE, StatusSource.MANUAL, ANNA, TUESDAY),
                            ANNA,
                            TUESDAY);
                    return tasks().save(it).chain(() -> plans().save(plan));
                }));
    }

    private AdoptionPlan.Snapshot change(AdoptionPlan.Birth birth, Consumer<AdoptionPlan> how) {
        return inOneUnit(() -> plans().lock(birth.plan().id()).chain(plan -> {
            how.accept(plan);
            return plans().save(plan).replaceWith(plan::snapshot);
        }));
    }

    private AdoptionPlan.Snapshot found(AdoptionPlan.Birth birth) {
        return inOneUnit(() -> plans().lock(birth.plan().id())).snapshot();
    }
}
