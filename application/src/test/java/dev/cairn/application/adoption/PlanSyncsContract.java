package dev.cairn.application.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.everythingOf;
import static dev.cairn.domain.adoption.AdoptionFixtures.outcome;
import static dev.cairn.domain.adoption.AdoptionFixtures.outcomeIds;
import static dev.cairn.domain.adoption.AdoptionFixtures.release;
import static dev.cairn.domain.adoption.Products.aProduct;
import static dev.cairn.domain.adoption.SourceTasks.aSource;
import static dev.cairn.domain.catalog.published.LicenseLevel.ADVANTAGE;
import static dev.cairn.domain.catalog.published.LicenseLevel.ESSENTIAL;
import static dev.cairn.domain.catalog.published.LicenseLevel.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.adoption.port.PlanSyncs;
import dev.cairn.domain.adoption.AdoptionFixtures;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.ArchiveReason;
import dev.cairn.domain.adoption.Attributes;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.adoption.Entitlement;
import dev.cairn.domain.adoption.LastSync;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link PlanSyncs} keeps. */
public abstract class PlanSyncsContract extends AdoptionContract {
    private final Blueprint.Outcome trust = outcome("Zero-trust access");
    private final Blueprint before = aProduct()
            .named("Secure Edge")
            .with(aSource()
                    .named("stays")
                    .weighing("10")
                    .having(trust)
                    .having(release("r1", "1.50"))
                    .tagged("Network")
                    .measuredBy("users", true, true)
                    .measuredBy("logins", false, true))
            .with(aSource().named("goes").weighing("20").asking(ADVANTAGE).measuredBy("gone", true, true))
            .with(aSource().named("same").weighing("5"))
            .build();
    private final Blueprint after = new Blueprint(
            before.product(),
            "Secure Edge 2",
            4,
            before.outcomes(),
            before.releases(),
            List.of(
                    changed(before.tasks().get(0)),
                    before.tasks().get(1),
                    before.tasks().get(2),
                    aProduct()
                            .with(aSource().named("new").weighing("2.5").measuredBy("more", true, true))
                            .build()
                            .tasks()
                            .get(0)));

    /** Another name, no description, one attribute changed, one gone, one new. */
    private static Blueprint.Task changed(Blueprint.Task task) {
        var fresh = aSource()
                .named("renamed")
                .weighing("12.5")
                .tagged("Sign-in")
                .measuredBy("users of all regions", false, false)
                .measuredBy("brand new", true, true)
                .build();
        var first = fresh.telemetry().get(0);
        return new Blueprint.Task(
                task.id(),
                fresh.name(),
                Optional.empty(),
                30,
                fresh.weight(),
                7,
                Optional.empty(),
                List.of("https://docs.example.org/a", "https://docs.example.org/b"),
                List.of(),
                Optional.empty(),
                task.licenseLevel(),
                List.of(),
                task.releases(),
                fresh.tags(),
                List.of(
                        new Blueprint.Telemetry(
                                task.telemetry().get(0).id(),
                                first.name(),
                                Optional.empty(),
                                first.dataType(),
                                first.required(),
                                first.successCriteria(),
                                9,
                                first.active()),
                        fresh.telemetry().get(1)));
    }

    private AdoptionPlan.Birth birth = AdoptionFixtures.aPlan(before, everythingOf(SIGNATURE));

    @BeforeEach
    void a_plan_of_everything_that_was_worked_on() {
        birth = aStoredPlan(before, everythingOf(SIGNATURE));
        inOneUnit(() -> plans().lock(birth.plan().id())
                .chain(plan -> tasks().whole(plan.id()).chain(all -> {
                    for (var task : all) {
                        plan.advance(
                                task.changeStatus(
                                        TaskStatus.DONE,
                                        AdoptionFixtures.note("Workshop"),
                                        StatusSource.MANUAL,
                                        ANNA,
                                        TUESDAY),
                                ANNA,
                                TUESDAY);
                        task.snapshot()
                                .telemetry()
                                .forEach(attribute ->
                                        task.observe(attribute.id(), Attributes.observation(Attributes.MET, TUESDAY)));
                    }
                    return tasks().saveAll(all).chain(() -> plans().save(plan));
                })));
    }

    private AdoptionPlan.Synchronisation synchronised(Blueprint product, Entitlement entitlement) {
        return inOneUnit(() -> synchronise(product, entitlement));
    }

    private Uni<AdoptionPlan.Synchronisation> synchronise(Blueprint product, Entitlement entitlement) {
        return plans().lock(birth.plan().id())
                .chain(plan -> tasks().whole(plan.id()).chain(all -> {
                    var done = plan.synchronise(
                            Optional.empty(), all, product, entitlement, AdoptionFixtures::id, ANNA, TUESDAY);
                    return planSyncs().store(plan, done).replaceWith(done);
                }));
    }

    private Map<Object, CustomerTask.Snapshot> found() {
        return inOneUnit(() -> tasks().whole(birth.plan().id())).stream()
                .map(CustomerTask::snapshot)
                .collect(Collectors.toMap(task -> task.id(), task -> task));
    }

    private AdoptionPlan.Snapshot plan() {
        return inOneUnit(() -> plans().lock(birth.plan().id())).snapshot();
    }

    private Optional<LastSync> last() {
        return inOneUnit(() -> planSyncs().last(birth.plan().id()));
    }

    @Test
    void everything_that_a_synchronisation_does_is_found_again() {
        var untouched = found();
        long events = storedEvents();

        var done = synchronised(after, everythingOf(ESSENTIAL));

        var found = found();
        assertThat(found).hasSize(4);
        done.added().forEach(task -> assertThat(found).containsEntry(task.id(), task.snapshot()));
        done.touched().forEach(task -> assertThat(found).containsEntry(task.id(), task.snapshot()));
        var same = birth.tasks().get(2).id();
        assertThat(found).containsEntry(same, untouched.get(same));
        assertThat(found.get(birth.tasks().get(1).id()).state().archival())
                .hasValueSatisfying(away -> assertThat(away.reason()).isEqualTo(ArchiveReason.LICENSE));
        assertThat(plan().productName()).isEqualTo("Secure Edge 2");
        assertThat(plan().syncedProductVersion()).isEqualTo(4);
        assertThat(plan().progress().totalWeight()).isEqualByComparingTo("20");
        assertThat(storedEvents()).isEqualTo(events + 2);
    }

    @Test
    void what_was_overwritten_is_kept_until_the_next_one_that_changes_something() {
        assertThat(last()).isEmpty();

        var first = synchronised(after, everythingOf(ESSENTIAL));
        assertThat(last()).isEqualTo(first.undo()).isPresent();

        synchronised(after, everythingOf(ESSENTIAL));
        assertThat(last()).isEqualTo(first.undo());

        var second = synchronised(after, new Entitlement(SIGNATURE, outcomeIds(trust), Set.of()));
        assertThat(second.diff().restored()).hasSize(1);
        assertThat(last()).isEqualTo(second.undo()).isNotEqualTo(first.undo());
    }

    @Test
    void taking_back_leaves_what_was_there_and_forgets() {
        var planBefore = plan();
        var tasksBefore = found();
        synchronised(after, everythingOf(ESSENTIAL));

        takenBack();

        assertThat(plan())
                .usingRecursiveComparison()
                .ignoringFields("version", "entitlementsChanged")
                .isEqualTo(planBefore);
        assertThat(plan().entitlementsChanged()).isTrue();
        var tasksAfter = found();
        assertThat(tasksAfter.keySet()).isEqualTo(tasksBefore.keySet());
        tasksBefore.forEach((id, task) -> assertThat(tasksAfter.get(id))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(task));
        assertThat(last()).isEmpty();
    }

    private void takenBack() {
        inOneUnit(() -> plans().lock(birth.plan().id())
                .chain(plan -> planSyncs()
                        .last(plan.id())
                        .chain(last -> tasks().whole(plan.id())
                                .chain(all -> planSyncs()
                                        .takeBack(
                                                plan,
                                                plan.undoSync(last, all, everythingOf(ESSENTIAL), ANNA, TUESDAY))))));
    }

    @Test
    void a_value_that_was_stored_since_is_remembered_by_the_plan() {
        synchronised(after, everythingOf(SIGNATURE));
        assertThat(plan().valuesSinceSync()).isFalse();

        inOneUnit(() -> plans().lock(birth.plan().id()).chain(plan -> {
            plan.receive(1, Optional.empty(), ANNA, TUESDAY);
            return plans().save(plan);
        }));
        assertThat(plan().valuesSinceSync()).isTrue();

        synchronised(after, everythingOf(ESSENTIAL));
        assertThat(plan().valuesSinceSync()).isFalse();
    }

    @Test
    void a_failure_after_it_leaves_everything_as_it_was() {
        var planBefore = plan();
        var tasksBefore = found();
        long events = storedEvents();

        assertThatThrownBy(() -> inOneUnit(
                        () -> synchronise(after, everythingOf(ESSENTIAL)).chain(() -> fail())))
                .hasMessageContaining("later step");

        assertThat(plan()).isEqualTo(planBefore);
        assertThat(found()).isEqualTo(tasksBefore);
        assertThat(last()).isEmpty();
        assertThat(storedEvents()).isEqualTo(events);
    }

    @Test
    void another_organisation_finds_neither_tasks_nor_what_was_kept() {
        synchronised(after, everythingOf(ESSENTIAL));

        var elsewhere = new OrgId("elsewhere");
        assertThat(inOneUnit(elsewhere, () -> planSyncs().last(birth.plan().id())))
                .isEmpty();
        assertThat(inOneUnit(elsewhere, () -> tasks().whole(birth.plan().id()))).isEmpty();
    }
}
